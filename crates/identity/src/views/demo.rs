//! One click, as anybody.

use maud::html;
use ui::form::hidden;
use ui::layout::in_language;
use words::{Locale, Role};

use super::Titled;
use crate::caller::role_key;
use crate::texts;

/// Boards and roles to choose from.
pub(crate) fn ask(locale: Locale, token: &str, boards: &[(String, String)]) -> Titled {
    let words = texts(locale);
    let content = html! {
        h1 { (words.t("demo-title")) }
        p { (words.t("demo-text")) }
        @for (slug, name) in boards {
            h2 { (name) }
            form.demo method="post" action=(in_language(locale, "/demo/inloggen")) novalidate {
                (hidden("csrf", token))
                div.actions {
                    @for role in Role::ALL {
                        button.button.quiet type="submit" name="wie" value={ (slug) " " (role.key()) } {
                            (words.t(role_key(role))) span.hidden { ", " (name) }
                        }
                    }
                }
            }
        }
    };
    (words.t("demo-title"), content)
}
