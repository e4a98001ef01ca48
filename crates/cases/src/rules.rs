//! Decisions: who sees a case, what its protocol asks, and when it can be closed. Pure.

pub mod access;
pub mod closing;
pub mod code;
pub mod dossier;
pub mod feed;
pub mod figures;
pub mod letter;
pub mod measure;
pub mod redact;
pub mod script;

/// The last minute of a day, by the clock on the wall: until then something that is to be done on it is in time.
pub fn end_of(day: jiff::civil::Date) -> Option<jiff::Timestamp> {
    shell::clock::from_the_wall(day.at(23, 59, 0, 0)).ok()
}
