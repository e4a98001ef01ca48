//! A school's roster as its pupil administration exports it, read into the people in it.
//!
//! Three formats, one model: EDEXML 1.03, 2.0 and 2.1 ([`read_edexml`]), OneRoster 1.1 and 1.2 as CSV in a zip
//! ([`read_oneroster`]), and our own CSV for people and for guardians ([`read_csv`]; [`templates`] gives an empty one).
//! [`read`] looks which it is. Readers stream: each [`Record`] goes to a [`Sink`] with its line as soon as it is known, and so does each
//! [`Finding`]: what was refused, repaired, dropped or worth a note. Only what a school's protocol needs is kept: citizen service
//! numbers, ECK iD, nationality, origin, gender, addresses, telephone numbers and photos are never put into a value and never into
//! a message.
//!
//! A file is read or refused as a whole: after an `Err` ([`Refusal`]) a sink throws away what it was given. [`Roster`] is the sink that
//! keeps everything, for files that fit in memory.
//!
//! Pure: no file, no clock, no log. `today` is an argument.
//!
//! ```
//! use rosters::{Options, Roster};
//! let file = "soort;sleutel;roepnaam;achternaam;groep\nleerling;L1;Daan;de Vries;7a\n";
//! let today = jiff::civil::date(2026, 9, 1);
//! let roster = Roster::read(std::io::Cursor::new(file), &Options::on(today)).unwrap();
//! assert_eq!(roster.pupils[0].1.name.listed(), "Vries, Daan de");
//! ```

mod clean;
mod date;
mod decode;
mod edexml;
mod finding;
mod header;
mod kind;
mod model;
mod name;
mod oneroster;
mod options;
mod out;
mod out_csv;
mod own;
mod person;
mod say;
mod seen;
mod sheet;
mod sink;
mod table;

pub use edexml::read_edexml;
pub use finding::{Code, Finding, Kind, Refusal};
pub use kind::{Format, read};
pub use model::{
    Authority, Group, Guardian, Location, Member, Part, Pupil, Record, Relation, School, Staff,
    Tie, Work,
};
pub use oneroster::read_oneroster;
pub use options::{Limits, Options};
pub use out_csv::csv_safe;
pub use own::{read_csv, templates};
pub use sheet::sheet;
pub use sink::{Roster, Sink, Summary};
