//! The command line as the contract has it: what it prints and how it exits.

#![expect(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn run(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_pleinwacht"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn file(name: &str) -> String {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../protocols");
    root.join(name).to_string_lossy().into_owned()
}

const CLASS_APP: &str = r#"{"actie": "plaatsen", "rollen": ["leraar"], "hoedanigheid": "functie", "kanaal": "schoolgroep",
    "schoolgerelateerd": true, "beeldOfGeluid": true, "herkenbaar": ["sam", "noor"], "toestemming": ["sam"],
    "schriftelijkeToestemming": ["sam"], "praktisch": false}"#;

#[test]
fn ask_answers_with_everything_the_contract_names() {
    let output = run(&["ask", "flex", "--json"], CLASS_APP);
    assert_eq!(output.status.code(), Some(1), "prohibited is the refusal");
    let answer: Value = serde_json::from_str(&out(&output)).unwrap();
    for key in [
        "verdict",
        "articles",
        "also_permitted_by",
        "duties",
        "measures",
        "ask",
        "open",
        "remedies",
        "receipt",
    ] {
        assert!(answer.get(key).is_some(), "{key}");
    }
    assert_eq!(answer["verdict"], "prohibited");
    assert!(
        answer["articles"]
            .as_array()
            .unwrap()
            .contains(&json!("4.a"))
    );
    assert_eq!(
        answer["ask"],
        json!({"role": "leidinggevende", "article": "5.2.e"})
    );
    assert_eq!(answer["receipt"]["protocol"], "flex");
    assert_eq!(answer["receipt"]["sha256"].as_str().unwrap().len(), 64);
    assert!(
        answer["remedies"]
            .as_array()
            .unwrap()
            .iter()
            .all(|remedy| remedy["then"] == "permitted")
    );
}

#[test]
fn ask_tells_people_in_either_language() {
    let dutch = run(&["ask", "flex"], CLASS_APP);
    assert!(out(&dutch).contains("artikel 4.a"), "{}", out(&dutch));
    let english = run(&["--taal", "en", "ask", "flex"], CLASS_APP);
    assert!(out(&english).contains("article 4.a"), "{}", out(&english));
}

#[test]
fn what_is_unknown_leaves_doubt_and_names_the_facts() {
    let output = run(
        &["ask", "spoenk", "--json"],
        r#"{"actie": "plaatsen", "rollen": ["leraar"], "schoolgerelateerd": true}"#,
    );
    assert_eq!(output.status.code(), Some(0));
    let answer: Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(answer["verdict"], "doubt");
    assert!(answer["possible"].as_array().unwrap().len() > 1);
    assert!(!answer["open"].as_array().unwrap().is_empty());
}

#[test]
fn lines_in_lines_out_and_a_faulty_line_is_said() {
    let one = CLASS_APP.replace('\n', " ");
    let input = format!("{one}\n{{\"kanal\": 1}}\n\n{one}\n");
    let output = run(&["ask", "flex", "--lines"], &input);
    assert_eq!(output.status.code(), Some(2));
    let lines: Vec<Value> = out(&output)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0], lines[2]);
    assert_eq!(lines[1]["line"], 2);
    assert!(err(&output).contains("bedoel je `kanaal`?"));
}

#[test]
fn faults_exit_with_two_and_one_line_each() {
    let cases: [(&[&str], &str, &str); 5] = [
        (
            &["ask", "flex"],
            r#"{"kanal": "pers", "kennis": "ja"}"#,
            "onbekende sleutel `kanal`",
        ),
        (&["ask", "flex"], "geen json", "geen geldig JSON"),
        (&["ask", "nietbestaand"], "{}", "niet gevonden"),
        (
            &["protocol", "check", "nietbestaand.md"],
            "",
            "niet gevonden",
        ),
        (&["protocol", "render", "flex", "--to", "doc"], "", "doc"),
    ];
    for (args, input, said) in cases {
        let output = run(args, input);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(err(&output).contains(said), "{args:?}: {}", err(&output));
    }
}

#[test]
fn check_test_coverage_and_prove_are_green_on_all_five() {
    let files = [
        "spoenk.md",
        "pcc.md",
        "flex.md",
        "verkruisen.md",
        "demare.md",
    ]
    .map(file);
    for command in ["check", "test", "coverage", "prove"] {
        let mut args = vec!["protocol", command];
        args.extend(files.iter().map(String::as_str));
        let output = run(&args, "");
        assert_eq!(
            output.status.code(),
            Some(0),
            "{command}: {}{}",
            out(&output),
            err(&output)
        );
    }
}

#[test]
fn a_failed_scenario_exits_with_one() {
    let folder = std::env::temp_dir().join(format!("pleinwacht-test-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("proef.md");
    let text = std::fs::read_to_string(file("demare.md")).unwrap();
    std::fs::write(&path, text.replacen("Dan verboden", "Dan toegestaan", 1)).unwrap();
    let output = run(&["protocol", "test", &path.to_string_lossy()], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).contains("1 failed"), "{}", out(&output));
    let output = run(
        &[
            "protocol",
            "diff",
            "demare",
            &path.to_string_lossy(),
            "--json",
        ],
        "",
    );
    let comparison: Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(comparison["only_text"], true);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn every_command_has_help() {
    for args in [
        vec!["--help"],
        vec!["ask", "--help"],
        vec!["demo", "--help"],
        vec!["serve", "--help"],
        vec!["protocol", "--help"],
        vec!["protocol", "check", "--help"],
        vec!["protocol", "diff", "--help"],
        vec!["protocol", "render", "--help"],
    ] {
        let output = run(&args, "");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert!(out(&output).contains("Usage"), "{args:?}");
    }
}

#[test]
fn render_writes_html_pdf_and_akoma_ntoso() {
    for (format, start) in [
        ("html", "<!DOCTYPE html>"),
        ("pdf", "%PDF-"),
        ("akn", "<?xml"),
    ] {
        let output = run(&["protocol", "render", "pcc", "--to", format], "");
        assert_eq!(output.status.code(), Some(0), "{format}: {}", err(&output));
        assert!(output.stdout.starts_with(start.as_bytes()), "{format}");
    }
}

#[test]
fn json_is_one_document_also_for_several_files() {
    for command in ["coverage", "prove"] {
        let one = run(&["protocol", command, "pcc", "--json"], "");
        let one: Value = serde_json::from_str(&out(&one)).unwrap();
        let two = run(&["protocol", command, "pcc", "demare", "--json"], "");
        let two: Value = serde_json::from_str(&out(&two)).unwrap();
        assert_eq!(two.as_array().unwrap().len(), 2);
        assert_eq!(two[0], one);
    }
}

/// The real thing: it says where it listens, answers, and stops when asked.
#[test]
fn serve_and_demo_answer_where_they_say() {
    use std::io::{BufRead, BufReader, Read};
    for command in ["serve", "demo"] {
        let folder =
            std::env::temp_dir().join(format!("pleinwacht-{command}-{}", std::process::id()));
        let mut child = Command::new(env!("CARGO_BIN_EXE_pleinwacht"))
            .args([
                command,
                "--listen",
                "127.0.0.1:0",
                "--data",
                &folder.to_string_lossy(),
            ])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = said
            .find_map(|line| line.ok().filter(|line| line.contains("klaar op")))
            .unwrap();
        let address = line
            .split("http://")
            .nth(1)
            .unwrap()
            .trim()
            .trim_end_matches('/')
            .to_owned();
        let mut stream = std::net::TcpStream::connect(&address).unwrap();
        let request = format!("GET /flex HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        assert!(answer.contains("FLEX-College") && folder.is_dir());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
