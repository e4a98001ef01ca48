//! Nothing of the file that came in is in a file that goes out.

use faces::{Format, Photo};

use crate::files::{jpeg, png, tiff, webp};
use crate::read;

const CANARY: &[u8] = b"SECRET";

/// What twenty kinds of phones and programs put beside a picture.
fn shapes() -> Vec<(&'static str, Vec<u8>)> {
    let exif =
        |orientation: u16, little: bool| [b"Exif\0\0".to_vec(), tiff(orientation, little)].concat();
    // The small picture inside the notes shows what is covered in the large one.
    let thumbnail = [exif(1, true), jpeg(&[]), CANARY.to_vec()].concat();
    let maker = [
        exif(6, false),
        b"Apple iOS\0\0\x01SECRET-MAKERNOTES".to_vec(),
    ]
    .concat();
    let xmp =
        b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><Iptc4xmpExt:PersonInImage>SECRET-NAME".to_vec();
    let extended = b"http://ns.adobe.com/xmp/extension/\0SECRET-DEPTH-MAP".to_vec();
    let iptc = b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x78\0\x0bSECRET-CAPT".to_vec();
    let many = b"MPF\0II*\0\x08\0\0\0SECRET-SECOND-PICTURE".to_vec();
    let jumbf = b"JP\0\x01SECRET-C2PA".to_vec();
    let ducky = b"Ducky\0SECRET".to_vec();
    let flir = b"FLIR\0SECRET".to_vec();
    let comment = b"SECRET-COMMENT".to_vec();
    let profile = b"ICC_PROFILE\0\x01\x01SECRET-PROFILE".to_vec();
    let with = |segments: &[(u8, &[u8])], behind: &[u8]| [jpeg(segments), behind.to_vec()].concat();
    let trailer = b"\0\0\0\0SEFHSECRET\0\0SEFT";
    let video = b"\0\0\0\x18ftypmp42SECRETmoovSECRET";
    let second = [jpeg(&[(0xe1, &exif(1, true))]), CANARY.to_vec()].concat();
    vec![
        ("iphone", with(&[(0xe1, &maker), (0xe2, &many)], &second)),
        ("iphone, live", with(&[(0xe1, &maker), (0xe1, &xmp)], video)),
        (
            "iphone, portrait",
            with(&[(0xe1, &maker), (0xe1, &xmp), (0xe1, &extended)], &second),
        ),
        ("samsung", with(&[(0xe1, &exif(6, true))], trailer)),
        (
            "samsung, moving",
            with(
                &[(0xe1, &exif(1, true))],
                &[video.as_slice(), trailer].concat(),
            ),
        ),
        (
            "pixel",
            with(
                &[(0xe1, &exif(1, false)), (0xe1, &xmp), (0xe2, &many)],
                &second,
            ),
        ),
        (
            "pixel, moving",
            with(&[(0xe1, &exif(8, false)), (0xe1, &xmp)], video),
        ),
        (
            "huawei",
            with(&[(0xe1, &exif(3, true)), (0xe2, &profile)], b"SECRET-TAIL"),
        ),
        ("xiaomi", with(&[(0xe1, &thumbnail), (0xed, &iptc)], b"")),
        (
            "oppo",
            with(&[(0xe1, &exif(6, false)), (0xfe, &comment)], b""),
        ),
        (
            "oneplus",
            with(&[(0xe1, &exif(1, true)), (0xeb, &jumbf)], b""),
        ),
        (
            "nokia",
            with(
                &[
                    (0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
                    (0xe1, &thumbnail),
                ],
                b"",
            ),
        ),
        (
            "motorola",
            with(&[(0xe1, &exif(8, true)), (0xe4, CANARY)], b""),
        ),
        ("sony", with(&[(0xe1, &thumbnail), (0xe2, &many)], &second)),
        (
            "fairphone",
            with(&[(0xe1, &exif(6, true)), (0xe1, &exif(1, true))], b""),
        ),
        (
            "canon",
            with(
                &[
                    (0xe1, &thumbnail),
                    (0xee, b"Adobe\0\x64\0\0\0\0\x01"),
                    (0xef, CANARY),
                ],
                b"",
            ),
        ),
        ("flir", with(&[(0xe1, &flir), (0xe3, CANARY)], b"")),
        (
            "photoshop",
            with(&[(0xed, &iptc), (0xe1, &xmp), (0xec, &ducky)], b""),
        ),
        ("screenshot", screenshot()),
        (
            "messenger",
            webp(Some([tiff(1, true), CANARY.to_vec()].concat())),
        ),
    ]
}

fn screenshot() -> Vec<u8> {
    png(|encoder| {
        for (key, text) in [("Author", "SECRET"), ("Comment", "SECRET")] {
            encoder.add_text_chunk(key.into(), text.into()).unwrap();
        }
        let name = "SECRET-NAME".into();
        encoder
            .add_itxt_chunk("XML:com.adobe.xmp".into(), name)
            .unwrap();
    })
}

/// The markers of a JPEG, to its end; and how many bytes stand behind that.
fn markers(bytes: &[u8]) -> (Vec<u8>, usize) {
    let (mut at, mut found) = (2, Vec::new());
    loop {
        assert_eq!(bytes[at], 0xff);
        let marker = bytes[at + 1];
        found.push(marker);
        if marker == 0xd9 {
            return (found, bytes.len() - at - 2);
        }
        at += 2 + usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
        if marker == 0xda {
            while bytes[at] != 0xff || bytes[at + 1] == 0 || (0xd0..=0xd7).contains(&bytes[at + 1])
            {
                at += 1;
            }
        }
    }
}

/// The beginning of a JPEG: its notes and remarks.
fn notes(bytes: &[u8]) -> &[u8] {
    let mut at = 2;
    while matches!(bytes[at + 1], 0xe0..=0xef | 0xfe) {
        at += 2 + usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
    }
    &bytes[..at]
}

fn clean(photo: &Photo, shape: &str) {
    for file in photo.renditions(Format::Jpeg) {
        let holds = file.bytes.windows(CANARY.len()).any(|w| w == CANARY);
        assert!(!holds, "{shape}: something came through");
        let (found, behind) = markers(&file.bytes);
        assert_eq!(behind, 0, "{shape}: bytes behind the end");
        // The mark of JFIF, tables, size, picture, end: no other segment.
        for marker in found {
            assert!(
                matches!(marker, 0xe0 | 0xdb | 0xc0 | 0xc4 | 0xda | 0xd9),
                "{shape}: segment {marker:x}"
            );
        }
        let names = file
            .bytes
            .windows(4)
            .filter(|w| *w == b"JFIF" || *w == b"Exif");
        assert_eq!(names.count(), 1, "{shape}: only the mark of JFIF");
    }
}

#[test]
fn no_phone_leaves_anything_behind() {
    let shapes = shapes();
    assert_eq!(shapes.len(), 20);
    for (shape, file) in shapes {
        assert!(file.windows(CANARY.len()).any(|w| w == CANARY), "{shape}");
        clean(
            &read(&file).unwrap_or_else(|why| panic!("{shape}: {why}")),
            shape,
        );
    }
}

#[test]
fn two_hundred_mixtures_leave_nothing_behind() {
    for (name, both) in mixtures() {
        let photo = read(&both).unwrap_or_else(|why| panic!("{name}: {why}"));
        clean(&photo, name);
    }
}

/// Segments of one shape in front of another, as programs do that save a photo anew.
fn mixtures() -> Vec<(&'static str, Vec<u8>)> {
    let mut jpegs = shapes();
    jpegs.retain(|(_, file)| file.starts_with(b"\xff\xd8"));
    let mixture = |first: usize| {
        let (name, one) = &jpegs[first % jpegs.len()];
        let (_, two) = &jpegs[(first * 7 + 3) % jpegs.len()];
        (*name, [notes(one), &two[2..]].concat())
    };
    (0..200).map(mixture).collect()
}

/// What `ExifTool` tells of every file in a folder: kinds of notes, each with how many files have it. None where it is not installed.
fn told_by_exiftool(folder: &std::path::Path) -> Option<std::collections::BTreeMap<String, usize>> {
    let run = std::process::Command::new("exiftool")
        .args(["-json", "-G0", "-a", "-u", "-U", "-ee", "-q"])
        .arg(folder)
        .output()
        .ok()?;
    let files: Vec<std::collections::BTreeMap<String, serde_json::Value>> =
        serde_json::from_slice(&run.stdout).unwrap();
    let mut groups = std::collections::BTreeMap::new();
    for file in files {
        let kinds = file.keys().filter_map(|key| key.split_once(':'));
        let kinds: std::collections::BTreeSet<&str> = kinds.map(|(group, _)| group).collect();
        for kind in kinds {
            *groups.entry(kind.to_owned()).or_default() += 1;
        }
    }
    Some(groups)
}

#[test]
fn exiftool_finds_nothing_in_what_becomes_of_them() {
    let folder = std::env::temp_dir().join(format!("mixtures-{}", std::process::id()));
    let (before, after) = (folder.join("before"), folder.join("after"));
    std::fs::create_dir_all(&before).unwrap();
    std::fs::create_dir_all(&after).unwrap();
    for (at, (_, file)) in mixtures().iter().enumerate() {
        std::fs::write(before.join(format!("{at}.jpg")), file).unwrap();
        for out in read(file).unwrap().renditions(Format::Jpeg) {
            std::fs::write(after.join(format!("{at}-{}.jpg", out.longest)), out.bytes).unwrap();
        }
    }
    let found = told_by_exiftool(&before).zip(told_by_exiftool(&after));
    std::fs::remove_dir_all(&folder).unwrap();
    let Some((before, after)) = found else {
        println!("ExifTool is not installed: nothing was looked at");
        return;
    };
    println!("before {before:?}, after {after:?}");
    assert!(before["EXIF"] == 200 && before.contains_key("IPTC"));
    // What it says of the file itself, of the mark of JFIF, and what it works out from those.
    let may = ["Composite", "ExifTool", "File", "JFIF"];
    assert!(after["File"] == 600 && after.keys().all(|kind| may.contains(&kind.as_str())));
}

/// Writes the shapes and what becomes of them, for a look with other tools: `SHAPES=DIR cargo test -p faces -- --ignored shapes`.
#[test]
#[ignore = "writes files, for a look with other tools"]
fn shapes_for_other_tools() {
    let folder = std::path::PathBuf::from(std::env::var_os("SHAPES").unwrap());
    for (at, (_, file)) in shapes().iter().enumerate() {
        std::fs::write(folder.join(format!("{at}.in")), file).unwrap();
        for out in read(file).unwrap().renditions(Format::Jpeg) {
            let name = format!("{at}-{}.jpg", out.longest);
            std::fs::write(folder.join(name), out.bytes).unwrap();
        }
    }
}
