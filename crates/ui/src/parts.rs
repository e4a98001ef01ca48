//! The parts that screens are made of. They show; they decide nothing.

use maud::{Markup, PreEscaped, Render, html};
use words::Locale;

use crate::layout::in_language;
use crate::words_of;

/// The four kinds of answer. Each has a colour, a sign and a shape of its own, so that
/// nobody needs to see colours to tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// It is allowed: a tick in a circle.
    Yes,
    /// It is not allowed: a cross in an octagon.
    No,
    /// In doubt: a question mark in a triangle. Not in a diamond: that is what a letter looks like that got lost.
    Doubt,
    /// Outside: a dash in a dotted circle.
    Outside,
}

impl Tone {
    /// All four, in the order of legends and tables.
    pub const ALL: [Tone; 4] = [Tone::Yes, Tone::No, Tone::Doubt, Tone::Outside];

    /// The name used in style sheets.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Tone::Yes => "yes",
            Tone::No => "no",
            Tone::Doubt => "doubt",
            Tone::Outside => "outside",
        }
    }

    /// The sign as the inside of an SVG of 24 by 24.
    #[must_use]
    pub fn sign(self) -> PreEscaped<&'static str> {
        PreEscaped(match self {
            Tone::Yes => {
                r#"<circle class="shape" cx="12" cy="12" r="11"/><path class="line" d="M6.5 12.5l4 4 7-8.5"/>"#
            }
            Tone::No => {
                r#"<path class="shape" d="M7.5 1h9L23 7.5v9L16.5 23h-9L1 16.5v-9z"/><path class="line" d="M8 8l8 8M16 8l-8 8"/>"#
            }
            Tone::Doubt => {
                r#"<path class="shape" d="M12 .8a2 2 0 0 1 1.7 1l9.9 18.4a2 2 0 0 1-1.7 3H2.1a2 2 0 0 1-1.7-3L10.3 1.8a2 2 0 0 1 1.7-1z"/><path class="line" d="M9.4 11.2a2.6 2.6 0 1 1 3.8 2.4c-.9.4-1.2.8-1.2 1.7"/><circle class="dot" cx="12" cy="19.4" r="1.5"/>"#
            }
            Tone::Outside => {
                r#"<circle class="shape" cx="12" cy="12" r="10.2"/><path class="line" d="M7.5 12h9"/>"#
            }
        })
    }

    /// The sign as a picture beside its word; the word carries the meaning.
    #[must_use]
    pub fn icon(self) -> Markup {
        html! {
            svg.sign.(self.class()) viewBox="0 0 24 24" aria-hidden="true" focusable="false" { (self.sign()) }
        }
    }
}

/// A word with its sign, on a coloured label.
#[must_use]
pub fn tag(tone: Tone, word: &str) -> Markup {
    html! { span.tag.(tone.class()) { (tone.icon()) (word) } }
}

/// What went wrong, each fault with the place where it can be repaired.
#[must_use]
pub fn error_summary(locale: Locale, faults: &[(String, String)]) -> Markup {
    let words = words_of(locale);
    html! {
        // `autofocus` on a focusable box brings the reader here without any script.
        div.faults #faults tabindex="-1" autofocus {
            div role="alert" {
                h2 { (words.t("fault-heading")) }
                ul {
                    @for (target, text) in faults {
                        li { @if target.is_empty() { (text) } @else { a href=(target) { (text) } } }
                    }
                }
            }
        }
    }
}

/// What a page says that could not be shown: the faults, what happened, and where to go on.
#[must_use]
pub fn fault(locale: Locale, title: &str, text: &str, faults: &[String], again: &str) -> Markup {
    let summary: Vec<(String, String)> = faults
        .iter()
        .map(|text| (String::new(), text.clone()))
        .collect();
    html! {
        @if !summary.is_empty() { (error_summary(locale, &summary)) }
        h1 { (title) }
        p { (text) }
        div.actions { (main_link(&in_language(locale, again), words_of(locale).t("again"))) }
    }
}

/// One row of a summary list: what, the answer, and where to change it.
pub struct Row {
    /// The short name of the question.
    pub key: String,
    /// The answer in words.
    pub value: String,
    /// Where it can be changed, if it can.
    pub change: Option<String>,
}

/// The answers so far, each with a link to change it.
#[must_use]
pub fn summary_list(locale: Locale, rows: &[Row]) -> Markup {
    let words = words_of(locale);
    html! {
        dl.answers {
            @for row in rows {
                div {
                    dt { (row.key) }
                    dd { (row.value) }
                    @if let Some(change) = &row.change {
                        dd.change { a href=(change) { (words.t("change")) span.hidden { " " (row.key) } } }
                    }
                }
            }
        }
    }
}

/// Something behind a fold.
#[must_use]
pub fn fold(summary: &str, content: impl Render) -> Markup {
    html! { details { summary { (summary) } div.folded { (content) } } }
}

/// Something behind a fold that a print leaves out while it is closed.
#[must_use]
pub fn extra(summary: &str, content: impl Render) -> Markup {
    html! { details.extra { summary { (summary) } div.folded { (content) } } }
}

/// A link that looks like the one main thing to do on a page.
#[must_use]
pub fn main_link(address: &str, label: &str) -> Markup {
    html! { a.button href=(address) { (label) } }
}

/// A table in a box that scrolls by itself on a small screen.
#[must_use]
pub fn table(caption: &str, head: &[&str], rows: &[Vec<Markup>]) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(caption) {
            table {
                caption { (caption) }
                thead { tr { @for cell in head { th scope="col" { (cell) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (at, cell) in row.iter().enumerate() {
                                @if at == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
