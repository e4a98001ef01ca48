//! What the server itself needs while it takes a large file: pixels are the business of the cage, and bytes pass in pieces.

use std::path::Path;
use std::time::Duration;

use jpeg_encoder::{ColorType, Encoder};
use testkit::mutate::Chance;

use crate::client::{Browser, Server};
use crate::mutated::album;

/// What a photo of any size may add to what the server holds, in kB.
const MOST: u64 = 10_000;
const WIDTH: u16 = 7680;
const HEIGHT: u16 = 5120;

/// A photo of 39 million pixels and some ten megabytes, with as much in it as light and dust make.
fn large(seed: u64) -> Vec<u8> {
    let mut chance = Chance::new(seed);
    let noise: Vec<u8> = (0..1 << 16)
        .map(|_| u8::try_from(90 + chance.below(40)).expect("small"))
        .collect();
    let pixels = usize::from(WIDTH) * usize::from(HEIGHT) * 3;
    let mut picture = Vec::with_capacity(pixels);
    while picture.len() < pixels {
        let from = chance.below(1 << 15);
        let many = (pixels - picture.len()).min(1 << 15);
        picture.extend_from_slice(&noise[from..from + many]);
    }
    let mut file = Vec::new();
    let encoder = Encoder::new(&mut file, 85);
    encoder
        .encode(&picture, WIDTH, HEIGHT, ColorType::Rgb)
        .expect("a photo");
    file
}

/// Takes photos in, and waits until the program is done with them.
fn take(browser: &mut Browser, address: &str, photo: Vec<u8>) {
    let token = browser.get(address).value("csrf").expect("a form");
    let reply = browser.upload(&format!("{address}/stuur"), &[("csrf", &token)], &[photo]);
    assert_eq!(reply.status, 303, "{}", reply.body);
    while browser
        .get(address)
        .body
        .contains("Het programma is nog bezig")
    {
        std::thread::park_timeout(Duration::from_millis(50));
    }
}

/// Kilobytes of memory: what it holds now, or the most that it held since that was last forgotten.
fn holds(server: &Server, what: &str) -> u64 {
    let status =
        std::fs::read_to_string(format!("/proc/{}/status", server.id())).expect("a process");
    let line = status.lines().find(|line| line.starts_with(what));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    number
        .and_then(|number| number.parse().ok())
        .expect("a number")
}

/// A demo with an album of a teacher's that waits for photos.
fn started(folder: &Path) -> (Server, Browser, String) {
    let data = folder.to_str().expect("a path");
    let server = Server::start(&["demo", "--data", data]);
    let mut browser = server.browser();
    browser.sign_in("demare", "leraar");
    let address = album(&mut browser, 1);
    (server, browser, address)
}

#[test]
fn the_server_hardly_grows_by_a_photo_of_forty_million_pixels() {
    let folder = tempfile::tempdir().expect("a folder");
    let (server, mut browser, address) = started(folder.path());
    // The first photo of any size brings in the code that takes photos.
    take(
        &mut browser,
        &address,
        include_bytes!("../../../photos/demo/hopper.jpg").to_vec(),
    );
    for seed in [1, 2] {
        let photo = large(seed);
        assert!(photo.len() > 8_000_000, "{}", photo.len());
        let size = photo.len();
        let before = holds(&server, "VmRSS:");
        std::fs::write(format!("/proc/{}/clear_refs", server.id()), "5").expect("forgotten");
        take(&mut browser, &address, photo);
        let most = holds(&server, "VmHWM:");
        println!("{size} bytes: from {before} kB to {most} kB");
        assert!(most < before + MOST, "from {before} kB to {most} kB");
        let page = browser.get(&address).body;
        assert!(!page.contains("/weg\""), "it was refused");
    }
}

#[test]
fn two_gigabytes_are_refused_with_one_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let (server, mut browser, address) = started(folder.path());
    let token = browser.get(&address).value("csrf").expect("a form");
    let before = holds(&server, "VmRSS:");
    std::fs::write(format!("/proc/{}/clear_refs", server.id()), "5").expect("forgotten");
    let reply = browser.upload_much(&format!("{address}/stuur"), &token, 2 << 30);
    let most = holds(&server, "VmHWM:");
    println!("two gigabytes: from {before} kB to {most} kB");
    assert_eq!(reply.status, 413, "{}", reply.body);
    assert!(reply.body.contains("Dat is te groot"), "{}", reply.body);
    assert!(most < before + MOST, "from {before} kB to {most} kB");
    // Nothing of it is kept, and the next one is taken.
    assert!(
        browser
            .get(&address)
            .body
            .contains("Er staan nog geen foto")
    );
    take(
        &mut browser,
        &address,
        include_bytes!("../../../photos/demo/hopper.jpg").to_vec(),
    );
}
