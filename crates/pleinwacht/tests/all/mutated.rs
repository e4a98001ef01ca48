//! Broken photos, through the whole program: form, cage, database and page. Nothing falls over, and each is read or refused.
//!
//! `MUTATED=10000 cargo test -p pleinwacht --test all broken_photos` does it for as long as that takes (nextest stops a test after four minutes).

use std::time::Duration;

use testkit::mutate::{Chance, broken};

use crate::client::{Browser, Server};

const FILES: [&[u8]; 6] = [
    include_bytes!("../files/corners.jpg"),
    include_bytes!("../files/corners.png"),
    include_bytes!("../files/corners.webp"),
    include_bytes!("../files/corners.heic"),
    include_bytes!("../../../photos/demo/joconde.jpg"),
    include_bytes!("../../../photos/demo/hopper.jpg"),
];
/// Photos in one form.
const TOGETHER: usize = 60;

pub(crate) fn album(browser: &mut Browser, number: usize) -> String {
    let page = browser.get("/fotos");
    let token = page.value("csrf").expect("a form");
    let (_, groups) = page.body.split_once("id=\"van\"").expect("groups");
    let group = groups
        .split("value=\"")
        .filter_map(|rest| rest.split_once('"'))
        .map(|(value, _)| value)
        .find(|value| value.len() == 32)
        .expect("a group");
    let name = format!("Kapot {number}");
    let day = page.value("dag").unwrap_or_default();
    let day = if day.is_empty() {
        today(&page.body)
    } else {
        day
    };
    let fields = [
        ("csrf", token.as_str()),
        ("naam", &name),
        ("dag", &day),
        ("van", group),
    ];
    let reply = browser.post("/fotos", &fields);
    assert_eq!(reply.status, 303, "{}", reply.body);
    reply.headers["location"].clone()
}

/// The day that the form comes with.
fn today(page: &str) -> String {
    let (_, rest) = page.split_once("id=\"dag\"").expect("a day");
    let (_, rest) = rest.split_once("value=\"").expect("a day");
    rest.split_once('"').expect("a day").0.to_owned()
}

/// How many heaps and refusals a page counts.
fn counted(page: &str) -> usize {
    page.matches("/weg\"").count() + page.matches("<li><a href=\"/fotos/foto/").count()
}

#[test]
fn broken_photos_are_read_or_refused() {
    let many: usize =
        std::env::var("MUTATED").map_or(TOGETHER, |text| text.parse().expect("a number"));
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_str().expect("a path");
    let server = Server::start(&["demo", "--data", data]);
    let mut browser = server.browser();
    browser.sign_in("demare", "leraar");
    let mut chance = Chance::new(5);
    let (mut sent, mut refused) = (0, 0);
    while sent < many {
        let address = album(&mut browser, sent);
        let files: Vec<Vec<u8>> = (0..TOGETHER.min(many - sent))
            .map(|at| broken(FILES[at % FILES.len()], &mut chance))
            .collect();
        sent += files.len();
        let token = browser.get(&address).value("csrf").expect("a form");
        let reply = browser.upload(&format!("{address}/stuur"), &[("csrf", &token)], &files);
        assert_eq!(reply.status, 303, "{}", reply.body);
        let page = loop {
            let page = browser.get(&address);
            assert_eq!(page.status, 200, "{}", page.body);
            if !page.body.contains("Het programma is nog bezig") {
                break page.body;
            }
            std::thread::park_timeout(Duration::from_millis(50));
        };
        refused += page.matches("/weg\"").count();
        // The same bytes twice are one photo, and nothing at all is none.
        let different: std::collections::BTreeSet<&Vec<u8>> =
            files.iter().filter(|file| !file.is_empty()).collect();
        assert_eq!(counted(&page), different.len());
    }
    println!("{sent} broken photos sent, {refused} refused");
    assert!(refused > 0 && refused < sent);
}
