//! The people of a board: schools, groups, pupils, guardians, staff; and how a roster brings them in.
//!
//! The rules of this word:
//!
//! * A name, a birth date and an e-mail address stand sealed under that person's own key. Finding somebody opens the names of
//!   a school in memory; no list of names stands in the database.
//! * A school year begins on 1 August ([`SchoolYear`]). What rolls over is shown before anything changes ([`roll_over`]).
//! * Authority over a pupil counts when somebody at the school saw to it ([`rules::standing`]); until then it is unknown.
//! * Every look at a pupil's file is a line in the log, in the same request.
//! * What waits for somebody, of every word, is one list: what harms first, then what waits longest ([`waits`]).
//!
//! ```
//! use jiff::civil::date;
//! use people::{SchoolYear, year::age_on};
//! assert_eq!(SchoolYear::of(date(2026, 7, 31)).to_string(), "2025-2026");
//! assert_eq!(age_on(date(2010, 11, 22), date(2026, 11, 21)), 15);
//! ```

mod answers;
pub mod demo;
pub mod directory;
pub mod forms;
mod house;
pub mod import;
pub mod letters;
pub mod model;
pub mod names;
mod pages;
pub mod roll_over;
pub mod rules;
pub mod store;
mod views;
pub mod waits;
pub mod work;
pub mod year;

pub use answers::Answers;
pub use house::{Later, People, begins, tomorrow_at};
pub use pages::{HOME, ask, menu, routes};
pub use store::MIGRATIONS;
pub use views::{Frame, Who, day_said};
pub use waits::Waits;
pub use work::{Follows, OpenWork};
pub use year::SchoolYear;

ui::speaks!();
