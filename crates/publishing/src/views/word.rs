//! The list of words that a school taught its check.

use maud::{Markup, html};
use personal_data::Category;
use ui::form::{Choice, Field, Form};
use ui::lists::{empty, records};
use ui::parts::{Row, summary_list};
use ui::{Errors, Table};

use super::text::{channel_said, school, until_said};
use crate::model::{Meaning, Word};
use people::Frame;

/// A word with who it is about and who put it there.
pub(crate) struct Line {
    pub(crate) word: Word,
    pub(crate) person: Option<String>,
    pub(crate) by: String,
}

/// Everything that the page of the list shows.
pub(crate) struct List {
    pub(crate) schools: Vec<Choice>,
    pub(crate) lines: Vec<Line>,
    pub(crate) typed: String,
    pub(crate) kinds: Vec<Choice>,
}

/// A kind of word that a school adds itself.
pub(crate) fn kind_said(words: &'static Table, kind: &str) -> &'static str {
    match Category::from_code(kind) {
        None => words.t("word-kind-public"),
        Some(Category::Health) => words.t("word-kind-health"),
        Some(Category::Religion) => words.t("word-kind-religion"),
        Some(_) => words.t("word-kind-situation"),
    }
}

/// What a word means, in one line.
fn meaning(frame: &Frame<'_>, line: &Line) -> String {
    let (words, word) = (frame.words(), &line.word);
    let said = words
        .t(&format!("meaning-{}", word.meaning.key()))
        .to_owned();
    let category = word.category.map(|one| one.said(frame.locale()).to_owned());
    let channel = word.channel.map(|one| channel_said(frame, one));
    let more = match word.meaning {
        Meaning::Agreed => [line.person.clone(), channel],
        Meaning::NotPersonal | Meaning::LeftOut | Meaning::Sensitive => [category, None],
        Meaning::Public => [None, None],
    };
    let more: Vec<String> = more.into_iter().flatten().collect();
    if more.is_empty() {
        said
    } else {
        format!("{said}: {}", more.join(", "))
    }
}

/// The list, and the form that adds to it.
pub(crate) fn list(frame: &Frame<'_>, list: &List, errors: &Errors) -> Markup {
    let words = frame.words();
    let rows: Vec<Vec<Markup>> = list
        .lines
        .iter()
        .map(|line| {
            let address = frame.to(&format!("/woorden/{}", line.word.id.as_simple()));
            vec![
                html! { a href=(address) { (line.word.words) } },
                html! { (meaning(frame, line)) },
                html! { (until_said(frame, line.word.until)) },
            ]
        })
        .collect();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let fields = html! {
        (school(frame, &form, &list.schools))
        (form.field(&Field::text("woord", words.t("word-label")).hint(words.t("word-hint")).value(&list.typed)))
        (form.radios("soort", words.t("word-kind"), "", &list.kinds))
    };
    let head = [
        words.t("word-words"),
        words.t("word-meaning"),
        words.t("word-until"),
    ];
    let content = html! {
        (errors.summary(frame.locale()))
        h1 { (words.t("words-title")) }
        p.lead { (words.t("words-lead")) }
        @if list.schools.len() > 1 { (schools(frame, &list.schools)) }
        @if rows.is_empty() { (empty(words.t("words-none"))) } @else { (records(words.t("words-caption"), &head, &rows)) }
        h2 { (words.t("word-add")) }
        (form.around(&frame.to("/woorden"), fields, words.t("word-add-button")))
    };
    super::page(frame, words.t("words-title"), !errors.is_empty(), content)
}

fn schools(frame: &Frame<'_>, schools: &[Choice]) -> Markup {
    let tabs: Vec<ui::lists::Tab<'_>> = schools
        .iter()
        .map(|one| ui::lists::Tab {
            address: frame.to(&format!("/woorden?school={}", one.value)),
            label: &one.label,
            count: None,
            here: one.chosen,
        })
        .collect();
    ui::lists::tabs(frame.words().t("school"), &tabs)
}

/// One word, and the question whether it goes.
pub(crate) fn page(frame: &Frame<'_>, line: &Line) -> Markup {
    let words = frame.words();
    let row = |key: &str, value: String| Row {
        key: words.t(key).to_owned(),
        value,
        change: None,
    };
    let rows = [
        row("word-meaning", meaning(frame, line)),
        row("word-until", until_said(frame, line.word.until)),
        row("word-by", line.by.clone()),
        row(
            "word-at",
            frame.day(shell::clock::on_the_wall(line.word.at).date()),
        ),
    ];
    let errors = Errors::default();
    let form = Form::new(frame.locale(), frame.token(), &errors);
    let list = format!("/woorden?school={}", line.word.school);
    let here = format!("/woorden/{}", line.word.id.as_simple());
    let content = html! {
        (frame.back(&list, words.t("words-title")))
        h1 { (line.word.words) }
        (summary_list(frame.locale(), &rows))
        p { (words.t("word-remove-text")) }
        (form.around(&frame.to(&here), html! {}, words.t("word-remove")))
    };
    frame.page(&line.word.words, content)
}
