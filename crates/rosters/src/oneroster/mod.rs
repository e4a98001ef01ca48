//! OneRoster 1.1 and 1.2: CSV files in a zip, as real programs write them.
//!
//! Nothing is unpacked to a disk. Each file is read on its own, some more than once, so that only who plays which part stays in memory:
//! first who there is (`users`), which part they play (`users` in 1.1, `roles` in 1.2) and when they were born (`demographics`), then the
//! people, then who belongs to whom and who is in which group.

mod archive;
mod groups;
mod people;
mod plans;
mod ties;

use std::io::{Read, Seek};

use crate::out::Out;
use crate::{Options, Refusal, Sink, Summary};

/// Reads OneRoster CSV in a zip.
///
/// # Errors
/// Why the file is refused as a whole; what the sink was given before is void.
pub fn read_oneroster(
    input: impl Read + Seek,
    options: &Options,
    sink: &mut dyn Sink,
) -> Result<Summary, Refusal> {
    let mut out = Out::new(sink, options);
    let mut archive = archive::Archive::open(input, &mut out)?;
    let year = groups::school_year(&mut archive, &mut out)?;
    groups::schools(&mut archive, &mut out, year)?;
    let groups = groups::classes(&mut archive, &mut out)?;
    let mut people = people::People::default();
    people.count(&mut archive, &mut out)?;
    people.roles(&mut archive, &mut out)?;
    people.births(&mut archive, &mut out)?;
    people.tell(&mut archive, &mut out)?;
    ties::read(&mut archive, &mut out, &people)?;
    groups::enrollments(&mut archive, &mut out, &groups, &people)?;
    Ok(out.finish())
}
