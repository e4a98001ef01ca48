//! In doubt: a question goes to who answers it at this school, and until there is an answer the answer is *don't*.
//!
//! The rules of this word:
//!
//! * Who answers, the school's protocol says, per asker ([`rules::route`]). Where it names nobody the school chooses once; that the text
//!   is silent stays in sight. Nobody answers their own question.
//! * A question has a clock of school days ([`rules::clock`]): a reminder on the last day, then it goes on to who is named next, and
//!   at last to the head of the school and the board. One answerer may hand it over to another.
//! * An answer is *may*, *may not* or *may if you change it*, with words and an article. It binds where the protocol says so, and advises otherwise.
//! * Where the protocol sends parents to each other, each parent answers for their own child, and silence is no.
//! * A question may name a child: it stands sealed, no letter repeats it, and it goes a year after it was answered. What others learn from it
//!   is written anew without anybody in it, and stays.
//!
//! ```
//! use advice::rules::{Routed, route};
//! use words::Role;
//! let front = &norms::shipped::protocol("pcc").unwrap().document.front;
//! let Routed::To(route) = route(Some(front), Role::Leerling, None) else { panic!() };
//! assert_eq!(route.named(), [Role::Mentor, Role::Pr, Role::Directeur]);
//! assert_eq!(route.article.as_deref(), Some("1"));
//! ```

pub mod demo;
mod desks;
mod follows;
mod house;
pub mod jobs;
mod letters;
pub mod model;
mod pages;
pub mod rules;
pub mod store;
mod views;
mod waits;

pub use follows::{HandedOver, Merged};
pub use house::Advice;
pub use pages::{menu, routes};
pub use store::MIGRATIONS;
pub use waits::Waiting;

ui::speaks!();
