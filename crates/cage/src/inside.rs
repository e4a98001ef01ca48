//! The inside: giving up everything that the work does not need, before it begins.

use std::io::{self, Read};

use crate::Limits;
#[cfg(target_os = "linux")]
use crate::closed::Calls;

/// What the child was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The order.
    pub order: Vec<u8>,
    /// What it is about.
    pub bytes: Vec<u8>,
}

/// Closes the cage, and only then reads what is asked. Of a process with one thread; there is no way back.
pub fn enter(limits: &Limits) -> io::Result<Ask> {
    close(limits)?;
    let mut input = io::stdin().lock().take(limits.asked);
    let mut length = [0; 4];
    input.read_exact(&mut length)?;
    let mut order = Vec::new();
    let length = u64::from(u32::from_le_bytes(length));
    Read::take(&mut input, length).read_to_end(&mut order)?;
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    Ok(Ask { order, bytes })
}

#[cfg(target_os = "linux")]
fn close(limits: &Limits) -> io::Result<()> {
    crate::closed::close(limits, 0, 0, &Calls::Only(&CALLS))
}

/// The kernel answers only these calls; to every other it says that it is not permitted.
#[cfg(target_os = "linux")]
const CALLS: [i64; 25] = [
    libc::SYS_read,
    libc::SYS_write,
    libc::SYS_close,
    libc::SYS_fstat,
    libc::SYS_lseek,
    libc::SYS_brk,
    libc::SYS_mmap,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_mprotect,
    libc::SYS_madvise,
    libc::SYS_futex,
    libc::SYS_sched_getaffinity,
    libc::SYS_sched_yield,
    libc::SYS_clock_gettime,
    libc::SYS_getrandom,
    libc::SYS_sigaltstack,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_gettid,
    libc::SYS_getpid,
    libc::SYS_tgkill,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

#[cfg(not(target_os = "linux"))]
#[expect(clippy::unnecessary_wraps, reason = "Linux can fail here")]
fn close(_: &Limits) -> io::Result<()> {
    Ok(())
}
