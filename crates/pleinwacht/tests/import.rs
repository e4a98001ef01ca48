//! `pleinwacht import` as the contract has it.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};

fn sample(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../rosters/tests/samples")
        .join(path)
}

fn import(file: &PathBuf, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_pleinwacht"))
        .arg("import")
        .arg(file)
        .args(more)
        .args(["--data", "/nonexistent/pleinwacht"])
        .output()
        .unwrap()
}

#[test]
fn a_file_can_be_looked_at_before_there_is_a_school() {
    let output = import(
        &sample("edexml/edexml-2.1-voorbeeld.xml"),
        &["--dry-run", "--json"],
    );
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    // Tijn had left before; the two who teach come in.
    assert_eq!(
        (
            &report["pupils"]["new"],
            &report["staff"]["new"],
            &report["skipped"]
        ),
        (&2.into(), &2.into(), &1.into())
    );
    for list in ["new", "changed", "not_delivered", "refused", "repaired"] {
        assert!(
            report[list]["count"].is_u64() && report[list]["lines"].is_array(),
            "{list}"
        );
    }
    assert_eq!(report["new"]["lines"][0]["line"], 24);
    let said = import(&sample("edexml/edexml-2.1-voorbeeld.xml"), &["--dry-run"]);
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(
        said.contains("leerlingen: 2 nieuw, 0 veranderd, 0 gelijk"),
        "{said}"
    );
}

#[test]
fn a_file_that_cannot_be_used_says_where_and_exits_2() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("lijst.xml");
    std::fs::write(&file, "<EDEX>\n<leerlingen>\n<leerling key='1'>").unwrap();
    let output = import(&file, &["--dry-run"]);
    assert_eq!(output.status.code(), Some(2));
    let wrong = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        wrong.contains("lijst.xml: regel 3: het bestand houdt te vroeg op"),
        "{wrong}"
    );
    assert_eq!(wrong.lines().count(), 1, "{wrong}");
    assert!(output.stdout.is_empty());
}

#[test]
fn without_an_installation_nothing_is_brought_in() {
    let output = import(&sample("edexml/edexml-2.1-voorbeeld.xml"), &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("sleutel"));
    let output = import(&PathBuf::from("/nonexistent/file.xml"), &["--dry-run"]);
    assert_eq!(output.status.code(), Some(2));
}
