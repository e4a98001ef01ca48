//! Broken variants of real files: read or refused, never worse.

use testkit::mutate::{Chance, broken};

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

fn survive(each: usize) -> usize {
    let mut taken = 0;
    for (seed, file) in (1..).zip(seeds()) {
        let mut chance = Chance::new(seed);
        for _ in 0..each {
            let bytes = broken(&file, &mut chance);
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

/// Writes the files that the whole program is tried with, in every format: `cargo nextest run -p faces --run-ignored all writes_`
#[test]
#[ignore = "writes files of the repository"]
fn writes_a_file_of_each_format() {
    let folder = testkit::repo::root().join("crates/pleinwacht/tests/files");
    std::fs::create_dir_all(&folder).unwrap();
    let files = [
        ("corners.jpg", jpeg(&[(0xe1, &exif(6))])),
        ("corners.png", png(|_| {})),
        ("corners.webp", webp(Some(tiff(3, true)))),
        ("corners.heic", heic(Some(6))),
    ];
    for (name, bytes) in files {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
}
