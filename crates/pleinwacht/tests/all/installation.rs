//! An installation from nothing: begin, check, back up, put back.

use std::process::{Command, Output};

use testkit::database::Folder;

use crate::client::{PROGRAM, Server};

fn run(arguments: &[&str]) -> Output {
    Command::new(PROGRAM)
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn path(folder: &Folder) -> &str {
    folder.0.to_str().unwrap()
}

#[test]
fn a_first_start_says_how_to_begin_and_a_later_one_too_until_somebody_did() {
    let data = Folder::new();
    let link = |server: &Server| {
        let line = server
            .said
            .iter()
            .find(|line| line.contains("/begin/"))
            .cloned();
        line.unwrap_or_else(|| panic!("no link: {:?}", server.said))
    };
    let first = link(&Server::start(&["serve", "--data", path(&data)]));
    let server = Server::start(&["serve", "--data", path(&data)]);
    let second = link(&server);
    assert_ne!(first, second);
    let at = |line: &str| format!("/begin/{}", line.rsplit("/begin/").next().unwrap());
    assert_eq!(server.browser().get(&at(&second)).status, 200);
    assert_eq!(
        server.browser().get(&at(&first)).status,
        404,
        "only the newest link works"
    );
}

#[test]
fn a_backup_is_put_back_and_verified() {
    let (data, kept, other) = (Folder::new(), Folder::new(), Folder::new());
    drop(Server::start(&["demo", "--data", path(&data)]));
    let before = run(&["verify", "--data", path(&data), "--json"]);
    assert!(before.status.success(), "{}", text(&before.stdout));
    let copied = run(&["backup", path(&kept), "--data", path(&data)]);
    assert!(copied.status.success(), "{}", text(&copied.stderr));
    let key = data.0.join("master.key");
    let key = key.to_str().unwrap();
    let back = run(&[
        "restore",
        path(&kept),
        "--data",
        path(&other),
        "--key-file",
        key,
    ]);
    assert!(back.status.success(), "{}", text(&back.stderr));
    let after = run(&[
        "verify",
        "--data",
        path(&other),
        "--key-file",
        key,
        "--json",
    ]);
    assert_eq!(text(&after.stdout), text(&before.stdout));
    let again = run(&[
        "restore",
        path(&kept),
        "--data",
        path(&other),
        "--key-file",
        key,
    ]);
    assert_eq!(again.status.code(), Some(2), "not over what is there");
}

#[test]
fn a_backup_without_its_key_changes_nothing() {
    let (data, kept, other) = (Folder::new(), Folder::new(), Folder::new());
    drop(Server::start(&["demo", "--data", path(&data)]));
    assert!(
        run(&["backup", path(&kept), "--data", path(&data)])
            .status
            .success()
    );
    drop(Server::start(&["serve", "--data", path(&other)]));
    let back = run(&["restore", path(&kept), "--data", path(&other)]);
    assert_eq!(back.status.code(), Some(2));
    assert!(
        text(&back.stderr).contains("sleutel past niet"),
        "{}",
        text(&back.stderr)
    );
    let found = run(&["verify", "--data", path(&other), "--json"]);
    assert_eq!(text(&found.stdout).trim(), r#"{"boards":[]}"#);
}

#[test]
fn data_without_its_key_is_not_begun_anew() {
    let data = Folder::new();
    drop(Server::start(&["demo", "--data", path(&data)]));
    std::fs::remove_file(data.0.join("master.key")).unwrap();
    let found = run(&["serve", "--data", path(&data), "--listen", "127.0.0.1:0"]);
    assert_eq!(found.status.code(), Some(2));
    assert!(
        text(&found.stderr).contains("sleutel"),
        "{}",
        text(&found.stderr)
    );
    assert!(!data.0.join("master.key").exists());
}

#[test]
fn nobody_can_be_read_without_the_key() {
    let data = Folder::new();
    let server = Server::start(&["demo", "--data", path(&data)]);
    let mut browser = server.browser();
    browser.sign_in("flex", "directeur");
    let group = browser.get("/groepen").links("/groepen/").remove(0);
    let pupil = browser
        .get(&group)
        .links("/mensen/")
        .pop()
        .expect("a pupil");
    let file = browser.get(&pupil);
    let name = file
        .body
        .split_once("<h1>")
        .and_then(|(_, rest)| rest.split_once("</h1>"))
        .expect("a name")
        .0
        .to_owned();
    drop(server);
    let boards = std::fs::read_dir(data.0.join("boards")).unwrap();
    for entry in boards {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let found = bytes
            .windows(name.len())
            .any(|window| window == name.as_bytes());
        assert!(!found, "{name} stands in {}", path.display());
    }
}

#[test]
fn the_doctor_says_what_to_do() {
    let data = Folder::new();
    drop(Server::start(&["demo", "--data", path(&data)]));
    let found = run(&["doctor", "--data", path(&data)]);
    assert!(
        found.status.success(),
        "{}{}",
        text(&found.stdout),
        text(&found.stderr)
    );
    assert!(
        text(&found.stdout).contains("mailserver"),
        "{}",
        text(&found.stdout)
    );
    let nothing = Folder::new();
    let found = run(&["doctor", "--data", path(&nothing)]);
    assert_eq!(found.status.code(), Some(1));
    assert!(
        text(&found.stdout).contains("master.key"),
        "{}",
        text(&found.stdout)
    );
}
