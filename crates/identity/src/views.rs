//! The screens as HTML. They show what they are given and decide nothing. Each gives its title and its content.

pub(crate) mod account;
pub(crate) mod code;
pub(crate) mod demo;
pub(crate) mod first;
pub(crate) mod letters;
pub(crate) mod mail;
pub(crate) mod manage;
pub(crate) mod matrix;
pub(crate) mod oidc;
pub(crate) mod password;
pub(crate) mod sign_in;
pub(crate) mod step_up;

use maud::{Markup, html};
use ui::form::hidden;
use ui::layout::in_language;
use words::Locale;

/// A page's title and its content.
type Titled = (&'static str, Markup);

/// A form with one button that a script takes over: a passkey is made or shown, and then the form is sent. Without a script it
/// stays hidden, for then there are no passkeys.
fn passkey(
    locale: Locale,
    kind: &str,
    (action, token): (&str, &str),
    fields: &Markup,
    button: &str,
) -> Markup {
    html! {
        form.passkey method="post" action=(in_language(locale, action)) data-passkey=(kind)
            data-begin=(in_language(locale, &format!("{action}/begin"))) hidden novalidate {
            (hidden("csrf", token))
            (hidden("sleutel", ""))
            (fields)
            div.actions { button.button type="submit" { (button) } }
        }
    }
}
