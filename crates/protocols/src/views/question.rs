//! One question, or one small group of rare ones. Every answer is one tap.

use maud::{Markup, html};
use ui::parts::{Row, fold, summary_list};

use super::Frame;

/// One answer to tap.
pub(crate) struct Choice {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) label: String,
    /// The answer that was given before.
    pub(crate) now: bool,
}

/// One of a group of rare facts.
pub(crate) struct Rare {
    pub(crate) key: String,
    pub(crate) question: String,
    pub(crate) why: String,
    /// `Some(true)` yes, `Some(false)` not known, as answered before.
    pub(crate) now: Option<bool>,
}

/// How a question is answered.
pub(crate) enum Ways {
    /// One tap on one of these; the last may be "I do not know".
    Tap {
        choices: Vec<Choice>,
        unknown: Choice,
    },
    /// None of these, or some of them.
    Several { items: Vec<Rare>, none: String },
}

/// A word of what was understood, with an address without it.
pub(crate) struct Chip {
    pub(crate) label: String,
    pub(crate) without: String,
}

/// Everything that a question page shows.
pub(crate) struct Question {
    pub(crate) text: String,
    pub(crate) why: String,
    pub(crate) progress: String,
    pub(crate) back: String,
    /// What the form carries along: all that was said before.
    pub(crate) carried: Vec<(String, String)>,
    pub(crate) ways: Ways,
    /// What was understood from the asker's own words.
    pub(crate) chips: Vec<Chip>,
    pub(crate) rows: Vec<Row>,
    /// Where the answer so far stands.
    pub(crate) so_far: Option<String>,
}

fn carried(pairs: &[(String, String)]) -> Markup {
    html! { @for (name, value) in pairs { input type="hidden" name=(name) value=(value); } }
}

fn tile(choice: &Choice, class: &str) -> Markup {
    html! {
        li {
            button.choice.(class).now[choice.now] type="submit" name=(choice.name) value=(choice.value)
                aria-current=[choice.now.then_some("true")] { (choice.label) }
        }
    }
}

fn tap(frame: &Frame<'_>, question: &Question, choices: &[Choice], unknown: &Choice) -> Markup {
    html! {
        form method="get" action=(frame.of("/mag-dit")) {
            (carried(&question.carried))
            fieldset {
                legend { h1 { (question.text) } }
                ul.choices.two[choices.len() == 2] {
                    @for choice in choices { (tile(choice, "")) }
                    (tile(unknown, "unknown"))
                }
            }
        }
    }
}

fn several(frame: &Frame<'_>, question: &Question, items: &[Rare], none: &str) -> Markup {
    let words = frame.words();
    let keys = items
        .iter()
        .map(|item| item.key.as_str())
        .collect::<Vec<_>>()
        .join(",");
    let picked = items.iter().any(|item| item.now.is_some());
    html! {
        h1 { (question.text) }
        form method="get" action=(frame.of("/mag-dit")) {
            (carried(&question.carried))
            ul.choices { li { button.choice.yes-all type="submit" name="nee" value=(keys) { (none) } } }
        }
        form method="get" action=(frame.of("/mag-dit")) {
            (carried(&question.carried))
            input type="hidden" name="nee" value=(keys);
            p.soft { (words.t("or-tick")) }
            @for item in items {
                fieldset.rare {
                    legend { (item.question) }
                    label { input type="checkbox" name=(item.key) value="ja" checked[item.now == Some(true)]; (words.t("yes")) }
                    label { input type="checkbox" name=(item.key) value="?" checked[item.now == Some(false)]; (words.t("unknown")) }
                }
            }
            div.actions { button.button.quiet[!picked] type="submit" { (words.t("go-on-ticked")) } }
        }
        form method="get" action=(frame.of("/mag-dit")) {
            (carried(&question.carried))
            ul.choices { li { button.choice.unknown type="submit" name="weetniet" value=(keys) { (words.t("none-known")) } } }
        }
    }
}

/// One question page.
pub(crate) fn page(frame: &Frame<'_>, question: &Question) -> Markup {
    let words = frame.words();
    let content = html! {
        a.back href=(question.back) { "‹ " (words.t("back")) }
        @if !question.chips.is_empty() {
            section.card aria-labelledby="begrepen" {
                h2 #begrepen { (words.t("understood")) }
                ul.chips {
                    @for chip in &question.chips {
                        li { a href=(chip.without) { (chip.label) span.hidden { " – " (words.t("not-so")) } } }
                    }
                }
                p.small.soft { (words.t("understood-hint")) }
            }
        }
        p.steps { (question.progress) }
        @match &question.ways {
            Ways::Tap { choices, unknown } => (tap(frame, question, choices, unknown)),
            Ways::Several { items, none } => (several(frame, question, items, none)),
        }
        (fold(words.t("why-ask"), html! {
            p { (question.why) }
            @if let Ways::Several { items, .. } = &question.ways {
                dl.why { @for item in items { dt { (item.question) } dd { (item.why) } } }
            }
        }))
        @if !question.rows.is_empty() {
            (fold(words.t("said-so-far"), html! {
                (summary_list(frame.locale(), &question.rows))
                @if let Some(address) = &question.so_far { p { a href=(address) { (words.t("answer-so-far")) } } }
            }))
        }
    };
    frame.page(&question.text, content)
}
