//! When something went wrong: a signal, the case it becomes, and everything that is done until it is closed and forgotten.
//!
//! The rules of this word:
//!
//! * Anybody may signal ([`rules::script`]): signed in, or without a name and with a code ([`rules::code`]) by which the school and who signalled can
//!   write to each other. What threatens to derail reaches the manager at once.
//! * A sexual image is never taken in, and a suspicion of a sexual offence by staff leaves this road for the one of the law.
//! * Who sees a case is a matter of seats ([`rules::access`]), not of roles alone. Who is in it, or represents somebody who is, does not
//!   handle it; where that is who runs the school, the board does. Each time it is opened stands in the log.
//! * A part belongs to one person in one case. Somebody whose account turns out to be another's fake is cleared everywhere.
//! * Talking, restoring and a measure are three things. Which steps there are, who takes them and on which article, the school's protocol
//!   says; what each measure needs, the law ([`law`]). A person decides, with a reason, also not to act.
//! * It is closed with an answer to who signalled or a reason for silence ([`rules::closing`]), and goes when its time is up: then
//!   its key is destroyed, and a stone without names is left.
//!
//! ```
//! use cases::rules::script::Script;
//! use norms::front::Handling;
//! use words::Role;
//! let front = &norms::shipped::protocol("spoenk").unwrap().document.front;
//! let script = Script::of(Some(front));
//! assert_eq!(script.who(Handling::Gesprek), [Role::Teamleider, Role::Directeur]);
//! assert_eq!(script.article(Handling::Gesprek), Some("8"));
//! ```

pub mod demo;
mod follows;
mod house;
pub mod jobs;
mod letters;
pub mod model;
mod pages;
mod paper;
pub mod rules;
pub mod store;
mod stream;
mod take;
mod views;
mod waits;
mod watching;

pub use follows::{Chronology, Merged, Seated};
pub use house::Cases;
pub use pages::{menu, routes};
pub use store::MIGRATIONS;
pub use waits::Waiting;

ui::speaks!();
