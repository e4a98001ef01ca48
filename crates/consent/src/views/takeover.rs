//! Answers of another system come in.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Field, Form, hidden};
use ui::layout::in_language;
use ui::lists::records;

/// A column of the file.
pub(crate) struct Column {
    pub(crate) field: String,
    pub(crate) label: String,
    /// What stands in its first lines.
    pub(crate) example: String,
    pub(crate) choices: Vec<Choice>,
}

/// The columns with what they mean, as typed so far.
pub(crate) struct Columns {
    pub(crate) address: String,
    pub(crate) school: String,
    pub(crate) all: Vec<Column>,
    pub(crate) yes: String,
    pub(crate) no: String,
    pub(crate) written: bool,
}

/// The questions about the columns.
pub(crate) fn columns(frame: &Frame<'_>, all: &Columns, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let written = [Choice::new(
        "ja",
        words.t("takeover-written-yes"),
        all.written,
    )];
    let fields = html! {
        @for column in &all.all { (form.select(&column.field, &column.label, &column.example, &column.choices)) }
        (form.field(&Field::text("ja", words.t("takeover-yes")).hint(words.t("takeover-words-hint")).value(&all.yes)))
        (form.field(&Field::text("nee", words.t("takeover-no")).value(&all.no)))
        (form.checkboxes("schriftelijk", words.t("takeover-written"), words.t("takeover-written-hint"), &written))
    };
    let title = words.t("takeover-columns");
    let content = html! {
        (frame.back(&format!("/toestemmingen/uitwisselen?school={}", all.school), words.t("exchange-title")))
        (errors.summary(frame.locale()))
        h1 { (title) }
        p { (words.t("takeover-columns-hint")) }
        (form.around(&in_language(frame.locale(), &all.address), fields, words.t("asks-look")))
    };
    if errors.is_empty() {
        frame.page(title, content)
    } else {
        frame.page_again(title, content)
    }
}

/// What the lines say.
pub(crate) struct Read {
    pub(crate) good: usize,
    pub(crate) refused: usize,
    /// The number of a line, and why it is not taken over.
    pub(crate) lines: Vec<(usize, String)>,
}

/// The lines before they are taken over.
pub(crate) fn check(frame: &Frame<'_>, all: &Columns, read: &Read) -> Markup {
    let words = frame.words();
    let none = Errors::default();
    let form = Form::new(frame.locale(), frame.token(), &none);
    let rows: Vec<Vec<Markup>> = read
        .lines
        .iter()
        .map(|(at, why)| vec![html! { (at) }, html! { (why) }])
        .collect();
    let again = html! {
        @for column in &all.all {
            @for choice in column.choices.iter().filter(|choice| choice.chosen) { (hidden(&column.field, &choice.value)) }
        }
        (hidden("ja", &all.yes))
        (hidden("nee", &all.no))
        @if all.written { (hidden("schriftelijk", "ja")) }
    };
    let actions = html! {
        @if read.good > 0 { button.button name="stap" value="begin" { (words.t("takeover-start")) } }
        button.quiet.button name="stap" value="wijzig" { (words.t("asks-change")) }
    };
    let title = words.t("asks-check");
    let content = html! {
        h1 { (title) }
        p.lead { (words.f("takeover-good", &[("count", read.good.into())])) }
        @if read.refused > 0 {
            p { (words.f("takeover-refused", &[("count", read.refused.into())])) }
            (records(words.t("takeover-lines"), &[words.t("takeover-line"), words.t("takeover-why")], &rows))
        }
        (form.around_with(&in_language(frame.locale(), &all.address), again, actions))
    };
    frame.page(title, content)
}
