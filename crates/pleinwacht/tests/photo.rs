//! Photos on the command line: what the contract names, and that a hostile file costs one sentence.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test says what is wrong by failing"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_pleinwacht"))
        .args(["--taal", "en"])
        .args(args)
        .output()
        .unwrap()
}

fn astronaut() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../faces/tests/photos/astronaut.jpg");
    path.to_string_lossy().into_owned()
}

/// A folder of its own for a test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(std::fs::remove_dir_all(&folder));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn faces(file: &str) -> Vec<Value> {
    let output = run(&["photo", "faces", file, "--json"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer[0]["file"], file);
    assert!(answer[0]["width"].is_u64() && answer[0]["height"].is_u64());
    answer[0]["faces"].as_array().unwrap().clone()
}

#[test]
fn faces_come_as_the_contract_says() {
    let found = faces(&astronaut());
    assert_eq!(found.len(), 1);
    for key in ["x", "y", "w", "h", "score"] {
        assert!(found[0][key].is_f64(), "{key}");
    }
}

#[test]
fn a_prepared_photo_has_three_sizes_and_no_face() {
    let out = folder("prepared");
    let place = out.join("new/folder");
    let place = place.to_str().unwrap();
    let output = run(&[
        "photo",
        "prepare",
        &astronaut(),
        "--out",
        place,
        "--cover-all",
    ]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("covered: 1") && said.contains("512 × 512"),
        "{said}"
    );
    for size in [2048, 1080, 400] {
        let file = format!("{place}/{size}.jpg");
        assert!(said.contains(&file));
        assert_eq!(faces(&file), Vec::<Value>::new());
    }
}

#[test]
fn a_rectangle_is_covered_or_refused() {
    let out = folder("rectangle");
    let out = out.to_str().unwrap();
    let photo = astronaut();
    let face = "180,66,90,110";
    let output = run(&["photo", "prepare", &photo, "--out", out, "--cover", face]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(faces(&format!("{out}/2048.jpg")), Vec::<Value>::new());
    for wrong in ["600,600,10,10", "1,2,3", "1,2,0,5", "a,b,c,d"] {
        let empty = folder("rectangle-refused");
        let place = empty.to_str().unwrap();
        let output = run(&["photo", "prepare", &photo, "--out", place, "--cover", wrong]);
        assert_eq!(output.status.code(), Some(2), "{wrong}: {output:?}");
        assert_eq!(std::fs::read_dir(&empty).unwrap().count(), 0);
    }
}

#[test]
fn a_file_that_is_no_photo_costs_one_sentence_and_changes_nothing() {
    let folder = folder("hostile");
    let bad: [(&str, &[u8]); 4] = [
        ("empty.jpg", b""),
        ("drawing.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("document.png", b"%PDF-1.7"),
        ("cut.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF"),
    ];
    for (name, bytes) in bad {
        let file = folder.join(name);
        std::fs::write(&file, bytes).unwrap();
        let (file, out) = (file.to_str().unwrap(), folder.join("out"));
        for command in [
            vec!["photo", "faces", file, "--json"],
            vec!["photo", "prepare", file, "--out", out.to_str().unwrap()],
        ] {
            let output = run(&command);
            assert_eq!(output.status.code(), Some(2), "{name}");
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(said.trim().lines().count(), 1, "{name}: {said}");
            assert!(said.starts_with(file), "{said}");
        }
        assert!(!out.exists());
    }
    // Two gigabytes that are not there cost nothing.
    let large = folder.join("large.jpg");
    std::fs::File::create(&large)
        .unwrap()
        .set_len(2 << 30)
        .unwrap();
    let output = run(&["photo", "faces", large.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        run(&["photo", "faces", "/no/such/photo.jpg"]).status.code(),
        Some(2)
    );
}

#[test]
fn the_good_photos_of_a_row_are_still_answered() {
    let folder = folder("row");
    let bad = folder.join("bad.jpg");
    std::fs::write(&bad, b"nothing").unwrap();
    let output = run(&[
        "photo",
        "faces",
        bad.to_str().unwrap(),
        &astronaut(),
        "--json",
    ]);
    assert_eq!(output.status.code(), Some(2));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer.as_array().unwrap().len(), 1);
}
