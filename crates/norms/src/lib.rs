//! The executable protocol: a school's social-media rules as one document that people and the program both read.
//!
//! A [`Document`] is Markdown with norms in Cedar between the prose. [`Protocol::load`] reads it, checks it strictly against the
//! shared [`Vocabulary`], weaves the exceptions of the prose into plain Cedar and compiles every norm to a decision diagram.
//! Then a [`Situation`], of which much may be unknown, is asked:
//!
//! ```
//! use norms::{Situation, shipped};
//! use words::Verdict;
//!
//! let spoenk = shipped::protocol("spoenk").unwrap();
//! let asked = r#"{"actie": "plaatsen", "rollen": ["leraar"], "hoedanigheid": "functie", "kanaal": "schoolaccount",
//!                 "schoolgerelateerd": true, "beeldOfGeluid": true, "herkenbaar": ["sam"], "toestemming": []}"#;
//! let situation = Situation::from_json_str(asked, spoenk.vocabulary()).unwrap();
//! let answer = spoenk.ask(&situation);
//! assert_eq!(answer.verdict, Verdict::Prohibited);
//! assert!(answer.articles.contains(&"5"));
//! ```
//!
//! * Two engines: Cedar decides ([`Protocol::by_cedar`]), the diagrams explain, count, compare and prove
//!   ([`Protocol::by_diagram`]). They are held to each other by tests and by `examples/agree.rs`.
//! * [`Answer`] names the articles, the duties, whom to ask, what would make it permitted, and a receipt.
//! * [`compare()`] and [`Protocol::prove`] speak of every situation there is, none sampled.
//! * [`Protocol::coverage`] and [`Protocol::lints`] tell an author what nothing guards and what does no work.
//!
//! The crate is pure: no file, no clock, no network, no chance but what is handed to it. Nothing that anybody can write into a
//! document or a situation makes it panic or run away.

pub mod akn;
pub mod answer;
pub mod ask;
mod bridge;
mod chance;
mod check;
pub mod compare;
mod compile;
mod count;
pub mod coverage;
pub mod diagnostic;
pub mod diagram;
pub mod document;
mod explain;
mod fences;
pub mod front;
mod guard;
mod lints;
mod masks;
mod mutant;
mod numbering;
pub mod offline;
mod phrase;
mod plain;
pub mod prose;
pub mod protocol;
pub mod prove;
mod reader;
mod reference;
mod remedy;
pub mod sample;
pub mod scenario;
mod scenario_run;
pub mod shipped;
pub mod situation;
mod situation_json;
mod space;
pub mod speech;
mod unknown;
mod validate;
pub mod vocabulary;
mod vocabulary_files;
mod weave;

pub use answer::Answer;
pub use ask::Workspace;
pub use compare::{Comparison, compare};
pub use coverage::Coverage;
pub use diagnostic::{Diagnostic, Severity};
pub use document::Document;
pub use protocol::{Loaded, Protocol};
pub use situation::{Situation, SituationError};
pub use space::Described;
pub use unknown::Question;
pub use vocabulary::Vocabulary;
pub use vocabulary_files::Files;
