//! What each role may do.

use maud::{Markup, html};
use ui::layout::in_language;
use ui::parts;
use words::{Locale, Role};

use super::Titled;
use crate::caller::role_key;
use crate::matrix::{cell, said};
use crate::{Action, texts};

/// The whole matrix, a table for each role: a table of fourteen columns fits no telephone.
pub(crate) fn page(locale: Locale) -> Titled {
    let words = texts(locale);
    let content = html! {
        h1 { (words.t("matrix-title")) }
        p { (words.t("matrix-text")) }
        div.actions {
            (parts::main_link(&in_language(locale, "/rechten.csv"), words.t("matrix-csv")))
            a href=(in_language(locale, "/rechten.json")) { (words.t("matrix-json")) }
        }
        @for role in Role::ALL { (one(locale, role)) }
    };
    (words.t("matrix-title"), content)
}

fn one(locale: Locale, role: Role) -> Markup {
    let words = texts(locale);
    let rows = Action::ALL.into_iter().filter_map(|action| {
        let where_to = said(&cell(role, action), locale);
        let name = words
            .find(&format!("action-{}", action.key()))
            .unwrap_or_default();
        (!where_to.is_empty()).then(|| vec![html! { (name) }, html! { (where_to) }])
    });
    let head = [words.t("matrix-action"), words.t("matrix-where")];
    parts::table(words.t(role_key(role)), &head, &rows.collect::<Vec<_>>())
}
