//! What somebody in the cage cannot do, and that whoever stands outside notices.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::io::Cursor;
use std::path::PathBuf;
use std::time::Duration;

use cage::{Cage, Escape, Limits};

fn ask(order: &str, bytes: &[u8], limits: Limits) -> Result<Vec<u8>, Escape> {
    let own = std::env::current_exe().unwrap();
    let program: PathBuf = own.ancestors().nth(2).unwrap().join("examples/prisoner");
    let cage = Cage::of(program, Vec::<String>::new(), limits);
    cage.run(order.as_bytes(), Cursor::new(bytes))
}

#[test]
fn work_goes_in_and_an_answer_comes_out() {
    let bytes = vec![7; 3 << 20];
    let answer = ask("echo", &bytes, Limits::default()).unwrap();
    assert_eq!(answer, bytes);
    assert_eq!(ask("echo", b"", Limits::default()).unwrap(), b"");
}

#[test]
fn files_network_and_other_processes_are_out_of_reach() {
    for order in ["read", "write", "call", "start", "thread"] {
        let answer = ask(order, b"", Limits::default()).unwrap();
        assert_eq!(String::from_utf8_lossy(&answer), "refused", "{order}");
    }
}

#[test]
fn memory_ends_before_the_machine_does() {
    let escape = ask("hoard", b"", Limits::default()).unwrap_err();
    assert!(matches!(escape, Escape::TooMuch), "{escape:?}");
}

#[test]
fn time_ends_by_the_processor_and_by_the_clock() {
    let escape = ask("spin", b"", Limits::default()).unwrap_err();
    assert!(matches!(escape, Escape::TooLong), "{escape:?}");
    let hasty = Limits {
        patience: Duration::from_millis(20),
        ..Limits::default()
    };
    let escape = ask("spin", b"", hasty).unwrap_err();
    assert!(matches!(escape, Escape::TooLong), "{escape:?}");
}

#[test]
fn an_answer_without_end_is_cut_off() {
    let short = Limits {
        answered: 1000,
        ..Limits::default()
    };
    assert!(matches!(ask("talk", b"", short), Err(Escape::Start(_))));
    let missing = Cage::of(PathBuf::from("/no/such/program"), ["x"], Limits::default());
    assert!(matches!(
        missing.run(b"", std::io::empty()),
        Err(Escape::Start(_))
    ));
}
