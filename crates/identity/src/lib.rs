//! Who somebody is, and what they may do: signing in, sessions, roles and substitutes.
//!
//! * [`Caller`]: the person behind a request, taken by a handler as an argument; who has not signed in is sent to sign in.
//! * [`Caller::may`]: whether they may do an [`Action`] to what a [`Scope`] describes: an [`Outcome`] with its reasons.
//! * [`Policy`]: the one policy, in Cedar, that says which [`Role`](words::Role) may do what; tabulated at start.
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
mod policy;
mod scope;

use std::sync::LazyLock;

use ui::{Table, Texts};
use words::Locale;

pub use action::Action;
pub use caller::{Caller, Outcome, Reason};
pub use policy::{Policy, Rule};
pub use scope::{HeldRole, Relation, Scope, Ties};

static TEXTS: LazyLock<Texts> =
    LazyLock::new(|| Texts::new(include_str!("../nl.ftl"), include_str!("../en.ftl")));

/// The words of this slice.
pub(crate) fn texts(locale: Locale) -> &'static Table {
    TEXTS.of(locale)
}
