//! Somebody in the cage, for the tests: tries what the order says, and tells how it went.

use std::io::Write as _;
use std::net::TcpStream;
use std::process::{Command, ExitCode};

use cage::Limits;

fn main() -> ExitCode {
    let limits = Limits {
        memory: 64 << 20,
        seconds: 1,
        ..Limits::default()
    };
    let mut words = std::env::args_os().skip(1);
    if words.next().is_some_and(|word| word == "tool") {
        let small = Limits {
            asked: 1 << 20,
            ..limits
        };
        let code = cage::become_tool(&small, words);
        return ExitCode::from(u8::try_from(code).unwrap_or(u8::MAX));
    }
    imprisoned(&limits);
    ExitCode::SUCCESS
}

fn imprisoned(limits: &Limits) {
    let Ok(ask) = cage::enter(limits) else {
        return;
    };
    let tried = match ask.order.as_slice() {
        b"echo" => return drop(std::io::stdout().write_all(&ask.bytes)),
        b"read" => std::fs::read("/etc/hostname").is_ok(),
        b"write" => std::fs::write("/tmp/of-a-prisoner", b"x").is_ok(),
        b"call" => TcpStream::connect("127.0.0.1:9").is_err_and(|why| {
            // Refused by nobody listening would mean that the call went out.
            why.kind() == std::io::ErrorKind::ConnectionRefused
        }),
        b"start" => Command::new("/bin/true").spawn().is_ok(),
        b"thread" => std::thread::Builder::new().spawn(|| ()).is_ok(),
        b"hoard" => {
            let hoard = vec![1_u8; 512 << 20];
            hoard.iter().map(|one| u64::from(*one)).sum::<u64>() > 0
        }
        b"spin" => (0_u64..u64::MAX).any(|turn| std::hint::black_box(turn) == u64::MAX),
        b"talk" => return drop(std::io::stdout().write_all(&vec![b'x'; 1 << 20])),
        _ => return,
    };
    drop(std::io::stdout().write_all(if tried { b"done" } else { b"refused" }));
}
