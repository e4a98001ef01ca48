//! Schools beside each other: one situation under all, and where two differ.

use maud::{Markup, html};
use ui::Tone;
use ui::parts::{fold, table, tag};
use ui::picture::{hopscotch, shifts};

use super::Frame;

/// What one school says of the situation.
pub(crate) struct Says {
    pub(crate) name: String,
    pub(crate) tone: Tone,
    pub(crate) word: String,
    pub(crate) articles: String,
    pub(crate) ask: String,
    pub(crate) address: String,
}

/// One kind of situation where two schools differ.
pub(crate) struct Class {
    /// What somebody wants to do.
    pub(crate) what: String,
    pub(crate) from: (Tone, String),
    pub(crate) to: (Tone, String),
    pub(crate) articles: (String, String),
    pub(crate) count: String,
    pub(crate) example: String,
    /// The example at all schools.
    pub(crate) address: String,
    pub(crate) rules: Vec<String>,
}

/// Everything of the comparison of two schools.
pub(crate) struct Pair {
    pub(crate) names: (String, String),
    pub(crate) same_verdicts: bool,
    pub(crate) summary: String,
    /// How many kinds of situations were compared.
    pub(crate) note: String,
    pub(crate) shares: Vec<(Tone, Tone, f64, String)>,
    pub(crate) classes: Vec<Class>,
    pub(crate) left_out: Option<String>,
    /// The same comparison the other way round.
    pub(crate) turned: String,
}

/// Two schools to compare.
pub(crate) struct Choice {
    pub(crate) label: String,
    pub(crate) address: String,
}

fn pairs(frame: &Frame<'_>, choices: &[Choice]) -> Markup {
    html! {
        h2 { (frame.words().t("compare-two")) }
        ul.choices { @for choice in choices { li { a.choice href=(choice.address) { (choice.label) } } } }
    }
}

fn row_of(frame: &Frame<'_>, at: usize, row: &Says) -> Vec<Markup> {
    let words = frame.words();
    vec![
        html! { span.number { (at + 1) } a href=(row.address) { (row.name) } },
        html! {
            (tag(row.tone, &row.word))
            br; span.small { (words.t("articles")) ": " (row.articles) }
            br; span.small { (words.t("ask-whom")) ": " (row.ask) }
        },
    ]
}

/// One situation under all protocols; without a situation, where to find one.
pub(crate) fn all(
    frame: &Frame<'_>,
    situation: Option<&str>,
    says: &[Says],
    examples: &[Choice],
    choices: &[Choice],
) -> Markup {
    let words = frame.words();
    let squares: Vec<Tone> = says.iter().map(|row| row.tone).collect();
    let rows: Vec<Vec<Markup>> = says
        .iter()
        .enumerate()
        .map(|(at, row)| row_of(frame, at, row))
        .collect();
    let content = html! {
        h1 { (words.t("compare-title")) }
        @if let Some(situation) = situation {
            p.lead { (situation) }
            (hopscotch(&squares))
            (table(words.t("compare-table"), &[words.t("school"), words.t("answer")], &rows))
        } @else {
            p.lead { (words.t("compare-lead")) }
        }
        h2 { (words.t("compare-example")) }
        ul.choices { @for example in examples { li { a.choice href=(example.address) { (example.label) } } } }
        (pairs(frame, choices))
    };
    frame.page(words.t("compare-title"), content)
}

fn class(frame: &Frame<'_>, class: &Class) -> Markup {
    let words = frame.words();
    html! {
        section.card {
            h3 { (class.what) }
            p { (tag(class.from.0, &class.from.1)) " → " (tag(class.to.0, &class.to.1)) }
            p { (class.example) }
            p.small.soft { (class.articles.0) " → " (class.articles.1) " · " (class.count) }
            @if !class.rules.is_empty() {
                (fold(words.t("rules"), html! { ul { @for rule in &class.rules { li { (rule) } } } }))
            }
            p.small { a href=(class.address) { (words.t("at-all-schools")) } }
        }
    }
}

/// Where two schools differ.
pub(crate) fn two(frame: &Frame<'_>, pair: &Pair) -> Markup {
    let words = frame.words();
    let title = words.f(
        "two-title",
        &[
            ("a", pair.names.0.as_str().into()),
            ("b", pair.names.1.as_str().into()),
        ],
    );
    let share = |from: Tone, to: Tone| {
        pair.shares
            .iter()
            .filter(|row| row.0 == from && row.1 == to)
            .map(|row| row.2)
            .sum()
    };
    let word = |tone: Tone| match tone {
        Tone::Yes => words.t("yes-short"),
        Tone::No => words.t("no-short"),
        Tone::Doubt => words.t("doubt-short"),
        Tone::Outside => words.t("outside-short"),
    };
    let row = |(from, to, _, count): &(Tone, Tone, f64, String)| {
        vec![
            html! { (tag(*from, word(*from))) " → " (tag(*to, word(*to))) },
            html! { (count) },
        ]
    };
    let rows: Vec<Vec<Markup>> = pair.shares.iter().map(row).collect();
    let names = format!("{} → {}", pair.names.0, pair.names.1);
    let content = html! {
        h1 { (title) }
        p.lead { (pair.summary) }
        @if !pair.same_verdicts {
            (shifts(Tone::ALL.map(word), &pair.names.0, &pair.names.1, share))
            (table(words.t("shift-table"), &[&names, words.t("kinds")], &rows))
            p.small.soft { (pair.note) }
            h2 { (words.t("differences")) }
            @for row in &pair.classes { (class(frame, row)) }
            @if let Some(left_out) = &pair.left_out { p { (left_out) } }
        }
        div.actions {
            a href=(pair.turned) { (words.t("turned")) }
            a href=(frame.to("/vergelijk")) { (words.t("compare-title")) }
        }
    };
    frame.page(&title, content)
}
