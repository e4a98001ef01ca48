//! The outside: starting the child, and taking what it says.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;

use thiserror::Error;

use crate::Limits;

/// How a child is started, and what it may use.
#[derive(Debug, Clone)]
pub struct Cage {
    program: PathBuf,
    arguments: Vec<OsString>,
    limits: Limits,
}

/// No answer came.
#[derive(Debug, Error)]
pub enum Escape {
    /// It could not be started, or fed.
    #[error("the caged process could not be started")]
    Start(#[source] io::Error),
    /// It took too long, by the clock or by the processor.
    #[error("the caged process took too long and was stopped")]
    TooLong,
    /// It wanted more memory than it may have.
    #[error("the caged process wanted more memory than it may have")]
    TooMuch,
    /// It ended without an answer.
    #[error("the caged process ended without an answer ({0})")]
    Died(ExitStatus),
}

impl Cage {
    /// A child of the program that runs now, started with this argument.
    pub fn of_this_program(argument: &str, limits: Limits) -> Self {
        Self::of(own_program(), [argument], limits)
    }

    /// A child of any program.
    pub fn of<A: Into<OsString>>(
        program: PathBuf,
        arguments: impl IntoIterator<Item = A>,
        limits: Limits,
    ) -> Self {
        Self {
            program,
            arguments: arguments.into_iter().map(Into::into).collect(),
            limits,
        }
    }

    /// Hands over one order and the bytes it is about, and waits for the answer. Blocks: call it where waiting is no harm.
    pub fn run(&self, order: &[u8], bytes: impl Read + Send) -> Result<Vec<u8>, Escape> {
        let mut child = Command::new(&self.program)
            .args(&self.arguments)
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(Escape::Start)?;
        let answer = self.talk(&mut child, order, bytes);
        if answer.is_err() {
            // It may have ended already: then there is nothing to end.
            drop(child.kill());
        }
        let status = child.wait().map_err(Escape::Start)?;
        match answer? {
            answer if status.success() => Ok(answer),
            _ => Err(ended(status)),
        }
    }

    fn talk(
        &self,
        child: &mut Child,
        order: &[u8],
        bytes: impl Read + Send,
    ) -> Result<Vec<u8>, Escape> {
        let pipes = child.stdin.take().zip(child.stdout.take());
        let (stdin, stdout) =
            pipes.ok_or_else(|| Escape::Start(io::ErrorKind::BrokenPipe.into()))?;
        let most = self.limits.answered;
        thread::scope(|scope| {
            let (send, receive) = mpsc::channel();
            // A child that stops reading has ended, or soon will; how it ended says more than the pipe.
            scope.spawn(move || drop(feed(stdin, order, bytes)));
            scope.spawn(move || send.send(listen(stdout, most)));
            if let Ok(answer) = receive.recv_timeout(self.limits.patience) {
                return answer.map_err(Escape::Start);
            }
            // Both pipes close with it, and so both threads end.
            drop(child.kill());
            Err(Escape::TooLong)
        })
    }
}

/// The program that runs now.
pub(crate) fn own_program() -> PathBuf {
    // Also the same program when its file was replaced while it ran.
    let own = PathBuf::from("/proc/self/exe");
    if own.exists() {
        own
    } else {
        std::env::current_exe().unwrap_or(own)
    }
}

fn feed(mut to: ChildStdin, order: &[u8], mut bytes: impl Read) -> io::Result<()> {
    let length = u32::try_from(order.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(order)?;
    io::copy(&mut bytes, &mut to)?;
    Ok(())
}

pub(crate) fn listen(from: ChildStdout, most: u64) -> io::Result<Vec<u8>> {
    let mut answer = Vec::new();
    let read = from.take(most + 1).read_to_end(&mut answer)?;
    if read as u64 > most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(answer)
}

#[cfg(unix)]
pub(crate) fn ended(status: ExitStatus) -> Escape {
    use std::os::unix::process::ExitStatusExt as _;
    match status.signal() {
        Some(libc::SIGXCPU | libc::SIGKILL) => Escape::TooLong,
        // What Rust does when memory is refused.
        Some(libc::SIGABRT) => Escape::TooMuch,
        _ => Escape::Died(status),
    }
}

#[cfg(not(unix))]
pub(crate) fn ended(status: ExitStatus) -> Escape {
    Escape::Died(status)
}
