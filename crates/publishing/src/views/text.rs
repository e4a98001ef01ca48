//! The try-out page.

use jiff::civil::Date;
use maud::{Markup, html};
use personal_data::Channel;
use ui::Errors;
use ui::form::{Choice, Field, Form, hidden};

use super::findings::{self, Shown};
use people::Frame;

/// The form as it was filled in.
pub(crate) struct Asked {
    pub(crate) text: String,
    pub(crate) channel: Channel,
    pub(crate) schools: Vec<Choice>,
    /// What was kept just now, in words.
    pub(crate) done: Option<String>,
}

/// The page: the form, and under it what was found.
pub(crate) fn page(
    frame: &Frame<'_>,
    asked: &Asked,
    shown: Option<&Shown<'_>>,
    errors: &Errors,
) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let fields = html! {
        (form.field(&Field::text("tekst", words.t("text-label")).kind("area").hint(words.t("text-hint")).value(&asked.text)))
        (school(frame, &form, &asked.schools))
        (form.select("kanaal", words.t("channel"), words.t("channel-hint"), &channels(frame, asked.channel)))
        div.actions { button.button type="submit" { (words.t("text-button")) } }
        @if let Some(shown) = shown { (found(frame, asked, shown, (form, errors))) }
    };
    let content = html! {
        (errors.summary(frame.locale()))
        h1 { (words.t("text-title")) }
        p.lead { (words.t("text-lead")) }
        p { (words.t("no-guarantee")) }
        (form.around_with(&frame.to("/tekst"), fields, html! {}))
        p { a href=(frame.to("/twijfel")) { (words.t("in-doubt")) } }
    };
    super::page(frame, words.t("text-title"), !errors.is_empty(), content)
}

/// The choice of a school, where there is something to choose.
pub(crate) fn school(frame: &Frame<'_>, form: &Form<'_>, schools: &[Choice]) -> Markup {
    html! {
        @match schools {
            [only] => (hidden("school", &only.value)),
            _ => (form.select("school", frame.words().t("school"), "", schools)),
        }
    }
}

fn channels(frame: &Frame<'_>, chosen: Channel) -> Vec<Choice> {
    let one = |channel: Channel| {
        let label = channel_said(frame, channel);
        Choice::new(channel.name(), label, channel == chosen)
    };
    Channel::ALL.into_iter().map(one).collect()
}

/// A channel in words.
pub(crate) fn channel_said(frame: &Frame<'_>, channel: Channel) -> String {
    let key = format!("channel-{}", channel.name());
    frame.words().t(&key).to_owned()
}

/// How long something holds, in words.
pub(crate) fn until_said(frame: &Frame<'_>, until: Option<Date>) -> String {
    let words = frame.words();
    match until {
        Some(day) => words.f("until-day", &[("day", frame.day(day).into())]),
        None => words.t("length-altijd").to_owned(),
    }
}

fn found(frame: &Frame<'_>, asked: &Asked, shown: &Shown<'_>, form: (Form<'_>, &Errors)) -> Markup {
    let words = frame.words();
    let checked = shown.checked;
    html! {
        // Focus brings the reader here without any script, unless a fault has it.
        section #uitkomst aria-labelledby="gevonden" {
            h2 #gevonden tabindex="-1" autofocus[form.1.is_empty()] { (words.f("found-title", &[("n", checked.findings.len().into())])) }
            @if let Some(done) = &asked.done { p.card role="status" { (done) } }
            @if checked.findings.is_empty() { p { (words.t("found-none")) } }
            @if checked.holds() { p { strong { (words.t("found-holds")) } } }
            @if checked.answered > 0 { p.soft { (words.f("answered", &[("n", checked.answered.into())])) } }
            div.card { (findings::marked(frame, &asked.text, &checked.findings)) }
            (findings::list(frame, &asked.text, shown, form))
        }
    }
}
