//! A program of the system that works on files from outside: with limits, without network.

use std::ffi::OsString;
use std::io;
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;

#[cfg(target_os = "linux")]
use crate::closed::Calls;
use crate::outside::{ended, listen, own_program};
use crate::{Escape, Limits};

/// What the child that should have become a program ends with when it could not.
const NO_PROGRAM: i32 = 127;

/// A program of the system. Its child begins as a child of this program, which gives up what the work does not need, and becomes
/// that program only then. Files it may open: whoever gives it one names what it may read in there.
#[derive(Debug, Clone)]
pub struct Tool {
    own: PathBuf,
    program: PathBuf,
    argument: OsString,
    limits: Limits,
}

impl Tool {
    /// The program of this name, if it is installed: in a folder that `path` lists, as the variable `PATH` does. The child is
    /// started with this argument of our own and then [`become_tool`].
    pub fn find(name: &str, path: &OsString, argument: &str, limits: Limits) -> Option<Self> {
        let mut folders = std::env::split_paths(path);
        let program = folders.find_map(|folder| {
            let program = folder.join(name);
            (folder.is_absolute() && program.is_file()).then_some(program)
        })?;
        Some(Self {
            own: own_program(),
            program,
            argument: argument.into(),
            limits,
        })
    }

    /// The same, begun by a child of another program than the one that runs now: one that calls [`become_tool`] too.
    #[must_use]
    pub fn begun_by(mut self, own: PathBuf) -> Self {
        self.own = own;
        self
    }

    /// Runs it, and gives what it said. Blocks: call it where waiting is no harm. [`Escape::Died`] says that it could not do its
    /// work on what it was given.
    pub fn run(&self, arguments: &[OsString]) -> Result<Vec<u8>, Escape> {
        let mut child = Command::new(&self.own)
            .arg(&self.argument)
            .arg(&self.program)
            .args(arguments)
            .env_clear()
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(Escape::Start)?;
        let stdout = child.stdout.take();
        let stdout = stdout.ok_or_else(|| Escape::Start(io::ErrorKind::BrokenPipe.into()))?;
        let (send, receive) = mpsc::channel();
        let most = self.limits.answered;
        let ear = thread::spawn(move || send.send(listen(stdout, most)));
        // Its end closes the pipe.
        let answer = receive.recv_timeout(self.limits.patience);
        if !matches!(answer, Ok(Ok(_))) {
            drop(child.kill());
        }
        let status = child.wait().map_err(Escape::Start)?;
        drop(ear.join());
        let answer = answer
            .map_err(|_| Escape::TooLong)?
            .map_err(Escape::Start)?;
        match status.code() {
            Some(0) => Ok(answer),
            Some(NO_PROGRAM) => Err(Escape::Start(io::ErrorKind::NotFound.into())),
            _ => Err(ended(status)),
        }
    }
}

/// The inside: gives up the network and most of memory, time and disk, and becomes the first of these words with the others as its
/// arguments. Comes back only where that failed: end the process with the code it gives.
pub fn become_tool(limits: &Limits, mut words: impl Iterator<Item = OsString>) -> i32 {
    let Some(program) = words.next() else {
        return NO_PROGRAM;
    };
    if close(limits).is_ok() {
        drop(Command::new(program).args(words).exec());
    }
    NO_PROGRAM
}

#[cfg(target_os = "linux")]
fn close(limits: &Limits) -> io::Result<()> {
    crate::closed::close(limits, limits.asked, 64, &Calls::AllBut(&CALLS))
}

/// The kernel answers everything but these calls: what reaches out of the machine, into other processes, or above its rights.
#[cfg(target_os = "linux")]
const CALLS: [i64; 21] = [
    libc::SYS_socket,
    libc::SYS_connect,
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_accept4,
    libc::SYS_sendto,
    libc::SYS_sendmsg,
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_kill,
    libc::SYS_pidfd_open,
    libc::SYS_pidfd_getfd,
    libc::SYS_io_uring_setup,
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_keyctl,
    libc::SYS_mount,
    libc::SYS_unshare,
    libc::SYS_setns,
    libc::SYS_userfaultfd,
];

#[cfg(not(target_os = "linux"))]
#[expect(clippy::unnecessary_wraps, reason = "Linux can fail here")]
fn close(_: &Limits) -> io::Result<()> {
    Ok(())
}
