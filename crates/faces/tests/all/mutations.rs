//! Broken variants of real files: read or refused, never worse.

use testkit::mutate::Chance;

use crate::files::{exif, heic, jpeg, png, tiff, webp};
use crate::{ASTRONAUT, read};

fn seeds() -> Vec<Vec<u8>> {
    vec![
        jpeg(&[(0xe1, &exif(6)), (0xe2, b"ICC_PROFILE\0\x01\x01....")]),
        ASTRONAUT.to_vec(),
        png(|_| {}),
        webp(Some(tiff(3, true))),
        heic(Some(6)),
    ]
}

/// One to eight bytes changed, a piece cut, doubled or filled.
fn variant(of: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = of.to_vec();
    // Headers are where the decisions are: half of the changes land there.
    let place = |bytes: &[u8], chance: &mut Chance| match chance.below(2) {
        0 => chance.below(bytes.len().min(400)),
        _ => chance.below(bytes.len()),
    };
    for _ in 0..=chance.below(8) {
        let at = place(&bytes, chance);
        let length = chance.below(64).min(bytes.len() - at);
        match chance.below(8) {
            0 => drop(bytes.drain(at..at + length)),
            1 => {
                let piece = bytes[at..at + length].to_vec();
                bytes.splice(at..at, piece);
            }
            2 => bytes[at..at + length].fill([0, 0xff][chance.below(2)]),
            _ => bytes[at] = chance.below(256) as u8,
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes
}

fn survive(each: usize) -> usize {
    let mut taken = 0;
    for (seed, file) in (1..).zip(seeds()) {
        let mut chance = Chance::new(seed);
        for _ in 0..each {
            let bytes = variant(&file, &mut chance);
            if let Ok(photo) = read(&bytes) {
                let (width, height) = photo.size();
                assert!(width >= 16 && height >= 16);
                taken += 1;
            }
        }
    }
    taken
}

#[test]
fn broken_variants_are_read_or_refused() {
    assert!(survive(60) > 20, "some changes do not matter");
}

/// `cargo nextest run -p faces --run-ignored all ten_thousand`
#[test]
#[ignore = "takes minutes; the part above runs every time"]
fn ten_thousand_broken_variants_are_read_or_refused() {
    assert!(survive(2_000) > 500);
}
