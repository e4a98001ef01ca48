//! Choosing what to ask whom.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Field, Form, hidden};
use ui::layout::in_language;
use ui::parts::{Row, summary_list};
use words::Text;

/// What was typed so far.
pub(crate) struct Typed {
    pub(crate) school: String,
    pub(crate) school_name: String,
    pub(crate) kind: &'static str,
    pub(crate) groups: Vec<Choice>,
    pub(crate) purposes: Vec<Choice>,
    pub(crate) who: Vec<Choice>,
    pub(crate) subject: Text,
    pub(crate) text: Text,
    /// Nothing where it does not remind.
    pub(crate) remind: Option<String>,
}

const ADDRESS: &str = "/toestemmingen/vragen/nieuw";

/// The form.
pub(crate) fn form(frame: &Frame<'_>, typed: &Typed, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let title = words.t(&format!("asks-{}", typed.kind)).to_owned();
    let line = |name: &'static str, key: &'static str| Field::text(name, words.t(key));
    let fields = html! {
        (hidden("school", &typed.school))
        (hidden("soort", typed.kind))
        (form.checkboxes("wie", words.t("asks-who"), words.t("asks-who-hint"), &typed.who))
        @if !typed.groups.is_empty() { (form.checkboxes("groep", words.t("asks-groups"), words.t("asks-groups-hint"), &typed.groups)) }
        (form.checkboxes("doel", words.t("asks-purposes"), words.t("asks-purposes-hint"), &typed.purposes))
        h2 { (words.t("asks-letter")) }
        p.hint { (words.t("asks-letter-hint")) }
        (form.field(&line("onderwerp", "asks-subject-nl").value(&typed.subject.nl)))
        (form.field(&line("brief", "asks-text-nl").kind("area").value(&typed.text.nl)))
        (form.field(&line("onderwerp-en", "asks-subject-en").value(&typed.subject.en)))
        (form.field(&line("brief-en", "asks-text-en").kind("area").value(&typed.text.en)))
        @if let Some(days) = &typed.remind {
            (form.field(&line("dagen", "asks-days").hint(words.t("asks-days-hint")).value(days).optional()))
        }
    };
    let content = html! {
        (frame.back(&format!("/toestemmingen/vragen?school={}", typed.school), words.t("asks-title")))
        (errors.summary(frame.locale()))
        h1 { (title) }
        p.lead { (typed.school_name) }
        p { (words.t(&format!("asks-{}-hint", typed.kind))) }
        (form.around(&in_language(frame.locale(), ADDRESS), fields, words.t("asks-look")))
    };
    if errors.is_empty() {
        frame.page(&title, content)
    } else {
        frame.page_again(&title, content)
    }
}

/// How many would be asked.
pub(crate) struct Count {
    pub(crate) asked: usize,
    pub(crate) about: usize,
    pub(crate) nowhere: usize,
}

/// What was typed once more, before it starts.
pub(crate) fn check(
    frame: &Frame<'_>,
    typed: &Typed,
    count: &Count,
    letters: &[(String, String)],
) -> Markup {
    let words = frame.words();
    let none = Errors::default();
    let form = Form::new(frame.locale(), frame.token(), &none);
    let list = |choices: &[Choice], all: &str| {
        let chosen: Vec<&str> = choices
            .iter()
            .filter(|one| one.chosen)
            .map(|one| one.label.as_str())
            .collect();
        if chosen.is_empty() {
            words.t(all).to_owned()
        } else {
            chosen.join(", ")
        }
    };
    let row = |key: &str, value: String| Row {
        key: words.t(key).to_owned(),
        value,
        change: None,
    };
    let mut rows = vec![
        row("asks-who", list(&typed.who, "asks-who-none")),
        row("asks-groups", list(&typed.groups, "asks-whole-school")),
        row("asks-purposes", list(&typed.purposes, "asks-all-purposes")),
        row(
            "asks-count",
            words.f(
                "asks-count-said",
                &[("asked", count.asked.into()), ("about", count.about.into())],
            ),
        ),
        row("asks-nowhere", count.nowhere.to_string()),
    ];
    rows.extend(
        typed
            .remind
            .clone()
            .filter(|days| !days.is_empty())
            .map(|days| row("asks-days", days)),
    );
    let actions = html! {
        button.button name="stap" value="begin" { (words.t("asks-start")) }
        button.quiet.button name="stap" value="wijzig" { (words.t("asks-change")) }
    };
    let title = words.t("asks-check");
    let content = html! {
        h1 { (title) }
        p.lead { (words.t(&format!("asks-{}", typed.kind))) ", " (typed.school_name) }
        (summary_list(frame.locale(), &rows))
        h2 { (words.t("asks-letter")) }
        @for (subject, text) in letters {
            section.card {
                h3 { (subject) }
                @for part in text.split("\n\n") { p { (part) } }
            }
        }
        (form.around_with(&in_language(frame.locale(), ADDRESS), again(typed), actions))
    };
    frame.page(title, content)
}

/// Everything that was typed, to be sent once more.
fn again(typed: &Typed) -> Markup {
    let lists = [
        ("wie", &typed.who),
        ("groep", &typed.groups),
        ("doel", &typed.purposes),
    ];
    html! {
        (hidden("school", &typed.school))
        (hidden("soort", typed.kind))
        @for (name, choices) in lists {
            @for choice in choices.iter().filter(|choice| choice.chosen) { (hidden(name, &choice.value)) }
        }
        (hidden("onderwerp", &typed.subject.nl))
        (hidden("onderwerp-en", &typed.subject.en))
        (hidden("brief", &typed.text.nl))
        (hidden("brief-en", &typed.text.en))
        @if let Some(days) = &typed.remind { (hidden("dagen", days)) }
    }
}
