//! What a school settles about questions in doubt.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Field, Form, hidden};

/// Who answers an asker.
pub(crate) enum Who {
    /// The protocol says so.
    Named { who: String, article: String },
    /// The text names nobody: the school chooses.
    Chosen(Vec<Choice>),
}

/// One asker.
pub(crate) struct Row {
    pub(crate) field: String,
    pub(crate) asker: String,
    pub(crate) choice: Who,
}

/// Everything that the page shows.
pub(crate) struct Settled {
    pub(crate) school: String,
    pub(crate) name: String,
    pub(crate) rows: Vec<Row>,
    pub(crate) days: String,
    /// When the school is closed: the first day, and in words.
    pub(crate) free: Vec<(String, String)>,
    pub(crate) from: String,
    pub(crate) until: String,
}

/// The page.
pub(crate) fn page(frame: &Frame<'_>, settled: &Settled, errors: &Errors) -> Markup {
    let words = frame.words();
    let title = words.t("settle-title");
    let form = Form::new(frame.locale(), frame.token(), errors);
    let silent: Vec<&str> = settled
        .rows
        .iter()
        .filter(|row| matches!(row.choice, Who::Chosen(_)))
        .map(|row| row.asker.as_str())
        .collect();
    let free: Vec<Choice> = settled
        .free
        .iter()
        .map(|(first, said)| Choice::new(first, said, false))
        .collect();
    let inputs = html! {
        (hidden("school", &settled.school))
        @for row in &settled.rows {
            @if let Who::Chosen(choices) = &row.choice { (form.select(&row.field, &row.asker, "", choices)) }
        }
        (form.field(&Field::text("dagen", words.t("days-label")).hint(words.t("days-hint")).numbers().value(&settled.days)))
        h2 { (words.t("closed-title")) }
        p { (words.t("closed-text")) }
        @if !free.is_empty() { (form.checkboxes("open", words.t("closed-remove"), "", &free)) }
        (form.field(&Field::text("dicht-van", words.t("closed-from")).kind("date").value(&settled.from).optional()))
        (form.field(&Field::text("dicht-tot", words.t("closed-until")).kind("date").value(&settled.until).optional()))
    };
    let content = html! {
        (frame.back("/twijfel", words.t("ask-title")))
        (errors.summary(frame.locale()))
        h1 { (title) }
        p.lead { (settled.name) }
        h2 { (words.t("settle-named")) }
        dl.answers {
            @for row in &settled.rows {
                @if let Who::Named { who, article } = &row.choice {
                    div { dt { (row.asker) } dd { (who) " (" (words.f("article", &[("number", article.as_str().into())])) ")" } }
                }
            }
        }
        // The text stays silent whatever the school chose here.
        @if !silent.is_empty() {
            div.article.doubt {
                h3 { (words.t("lint-title")) }
                p { (words.f("lint-text", &[("who", silent.join(", ").into())])) }
            }
        }
        (form.around(&frame.to("/twijfel/keuzes"), inputs, words.t("settle-button")))
    };
    super::page(frame, title, errors, content)
}
