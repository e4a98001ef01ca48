//! Messages on their good and their bad days.

use proptest::prelude::*;

use super::*;

const LIMITS: Limits = Limits {
    text: 10_000,
    file: 1 << 20,
    files: 5,
    all: 2 << 20,
};

fn read(message: &str) -> Received {
    Received::read(message.replace('\n', "\r\n").as_bytes(), LIMITS)
}

#[test]
fn text_files_and_what_was_passed_on_are_read() {
    let read = read(
        "From: =?utf-8?q?Fatima_=C3=89l?= <Fatima@Ouders.test>\nMessage-ID: <x1@ouders.test>\nDate: Fri, 20 Nov 2026 10:00:00 +0100\n\
         Subject: =?iso-8859-1?Q?Gro=E9p?=\nContent-Type: multipart/mixed; boundary=\"a b\"\n\nintro\n--a b\n\
         Content-Type: multipart/alternative; boundary=in\n\n--in\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n\
         Kijk even, caf=E9.\n\n--in\nContent-Type: text/html\n\n<p>Kijk <b>even</b></p>\n--in--\n--a b\n\
         Content-Type: image/png; name=\"x\"\nContent-Disposition: attachment; filename*=utf-8''..%2Fscherm%E2%80%AE.png\nContent-Transfer-Encoding: base64\n\niVBORw0K\nGgo=\n\
         --a b\nContent-Type: message/rfc822\n\nFrom: D <d@klas.test>\nSubject: haha\n\nWat een sukkel.\n--a b--\nna",
    );
    assert_eq!(read.id, "x1@ouders.test");
    let outer = read.outer().unwrap();
    assert_eq!(
        (outer.from.name.as_str(), outer.from.address.as_str()),
        ("Fatima Él", "fatima@ouders.test")
    );
    assert_eq!(
        (outer.subject.as_str(), outer.text.as_str()),
        ("Groép", "Kijk even, café.")
    );
    assert_eq!(outer.at, Some(1_795_165_200));
    assert_eq!(read.files.len(), 1);
    assert_eq!(read.files[0].name, "scherm.png");
    assert_eq!(read.files[0].bytes, b"\x89PNG\r\n\x1a\n");
    assert_eq!(
        (
            read.pieces[1].from.address.as_str(),
            read.pieces[1].text.as_str()
        ),
        ("d@klas.test", "Wat een sukkel.")
    );
    assert!(!read.automatic && !read.cut && read.left.is_empty());
}

#[test]
fn a_page_is_read_as_text_and_nothing_of_it_is_loaded() {
    let read = read(
        "From: a@b.test\nContent-Type: text/html; charset=utf-8\n\n<style>x</style><p>Een &amp; twee<br>drie</p><script>alert(1)</script><img src=\"https://spion.test/1\">",
    );
    let text = &read.outer().unwrap().text;
    assert!(
        text.contains("Een & twee") && !text.contains("alert") && !text.contains("spion"),
        "{text}"
    );
}

#[test]
fn what_no_person_wrote_is_known_by_its_headers() {
    for header in [
        "Auto-Submitted: auto-replied",
        "Precedence: Bulk",
        "List-Id: <ouders.lijst.test>",
        "Return-Path: <>",
        "X-Autoreply: yes",
        "Content-Type: multipart/report; boundary=x",
    ] {
        assert!(
            read(&format!("From: a@b.test\n{header}\n\nx")).automatic,
            "{header}"
        );
    }
    assert!(read("From: MAILER-DAEMON@mx.test\n\nx").automatic);
    for header in [
        "Auto-Submitted: no",
        "Precedence: first-class",
        "Return-Path: <a@b.test>",
    ] {
        assert!(
            !read(&format!("From: a@b.test\n{header}\n\nx")).automatic,
            "{header}"
        );
    }
}

#[test]
fn a_sender_is_one_address_or_none() {
    let of = |line: &str| sender(format!("{line}\r\n\r\n").as_bytes()).map(|one| one.address);
    assert_eq!(
        of("From: Directeur <kees@evil.test>").as_deref(),
        Some("kees@evil.test")
    );
    assert_eq!(
        of("From: \"kees@school.test\" <x@evil.test>").as_deref(),
        Some("x@evil.test")
    );
    for odd in [
        "From: a@b.test, c@d.test",
        "From: a@b.test\r\nFrom: c@d.test",
        "From: ",
        "From: niemand",
        "From: <a b@c.test>",
        "From: groep: a@b.test;",
        "Subject: x",
    ] {
        assert_eq!(of(odd), None, "{odd}");
    }
    // A line that slips in another is one line.
    let name = sender(b"From: =?utf-8?q?a=0D=0ABcc:_b?= <a@b.test>\r\n\r\n")
        .unwrap()
        .name;
    assert!(!name.contains(['\r', '\n']), "{name}");
}

#[test]
fn what_is_put_in_itself_again_and_again_ends() {
    let mut inner = "From: z@b.test\nSubject: onderin\n\nDiep.".to_owned();
    for at in 0..30 {
        inner =
            format!("From: m{at}@b.test\nSubject: {at}\nContent-Type: message/rfc822\n\n{inner}");
    }
    let deep = read(&inner);
    assert_eq!(deep.pieces.len(), 6);
    assert!(deep.left.contains(&(String::new(), Left::Deep)));
    let mut inner = "Content-Type: text/plain\n\nDiep.".to_owned();
    for at in 0..30 {
        inner = format!(
            "Content-Type: multipart/mixed; boundary=b{at}\n\n--b{at}\n{inner}\n--b{at}--\n"
        );
    }
    assert_eq!(read(&inner).left, [(String::new(), Left::Deep)]);
    // A hundred thousand deep, and a hundred thousand beside each other.
    let deep = "Content-Type: message/rfc822\r\n\r\n".repeat(100_000);
    assert!(Received::read(deep.as_bytes(), LIMITS).pieces.len() < 10);
    let wide = format!(
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n{}",
        "--b\r\n\r\nx\r\n".repeat(100_000)
    );
    let wide = Received::read(wide.as_bytes(), LIMITS);
    assert!(wide.left.iter().all(|one| one.1 == Left::Deep) && wide.left.len() <= 30);
}

#[test]
fn a_set_of_characters_that_is_none_does_not_stop_it() {
    for set in [
        "x-nonsens",
        "utf-7",
        "",
        "\"",
        "utf-16",
        "big5; x",
        "iso-2022-kr",
    ] {
        let message = format!(
            "From: a@b.test\r\nContent-Type: text/plain; charset={set}\r\n\r\nhoi \u{e9}\r\n"
        );
        let mut bytes = message.into_bytes();
        bytes.extend([0xff, 0xfe, 0x80, 0x1b, b'$', b')']);
        assert_eq!(Received::read(&bytes, LIMITS).pieces.len(), 1, "{set}");
    }
}

#[test]
fn too_much_is_left_out_and_said() {
    let file = |name: &str, bytes: usize| {
        format!(
            "--b\nContent-Disposition: attachment; filename={name}\n\n{}\n",
            "x".repeat(bytes)
        )
    };
    let head = "From: a@b.test\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n";
    let big = read(&format!(
        "{head}{}\n{}--b--",
        "woord ".repeat(5_000),
        file("groot.txt", 2 << 20)
    ));
    assert!(big.cut && big.outer().unwrap().text.chars().count() <= 10_000);
    assert_eq!(big.left, [("groot.txt".to_owned(), Left::Large)]);
    let many: String = (0..8).map(|at| file(&format!("{at}.txt"), 5)).collect();
    let many = read(&format!("{head}hoi\n{many}--b--"));
    assert_eq!((many.files.len(), many.left.len()), (5, 3));
}

fn any_message() -> impl Strategy<Value = Vec<u8>> {
    let word = prop::sample::select(vec![
        "From: a@b.test\r\n",
        "Content-Type: multipart/mixed; boundary=b\r\n",
        "Content-Type: multipart/alternative; boundary=b\r\n",
        "Content-Type: message/rfc822\r\n",
        "Content-Type: text/html; charset=utf-16\r\n",
        "Content-Transfer-Encoding: base64\r\n",
        "Content-Transfer-Encoding: quoted-printable\r\n",
        "Content-Disposition: attachment; filename*0*=utf-8''%ff; filename*1=x\r\n",
        "Subject: =?utf-8?b?/w==?= =?x?q?=?=\r\n",
        "Date: Fri, 99 Foo 2026\r\n",
        "\r\n",
        "\n",
        "--b\r\n",
        "--b--\r\n",
        "=\r\n=3",
        "<p>&#xffffffff;<!--",
        "QUJD",
        "é",
    ]);
    let bytes = prop::collection::vec(any::<u8>(), 0..12);
    let part = prop_oneof![4 => word.prop_map(|word| word.as_bytes().to_vec()), 1 => bytes];
    prop::collection::vec(part, 0..60).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn whatever_comes_in_is_read_within_its_limits(bytes in any_message()) {
        let limits = Limits { text: 40, file: 20, files: 2, all: 30 };
        let read = Received::read(&bytes, limits);
        prop_assert!(read.pieces.iter().map(|one| one.text.chars().count()).sum::<usize>() <= 40);
        prop_assert!(read.files.len() <= 2 && read.files.iter().map(|one| one.bytes.len()).sum::<usize>() <= 30);
        prop_assert!(read.pieces.iter().all(|one| !one.subject.contains('\n') && !one.from.name.contains('\n')));
        let _ = sender(&bytes);
    }
}
