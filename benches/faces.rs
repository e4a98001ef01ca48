//! The figures of `faces`: the detector, the whole way of a photo beside its decoder and encoder alone, memory, and others who do the
//! same. Linux only: memory of another process is read from `/proc`. With the argument `colours` only those are measured.
//!
//! Others are asked when they are there: `PLEINWACHT_PEERS` names a Python that has `deface` and `onnxruntime`; `vipsthumbnail` is
//! found by its name.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench stops at the first surprise"
)]

use std::io::Cursor;
use std::process::{Command, ExitCode};
use std::time::Duration;

use faces::{Limits, Photo, SIZES, Task, spots};
use fast_image_resize::Resizer;
use fast_image_resize::images::{TypedImage, TypedImageRef};
use fast_image_resize::pixels::U8x3;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use testkit::bench::{Section, cpu, short, time};
use zune_jpeg::JpegDecoder;

const ROUND: Duration = Duration::from_millis(600);
const PORTRAIT: &[u8] = include_bytes!("../crates/faces/tests/photos/astronaut.jpg");

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, flag, file, ..] = arguments.as_slice()
        && flag == "--memory"
    {
        let bytes = std::fs::read(file).expect("the photo");
        everything()
            .perform(&bytes, &Limits::default())
            .expect("a photo");
        println!("{}", most_memory());
        return ExitCode::SUCCESS;
    }
    let mut section = Section::new("faces", "cargo bench -p faces --bench faces -- --write");
    if arguments.iter().any(|one| one == "colours") {
        colours(&mut section);
        return section.finish_in_part();
    }
    let folder = std::env::temp_dir().join(format!("faces-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let twelve = photo(4032, 3024);
    let file = folder.join("12.jpg");
    std::fs::write(&file, &twelve).expect("a file");
    let detector = detector(&mut section);
    let whole = whole(&twelve, &mut section);
    memory(&mut section, &folder);
    colours(&mut section);
    peers(&mut section, &file, detector, whole);
    drop(std::fs::remove_dir_all(&folder));
    section.finish()
}

fn everything() -> Task {
    Task {
        cover_all: true,
        write: true,
        ..Task::default()
    }
}

fn resized(pixels: &[u8], from: (u32, u32), to: (u32, u32)) -> Vec<u8> {
    let source = TypedImageRef::<U8x3>::from_buffer(from.0, from.1, pixels).expect("pixels");
    let mut sized = vec![0; to.0 as usize * to.1 as usize * 3];
    let mut image = TypedImage::<U8x3>::from_buffer(to.0, to.1, &mut sized).expect("as many bytes");
    Resizer::new()
        .resize_typed(&source, &mut image, None)
        .expect("another size");
    sized
}

fn encoded(pixels: &[u8], (width, height): (u32, u32), quality: u8) -> Vec<u8> {
    let side = |side: u32| u16::try_from(side).expect("a side");
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder
        .encode(pixels, side(width), side(height), ColorType::Rgb)
        .expect("a JPEG");
    bytes
}

/// Twelve portraits side by side, enlarged, with the noise of a camera.
fn photo(width: u32, height: u32) -> Vec<u8> {
    let portrait = Photo::read(PORTRAIT, &Limits::default()).expect("a photo");
    let small = portrait.master();
    let row = small.width as usize * 3;
    let rows: Vec<u8> = small
        .pixels
        .chunks(row)
        .flat_map(|row| row.repeat(4))
        .collect();
    let wall = rows.repeat(3);
    let mut pixels = resized(&wall, (small.width * 4, small.height * 3), (width, height));
    let mut state = 1_u32;
    for value in &mut pixels {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let noise = u8::try_from(state % 13).expect("a few");
        *value = value.saturating_add(noise).saturating_sub(6);
    }
    encoded(&pixels, (width, height), 92)
}

/// Only the network, at the size that most photos are looked at.
fn detector(section: &mut Section) -> f64 {
    let portrait = Photo::read(PORTRAIT, &Limits::default()).expect("a photo");
    let small = portrait.master();
    let pixels = resized(&small.pixels, (small.width, small.height), (1280, 960));
    let seconds = cpu(ROUND, || spots(&pixels, 1280, 960, 0.45));
    section.asked(
        "the detector alone, 1280 × 960, one thread",
        "60 ms",
        &time(seconds),
        "with the widest instructions of this processor",
        seconds <= 0.060,
    );
    seconds
}

/// Decode, make smaller, write three JPEGs: nobody can do less.
fn floor(bytes: &[u8]) -> usize {
    let mut decoder = JpegDecoder::new(Cursor::new(bytes));
    let pixels = decoder.decode().expect("pixels");
    let master = resized(&pixels, (4032, 3024), (2048, 1536));
    let sizes = SIZES.map(|longest| (longest, longest * 3 / 4));
    sizes
        .iter()
        .map(|size| {
            let small = resized(&master, (2048, 1536), *size);
            encoded(&small, *size, 82).len()
        })
        .sum()
}

fn whole(twelve: &[u8], section: &mut Section) -> f64 {
    let task = everything();
    let found = task
        .perform(twelve, &Limits::default())
        .expect("a photo")
        .faces
        .len();
    let floor = cpu(ROUND, || floor(twelve));
    let whole = cpu(ROUND, || task.perform(twelve, &Limits::default()));
    let megabytes = short(f64::from(u32::try_from(twelve.len()).expect("small")) / 1e6);
    section.asked(
        "a photo of 12 million pixels: read, turn, find, cover, three renditions, one thread",
        "200 ms",
        &time(whole),
        &format!("{megabytes} MB, {found} faces"),
        whole <= 0.2,
    );
    section.asked(
        "the same, beside reading, making smaller and three JPEGs alone",
        "2 times",
        &format!("{} times", short(whole / floor)),
        &time(floor),
        whole <= 2.0 * floor,
    );
    whole
}

/// The most that this process ever had, in kilobytes.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    number.and_then(|one| one.parse().ok()).expect("a number")
}

fn memory(section: &mut Section, folder: &std::path::Path) {
    for (width, height, asked) in [(4032, 3024, 150_u32), (7680, 5120, 400)] {
        let file = folder.join("memory.jpg");
        std::fs::write(&file, photo(width, height)).expect("a file");
        let own = std::env::current_exe().expect("this bench");
        let child = Command::new(own).arg("--memory").arg(&file).output();
        let text = String::from_utf8(child.expect("a child").stdout).expect("text");
        let kilobytes: u32 = text.trim().parse().expect("a number");
        let megapixels = width * height / 1_000_000;
        section.asked(
            &format!("memory of a whole process for {megapixels} million pixels"),
            &format!("{asked} MB"),
            &format!("{} MB", short(f64::from(kilobytes) / 1000.0)),
            "the photo itself included",
            kilobytes <= asked * 1000,
        );
    }
}

/// The primaries of Display P3 in those of sRGB, both at D65, without light: columns are red, green and blue (SMPTE EG 432-1 and
/// IEC 61966-2-1, worked out by hand and not by the library that reads profiles).
const P3_TO_SRGB: [[f64; 3]; 3] = [
    [1.224_940_2, -0.224_940_2, 0.0],
    [-0.042_056_9, 1.042_056_9, 0.0],
    [-0.019_637_6, -0.078_636_1, 1.098_273_7],
];

/// What a colour of Display P3 is in sRGB.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "0 to 255"
)]
fn in_srgb(colour: [u8; 3]) -> [u8; 3] {
    let light = colour.map(|value| {
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    });
    P3_TO_SRGB.map(|row| {
        let sum: f64 = row.iter().zip(light).map(|(one, light)| one * light).sum();
        let value = if sum <= 0.003_130_8 {
            sum * 12.92
        } else {
            1.055 * sum.powf(1.0 / 2.4) - 0.055
        };
        (value.clamp(0.0, 1.0) * 255.0).round() as u8
    })
}

/// A sheet of colours with the profile of a phone's screen: how far what is read lies from what they are.
fn colours(section: &mut Section) {
    let steps = [0_u8, 32, 64, 96, 128, 160, 192, 224, 255];
    let all = steps.iter().flat_map(|red| {
        let green = steps.iter();
        green.flat_map(move |green| steps.map(|blue| [*red, *green, blue]))
    });
    let all: Vec<[u8; 3]> = all.collect();
    let mut bytes = Vec::new();
    let side = u32::try_from(all.len()).expect("few");
    let mut info = png::Info::with_size(side, 16);
    info.color_type = png::ColorType::Rgb;
    let profile = moxcms::ColorProfile::new_display_p3().encode();
    info.icc_profile = Some(profile.expect("a profile").into());
    let encoder = png::Encoder::with_info(&mut bytes, info).expect("a header");
    let mut writer = encoder.write_header().expect("a header");
    let row: Vec<u8> = all.iter().flatten().copied().collect();
    writer
        .write_image_data(&row.repeat(16))
        .expect("the colours");
    writer.finish().expect("a file");
    let photo = Photo::read(&bytes, &Limits::default()).expect("a photo");
    let read = photo.master().pixels.as_chunks::<3>().0;
    let (mut most, mut changed) = (0, 0_u32);
    for (colour, read) in all.iter().zip(read) {
        let wanted = in_srgb(*colour);
        changed += u32::from(wanted != *colour);
        let far = wanted
            .iter()
            .zip(read)
            .map(|(one, other)| one.abs_diff(*other));
        most = most.max(far.max().unwrap_or_default());
    }
    section.asked(
        "colours of a phone's screen (Display P3) as they are read",
        "within 2 of 255",
        &format!("within {most} of 255"),
        &format!(
            "{} colours, of which the profile changes {changed}",
            all.len()
        ),
        most <= 2,
    );
}

fn peers(section: &mut Section, file: &std::path::Path, detector: f64, whole: f64) {
    if let Some(python) = std::env::var_os("PLEINWACHT_PEERS") {
        let script = testkit::repo::root().join("benches/peers/peers.py");
        let output = Command::new(python).arg(script).arg(file).output();
        let text = String::from_utf8(output.expect("Python").stdout).expect("text");
        for line in text.lines() {
            let Some((name, seconds)) = line.split_once('\t') else {
                continue;
            };
            let seconds: f64 = seconds.parse().expect("seconds");
            if name.starts_with("deface") {
                section.asked(
                    &format!("find and cover alone by {name}, beside our whole way"),
                    "20 times",
                    &format!("{} times", short(seconds / whole)),
                    &time(seconds),
                    seconds >= 20.0 * whole,
                );
            } else {
                let times = short(seconds / detector);
                section.row(
                    &format!("{name}, 1280 × 960, one thread"),
                    "",
                    &time(seconds),
                    &format!("{times} times ours"),
                );
            }
        }
    }
    let out = file.with_extension("vips.jpg");
    let vips = Command::new("bash")
        .args([
            "-c",
            "TIMEFORMAT=%U; time vipsthumbnail \"$0\" --size 2048 -o \"$1\"",
        ])
        .args([file, &out])
        .env("VIPS_CONCURRENCY", "1")
        .output();
    let seconds = vips
        .ok()
        .filter(|vips| vips.status.success())
        .and_then(|vips| {
            let text = String::from_utf8_lossy(&vips.stderr).trim().to_owned();
            text.parse::<f64>().ok()
        });
    if let Some(seconds) = seconds {
        section.row(
            "libvips: read, make smaller and one JPEG, its start included",
            "",
            &time(seconds),
            "finds and covers nothing",
        );
    }
}
