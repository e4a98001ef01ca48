//! What a process gives up, as far as it is the same for every kind of work.

use std::io;

use rustix::process::{Resource, Rlimit, setrlimit};
use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, TargetArch};

use crate::Limits;

/// What the kernel still answers; to every other call it says that it is not permitted.
pub(crate) enum Calls {
    /// Only these.
    Only(&'static [i64]),
    /// Everything but these.
    AllBut(&'static [i64]),
}

/// Gives up most of memory and time, all files but those that are open beyond `files`, every byte written to a file beyond
/// `written`, and calls of the kernel.
pub(crate) fn close(limits: &Limits, written: u64, files: u64, calls: &Calls) -> io::Result<()> {
    let most = |resource, value| {
        let limit = Rlimit {
            current: Some(value),
            maximum: Some(value),
        };
        setrlimit(resource, limit)
    };
    most(Resource::Data, limits.memory)?;
    most(Resource::Cpu, limits.seconds)?;
    most(Resource::Core, 0)?;
    most(Resource::Fsize, written)?;
    most(Resource::Nofile, files)?;
    filter(calls).map_err(io::Error::other)
}

fn filter(calls: &Calls) -> Result<(), seccompiler::Error> {
    let (named, other) = (SeccompAction::Allow, SeccompAction::Errno(1));
    let (calls, named, other) = match calls {
        Calls::Only(calls) => (calls, named, other),
        Calls::AllBut(calls) => (calls, other, named),
    };
    let here = TargetArch::try_from(std::env::consts::ARCH)?;
    let rules = calls.iter().map(|call| (*call, Vec::new())).collect();
    let filter = SeccompFilter::new(rules, other, named, here)?;
    seccompiler::apply_filter(&BpfProgram::try_from(filter)?)
}
