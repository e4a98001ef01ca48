//! What a program of the system can still do, and what it cannot.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::ffi::OsString;
use std::net::TcpListener;
use std::time::Duration;

use cage::{Escape, Limits, Tool};

fn bash(script: &str, limits: Limits) -> Result<String, Escape> {
    let own = std::env::current_exe().unwrap();
    let prisoner = own.ancestors().nth(2).unwrap().join("examples/prisoner");
    let path = OsString::from("relative:/no/such/folder:/usr/bin:/bin");
    let tool = Tool::find("bash", &path, "tool", limits).unwrap();
    let words = ["-c", script].map(OsString::from);
    let said = tool.begun_by(prisoner).run(&words)?;
    Ok(String::from_utf8(said).unwrap())
}

#[test]
fn it_works_on_files_and_tells() {
    let said = bash(
        "cat /etc/hostname >/dev/null && echo $((6 * 7))",
        Limits::default(),
    );
    assert_eq!(said.unwrap(), "42\n");
    let died = bash("exit 3", Limits::default()).unwrap_err();
    assert!(matches!(died, Escape::Died(_)), "{died:?}");
    assert!(
        Tool::find(
            "no-such-program",
            &"/usr/bin".into(),
            "tool",
            Limits::default()
        )
        .is_none()
    );
}

#[test]
fn the_network_is_out_of_reach() {
    let here = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = here.local_addr().unwrap().port();
    let script =
        format!("(exec 3<>/dev/tcp/127.0.0.1/{port}) 2>/dev/null && echo through || echo refused");
    assert_eq!(bash(&script, Limits::default()).unwrap(), "refused\n");
}

#[test]
fn it_ends_by_the_processor_by_the_clock_and_by_the_disk() {
    let spin = bash("while :; do :; done", Limits::default()).unwrap_err();
    assert!(matches!(spin, Escape::TooLong), "{spin:?}");
    let hasty = Limits {
        patience: Duration::from_millis(20),
        ..Limits::default()
    };
    let waits = bash("read -t 60 <> <(:)", hasty).unwrap_err();
    assert!(matches!(waits, Escape::TooLong), "{waits:?}");
    let folder = std::env::temp_dir().join(format!("tool-{}", std::process::id()));
    let script = format!(
        "trap '' XFSZ; head -c 9000000 /dev/zero > {0}; stat -c %s {0}; rm {0}",
        folder.display()
    );
    assert_eq!(bash(&script, Limits::default()).unwrap(), "1048576\n");
}
