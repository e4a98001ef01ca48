//! Rosters as schools send them, as they go wrong, and as somebody makes them to hurt.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

mod findings;
mod hostile;
mod privacy;
mod samples;
mod zips;

use std::io::Cursor;

use jiff::civil::{Date, date};
use rosters::{Code, Options, Refusal, Roster};

/// The first day of the school year in which these files are read.
const TODAY: Date = date(2026, 9, 1);

fn read(bytes: impl AsRef<[u8]>) -> Result<Roster, Refusal> {
    Roster::read(Cursor::new(bytes.as_ref()), &Options::on(TODAY))
}

/// Why a file is refused: code and line of its first fault.
fn refused(bytes: impl AsRef<[u8]>) -> (Code, u64) {
    let refusal = read(bytes).expect_err("the file is refused");
    (refusal.faults[0].code, refusal.faults[0].line)
}

/// An EDEXML file with these lists in it.
fn edexml(lists: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<EDEX>\n{lists}\n</EDEX>\n")
}

/// An EDEXML file with these pupils; the first line of `pupils` is line 6.
fn pupils(pupils: &str) -> String {
    let school = "<school><schooljaar>2026-2027</schooljaar></school>";
    let groups = "<groepen><groep key=\"g1\"><naam>7a</naam></groep></groepen>";
    edexml(&format!(
        "{school}\n{groups}\n<leerlingen>\n{pupils}\n</leerlingen>"
    ))
}
