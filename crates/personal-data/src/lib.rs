//! Personal data in a text, found before it is public.
//!
//! A [`Scanner`] knows one school: its people with their consents ([`Roster`]), its own name and contact details, and what
//! its editors answered before ([`School`]). It reads a draft and hands back findings: where, what, how sure, why, who may
//! be meant, and what to do about it. Pure: no file, no clock, no log; it keeps nothing of a text that it read.
//!
//! A finding is a question to an editor. No finding is no guarantee.
//!
//! How it works: the text becomes words (`doc`); links, numbers and names are looked for word by word, each with a score
//! that grows with its reasons; names beat flowers by what stands around them (`context`); ages, birthdays, sensitive words
//! and the school's name only count when they are about somebody. Every step is linear in the text.
//!
//! ```
//! use personal_data::{Purpose, Roster, Scanner, School};
//! let roster = Roster::from_csv("person_id,call_name,infix,surname\nP1,Daan,de,Vries\n").unwrap();
//! let scanner = Scanner::new(&roster, School::default());
//! let report = scanner.scan("Knap gedaan, Daan de Vries!", Purpose::default()).unwrap();
//! assert_eq!(report.findings[0].candidates[0].person_id, "P1");
//! assert_eq!(report.findings[0].span.chars, (13, 26));
//! ```

mod about;
mod accounts;
mod address;
mod ages;
mod agespan;
mod agewords;
mod births;
mod casual;
mod category;
mod codes;
mod context;
mod dates;
mod doc;
mod figures;
mod finding;
mod fold;
mod forms;
mod homes;
mod index;
mod letters;
mod lexicon;
mod linked;
mod lists;
mod lived;
mod met;
mod names;
mod net;
mod numbers;
mod outing;
mod passing;
mod resolve;
mod roster;
mod rows;
mod say;
mod scanner;
mod school;
mod schoolname;
mod sense;
mod sensitive;
mod signs;
mod slips;
mod spelling;
mod spelt;
mod taught;
mod telling;
mod tokens;
mod told;
mod topic;
mod trie;
mod unknown;
mod voice;
mod work;

pub use category::{Category, Tier};
pub use finding::{Candidate, Finding, Reason, Report, Span, TooLong};
pub use roster::{Channel, Consent, Fault, Person, Role, Roster};
pub use say::say;
pub use scanner::{MAX_CHARS, Purpose, Scanner};
pub use school::{Allowed, LeftOut, School};
