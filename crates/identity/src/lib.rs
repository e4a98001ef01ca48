//! Who somebody is, and what they may do: signing in, sessions, roles and substitutes.
//!
//! * [`Caller`]: the person behind a request, taken by a handler as an argument; who has not signed in is sent to sign in.
//! * [`Caller::may`]: whether they may do an [`Action`] to what a [`Scope`] describes: an [`Outcome`] with its reasons.
//! * [`Policy`]: the one policy, in Cedar, that says which [`Role`](words::Role) may do what; tabulated at start.
//! * [`Identity`]: the state of this slice; a state that holds one (`FromRef`) has handlers that take a [`Caller`].
//! * [`Directory`]: what this slice must know of people; the slice that has them answers.
//!
//! The rules of this slice:
//!
//! * Nobody signs up. Whoever signs in is somebody whom the school knows already.
//! * Whether an address is known, nobody learns: not by the answer, not by the time it takes.
//! * A secret is used once where it can be, kept as a hash where it can be, and sealed otherwise.
//!
//! ```
//! use identity::{Action, Policy, Relation, Rule};
//! use words::Role;
//! let policy = Policy::shipped();
//! assert_eq!(policy.rule(Role::Ouder, Action::LookFile, Relation::OwnChild), Rule::Open("own-child"));
//! assert_eq!(policy.rule(Role::Ouder, Action::LookFile, Relation::OwnGroup), Rule::Closed);
//! ```

mod action;
mod caller;
mod device;
mod directory;
pub mod factor;
mod house;
pub mod invite;
pub mod jobs;
mod keyring;
pub mod matrix;
pub mod oidc;
mod pages;
mod passkeys;
pub mod password;
mod policy;
mod scope;
mod session;
pub mod setup;
pub mod store;
mod views;

use words::Locale;

pub use action::Action;
pub use caller::{Caller, Outcome, Reason};
pub use directory::{Asked, Directory, First, Known};
pub use house::{Config, Identity, Inner, Menu, Parts};
pub use jobs::jobs;
pub use keyring::Keyring;
pub use pages::routes;
pub use passkeys::Passkeys;
pub use policy::{Policy, Rule};
pub use scope::{HeldRole, Relation, Scope, Ties};
pub use session::Means;
pub use store::MIGRATIONS;

ui::speaks!();

/// What a role is called.
#[must_use]
pub fn role_said(role: words::Role, locale: Locale) -> &'static str {
    texts(locale).t(caller::role_key(role))
}
