//! Feeds that a school watches.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Field, Form, hidden};

/// One of them.
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) address: String,
    pub(crate) words: String,
    pub(crate) read: Option<String>,
    pub(crate) fault: Option<String>,
}

/// All of a school, and the form as it was filled in.
pub(crate) struct List {
    pub(crate) rows: Vec<Row>,
    pub(crate) address: String,
    pub(crate) words: String,
    /// The accounts of which the mentions can be watched.
    pub(crate) accounts: Vec<Choice>,
}

/// The page.
pub(crate) fn page(frame: &Frame<'_>, list: &List, errors: &Errors) -> Markup {
    let words = frame.words();
    let title = words.t("watch-title");
    let fields = Form::new(frame.locale(), frame.token(), errors);
    let here = frame.to("/zaken/volgen");
    let inputs = html! {
        (fields.field(&Field::text("link", words.t("watch-link")).hint(words.t("watch-link-hint")).value(&list.address)))
        (fields.field(&Field::text("woorden", words.t("watch-words")).hint(words.t("watch-words-hint")).optional().value(&list.words)))
    };
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back("/zaken", words.t("cases-title")))
        h1 { (title) }
        p.lead { (words.t("watch-lead")) }
        p { a href=(frame.to("/zaken/postbus")) { (words.t("mailbox-title")) } }
        @for row in &list.rows {
            section.card {
                p { code { (row.address) } }
                @if !row.words.is_empty() { p { (words.f("watch-for", &[("words", row.words.as_str().into())])) } }
                @match (&row.fault, &row.read) {
                    (Some(fault), _) => p.error { (fault) },
                    (None, Some(read)) => p.soft { (words.f("watch-read", &[("when", read.as_str().into())])) },
                    (None, None) => p.soft { (words.t("watch-new")) },
                }
                (fields.around_with(&here, hidden("stop", &row.id), html! { button.button.quiet { (words.t("watch-stop")) } }))
            }
        }
        h2 { (words.t("watch-add")) }
        (fields.around(&here, inputs, words.t("watch-button")))
        h2 { (words.t("watch-mentions-add")) }
        @if list.accounts.is_empty() { p.soft { (words.t("watch-mentions-none")) } }
        @else {
            p { (words.t("watch-mentions-lead")) }
            (fields.around(&here, fields.select("account", words.t("watch-account"), "", &list.accounts), words.t("watch-button")))
        }
    };
    super::page(frame, title, errors, content)
}
