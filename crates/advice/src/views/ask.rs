//! Asking.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Field, Form as Fields, hidden};

use super::precedent::{self, Line as Precedent};

/// A question of one's own.
pub(crate) struct Line {
    pub(crate) address: String,
    pub(crate) text: String,
    pub(crate) state: String,
    pub(crate) on: String,
}

/// The form as it was filled in, with what was answered before and one's own questions.
pub(crate) struct Form {
    pub(crate) text: String,
    pub(crate) from: Option<String>,
    pub(crate) articles: Vec<Choice>,
    pub(crate) schools: Vec<Choice>,
    pub(crate) school: String,
    pub(crate) roles: Vec<Choice>,
    pub(crate) children: Vec<Choice>,
    /// Who answers, in words.
    pub(crate) to: String,
    /// What was answered before under the chosen article.
    pub(crate) before: Vec<Precedent>,
    /// The article whose earlier answers are on the page.
    pub(crate) seen: String,
    pub(crate) own: Vec<Line>,
    /// Who looks settles how questions are answered.
    pub(crate) settles: bool,
}

/// The page.
pub(crate) fn page(frame: &Frame<'_>, form: &Form, errors: &Errors) -> Markup {
    let words = frame.words();
    let title = words.t("ask-title");
    let fields = Fields::new(frame.locale(), frame.token(), errors);
    let content = html! {
        (errors.summary(frame.locale()))
        h1 { (title) }
        p.lead { (words.t("ask-lead")) }
        @if let Some(from) = &form.from { p { a href=(frame.to(from)) { (words.t("ask-from")) } } }
        @if !form.before.is_empty() {
            h2 { (words.t("before-title")) }
            p { (words.t("before-text")) }
            @for one in &form.before { (precedent::card(frame, one)) }
        }
        p.card { (form.to) }
        (fields.around(&frame.to("/twijfel"), inputs(frame, form, &fields), words.t("ask-button")))
        p { a href=(frame.to(&format!("/twijfel/eerder?school={}", form.school))) { (words.t("precedents-title")) } }
        @if form.settles { p { a href=(frame.to(&format!("/twijfel/keuzes?school={}", form.school))) { (words.t("settle-title")) } } }
        @if !form.own.is_empty() {
            h2 { (words.t("own-title")) }
            ul.tasks {
                @for one in &form.own {
                    li { div { a href=(frame.to(&one.address)) { (one.text) } small.soft { (one.on) " · " (one.state) } } }
                }
            }
        }
    };
    super::page(frame, title, errors, content)
}

fn inputs(frame: &Frame<'_>, form: &Form, fields: &Fields<'_>) -> Markup {
    let words = frame.words();
    html! {
        @if let Some(from) = &form.from { (hidden("over", from)) }
        (hidden("gezien", &form.seen))
        (fields.field(&Field::text("vraag", words.t("question-label")).kind("area").hint(words.t("question-hint")).value(&form.text)))
        @if form.articles.len() > 1 { (fields.select("artikel", words.t("article-label"), words.t("article-hint"), &form.articles)) }
        @if let [only] = form.schools.as_slice() { (hidden("school", &only.value)) }
        @else { (fields.select("school", words.t("school"), "", &form.schools)) }
        @if form.roles.len() > 1 { (fields.select("als", words.t("ask-as"), "", &form.roles)) }
        @else if let Some(only) = form.roles.first() { (hidden("als", &only.value)) }
        @if !form.children.is_empty() { (fields.radios("kind", words.t("ask-child"), words.t("ask-child-hint"), &form.children)) }
    }
}
