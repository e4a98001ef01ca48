//! The same boxes as the reference implementation says, on real photos.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use faces::{Photo, Picture};
use testkit::bench::Section;

use crate::Label;

/// The boxes of `OpenCV` on the very same pixels: it is asked where Python has it, by the variable `PLEINWACHT_PEERS`.
pub(crate) fn same(photos: &[(Label, Photo)], section: &mut Section) {
    const LEAST: f32 = 0.6;
    let Some(python) = std::env::var_os("PLEINWACHT_PEERS") else {
        return;
    };
    let script = testkit::repo::root().join("benches/peers/same_boxes.py");
    let mut peer = Command::new(python)
        .arg(script)
        .arg(LEAST.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python");
    let mut to = peer.stdin.take().expect("a pipe");
    let mut from = BufReader::new(peer.stdout.take().expect("a pipe")).lines();
    let mut line = || from.next().expect("an answer").expect("text");
    let version = line();
    let (mut boxes, mut alone, mut pixels, mut score) = (0_u32, 0_u32, 0.0_f32, 0.0_f32);
    for (_, photo) in photos {
        let Picture {
            width,
            height,
            pixels: bytes,
        } = photo.master();
        writeln!(to, "{width} {height}").expect("a pipe");
        to.write_all(bytes).expect("a pipe");
        to.flush().expect("a pipe");
        let ours = faces::spots(bytes, *width as usize, *height as usize, LEAST);
        let mut theirs = Vec::new();
        loop {
            let said = line();
            if said.is_empty() {
                break;
            }
            let numbers = said.split(' ').map(|one| one.parse().expect("a number"));
            theirs.push(numbers.collect::<Vec<f32>>());
        }
        boxes += u32::try_from(theirs.len()).expect("few");
        let far = |spot: &faces::Spot, one: &[f32]| {
            [
                spot.x - one[0],
                spot.y - one[1],
                spot.w - one[2],
                spot.h - one[3],
            ]
            .map(f32::abs)
            .into_iter()
            .fold(0.0, f32::max)
        };
        alone += u32::try_from(ours.len().abs_diff(theirs.len())).expect("few");
        for one in &theirs {
            let near = ours
                .iter()
                .min_by(|a, b| far(a, one).total_cmp(&far(b, one)));
            let apart = near.map_or(f32::INFINITY, |spot| far(spot, one));
            pixels = pixels.max(apart);
            score = score.max(near.map_or(f32::INFINITY, |spot| (spot.score - one[4]).abs()));
        }
    }
    drop(to);
    peer.wait().expect("it ends");
    section.asked(
        &format!("boxes that differ from those of OpenCV {version}, at the size of the photo"),
        "0.01 pixels, score 0.0001",
        &format!("{pixels:.5} pixels, score {score:.7} at the most"),
        &format!(
            "{boxes} boxes on {} photos; {alone} of one of the two alone",
            photos.len()
        ),
        pixels <= 0.01 && score <= 0.0001 && alone == 0,
    );
}
