//! A text before it is public.
//!
//! The whole road of a publication is this word: somebody writes it ([`post::model`]), everything that is known of it is looked at
//! ([`post::panel`]), somebody else releases exactly that ([`post::steps`], [`post::signed`]), it goes out to each account
//! ([`post::release`], [`jobs`]), reactions are read, it is corrected, and it comes off, which is verified. A text by itself is read for
//! personal data with the school's own list of people ([`Publishing::check`]), and what editors answer is remembered.
//!
//! The rules of this word:
//!
//! * Nobody releases what they wrote. Who releases, the protocol says, and where it is silent the school.
//! * A release holds for these bytes, these words, these places, this protocol and these consents; any change voids it. At the
//!   second of publishing everything is looked at once more.
//! * One post for each account, however often it is tried: what may have arrived is asked for before it is sent again.
//! * *Public*, *corrected* and *gone* are said when the other side confirmed it or a person showed it. What cannot be taken back is
//!   said to stay.
//! * A text that is tried out is kept nowhere: not in the database, not in a log, not in an address. Whose names were shown beside
//!   it is a line in the log, for a pupil.
//! * No finding is no guarantee, and every page says so.
//! * Consent that is not known counts as no ([`Consents`]). An answer of an editor never beats a refusal.
//! * What a school teaches its check ([`Word`]) holds for that school, for those words, that kind of finding, that person and channel, until
//!   that day. The words stand sealed: they may be names.
//!
//! ```
//! use jiff::civil::date;
//! use publishing::model::{Length, Meaning};
//! // Who agreed did so for this school year, and is asked again in the next.
//! let today = date(2026, 11, 22);
//! assert_eq!(Length::Year.until(today), Some(date(2027, 7, 31)));
//! assert!(Meaning::Agreed.ends());
//! ```

mod check;
mod consents;
pub mod demo;
mod follows;
pub mod gather;
mod house;
pub mod jobs;
mod letters;
pub mod model;
mod pages;
pub mod post;
mod road;
mod rules;
mod scanners;
pub mod store;
mod views;
mod waits;

pub use check::{Checked, Draft};
pub use consents::{Answer, Asked, ByRegister, Consents, Given};
pub use follows::Merged;
pub use house::Publishing;
pub use model::Word;
pub use pages::{menu, routes};
pub use store::MIGRATIONS;
pub use waits::Waiting;

ui::speaks!();
