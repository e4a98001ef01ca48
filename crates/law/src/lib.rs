//! The law that holds for every school in the Netherlands, as data and in pure functions.
//!
//! A rule of one school is in its protocol; what stands here holds at all of them, whatever they agreed. Each fact carries its
//! [`Source`]: the act with its number in the national register, the article, and the date of the version that was read. Nothing
//! here decides about anybody: it says which conditions a person has to meet, which of them are not met, and until when there is time.
//!
//! * [`days`]: the days that everybody has off;
//! * [`terms`]: when a statutory term ends, and whether something came in time;
//! * [`measures`]: what has to be done before, with and after a warning, a suspension, a removal;
//! * [`objection`]: within which time somebody may object, when the answer is due, and who may give it;
//! * [`police`]: offences, who may file, and what is never taken in;
//! * [`retention`]: how long a file is kept when a school has said nothing else.
//!
//! Names are codes: the slice that shows them has the words. It is no legal advice: what was read in the act, what we concluded
//! from it and what we only know from practice are told apart ([`Standing`]), and what is only practice never blocks.
//!
//! ```
//! use jiff::civil::date;
//! // A decision made known on Friday 13 November 2026: six weeks later is Christmas, so the term ends on the Monday after.
//! let term = law::terms::six_weeks(date(2026, 11, 13), law::Source::OBJECTION);
//! assert_eq!(term.last_day, date(2026, 12, 28));
//! assert_eq!(term.source.to_string(), "BWBR0005537 art. 6:7 (1994-01-01)");
//! ```

pub mod days;
pub mod measures;
pub mod objection;
pub mod police;
pub mod retention;
mod source;
pub mod terms;

pub use source::{Act, Source, Standing};
