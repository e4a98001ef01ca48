//! What the school asks, in which words, and what it settled.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Field, Form, hidden};
use ui::layout::in_language;
use ui::lists::empty;
use ui::parts::{Tone, tag};

/// A purpose in the list.
pub(crate) struct Listed {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) ground: String,
    pub(crate) asks: Vec<String>,
    pub(crate) version: i64,
    pub(crate) since: String,
    pub(crate) ended: Option<String>,
}

/// The purposes of a school.
pub(crate) fn list(frame: &Frame<'_>, school: &str, name: &str, all: &[Listed]) -> Markup {
    let words = frame.words();
    let errors = Errors::default();
    let form = Form::new(frame.locale(), frame.token(), &errors);
    let usual = in_language(frame.locale(), "/toestemmingen/doelen/gewoon");
    let content = html! {
        (frame.back(&format!("/toestemmingen?school={school}"), words.t("menu-register")))
        h1 { (words.t("purposes-title")) }
        p.lead { (name) }
        @if all.is_empty() {
            (empty(words.t("purposes-none")))
            (form.around(&usual, hidden("school", school), words.t("purposes-usual")))
        }
        @for one in all {
            section.card {
                h2 { (one.title) @if one.ended.is_some() { " " (tag(Tone::Outside, words.t("purpose-ended"))) } }
                p.soft { (one.ground) " · " (words.f("purpose-version", &[("version", one.version.into()), ("since", one.since.as_str().into())])) }
                @if !one.asks.is_empty() { ul { @for asks in &one.asks { li { (asks) } } } }
                p { a href=(frame.to(&format!("/toestemmingen/doelen/{}?school={school}", one.id))) { (words.t("purpose-change")) span.hidden { ": " (one.title) } } }
            }
        }
        p { a.button.quiet href=(frame.to(&format!("/toestemmingen/doelen/nieuw?school={school}"))) { (words.t("purpose-new")) } }
    };
    frame.page(words.t("purposes-title"), content)
}

/// A purpose as typed so far.
pub(crate) struct Typed {
    pub(crate) school: String,
    pub(crate) id: String,
    pub(crate) version: i64,
    /// Field, the text that names it, and what is in it.
    pub(crate) texts: [(&'static str, &'static str, String); 6],
    pub(crate) recipients: String,
    pub(crate) days: String,
    pub(crate) grounds: Vec<Choice>,
    pub(crate) audiences: Vec<Choice>,
    /// Field, question, and whether it is asked.
    pub(crate) offers: Vec<(String, String, bool)>,
    pub(crate) ended: bool,
}

/// The form of a purpose.
pub(crate) fn form(frame: &Frame<'_>, typed: &Typed, errors: &Errors) -> Markup {
    let words = frame.words();
    let is_new = typed.version == 0;
    let title = words.t(if is_new {
        "purpose-new"
    } else {
        "purpose-change"
    });
    let form = Form::new(frame.locale(), frame.token(), errors);
    let action = in_language(
        frame.locale(),
        &format!("/toestemmingen/doelen/{}", typed.id),
    );
    let fields = html! {
        (hidden("school", &typed.school))
        (hidden("versie", &typed.version.to_string()))
        @for (field, label, value) in &typed.texts {
            (form.field(&Field::text(field, words.t(label)).kind(if field.starts_with("titel") { "text" } else { "area" }).value(value)))
        }
        (form.radios("grond", words.t("notice-ground"), words.t("notice-ground-hint"), &typed.grounds))
        (form.radios("wie", words.t("notice-audience"), "", &typed.audiences))
        fieldset.asked.wrong[errors.of("vragen").is_some()] #vragen tabindex="-1" {
            legend.field { (words.t("notice-offers")) }
            @if let Some(error) = errors.of("vragen") { p.error { (error) } }
            @for (field, label, asked) in &typed.offers {
                label.pick-one { input type="checkbox" name=(field) value="ja" checked[*asked]; span { (label) } }
            }
        }
        (form.field(&Field::text("ontvangers", words.t("notice-recipients")).hint(words.t("notice-recipients-hint")).value(&typed.recipients).optional()))
        (form.field(&Field::text("dagen", words.t("notice-retention")).hint(words.t("notice-retention-hint")).value(&typed.days).numbers().optional()))
        @if !is_new {
            (form.checkboxes("opnieuw", words.t("notice-again"), words.t("notice-again-hint"), &[Choice::new("ja", words.t("notice-again-yes"), false)]))
        }
    };
    let end = in_language(
        frame.locale(),
        &format!("/toestemmingen/doelen/{}/einde", typed.id),
    );
    let content = html! {
        (frame.back(&format!("/toestemmingen/doelen?school={}", typed.school), words.t("purposes-title")))
        (errors.summary(frame.locale()))
        h1 { (title) }
        (form.around(&action, fields, words.t("purpose-save")))
        @if !is_new {
            h2 { (words.t(if typed.ended { "purpose-goes-on" } else { "purpose-end" })) }
            p { (words.t("purpose-end-hint")) }
            (form.around(&end, hidden("school", &typed.school), words.t(if typed.ended { "purpose-goes-on" } else { "purpose-end" })))
        }
    };
    if errors.is_empty() {
        frame.page(title, content)
    } else {
        frame.page_again(title, content)
    }
}

/// What the school settled, as typed so far.
pub(crate) struct Settled {
    pub(crate) school: String,
    pub(crate) name: String,
    pub(crate) choices: Vec<Choice>,
    pub(crate) days: String,
}

/// The form of what the school settled.
pub(crate) fn terms(frame: &Frame<'_>, settled: &Settled, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let days = Field::text("dagen", words.t("terms-days"))
        .hint(words.t("terms-days-hint"))
        .value(&settled.days)
        .numbers();
    let fields = html! {
        (hidden("school", &settled.school))
        (form.radios("ouders", words.t("terms-guardians"), words.t("terms-guardians-hint"), &settled.choices))
        (form.field(&days))
    };
    let content = html! {
        (frame.back(&format!("/toestemmingen?school={}", settled.school), words.t("menu-register")))
        (errors.summary(frame.locale()))
        h1 { (words.t("terms-title")) }
        p.lead { (settled.name) }
        (form.around(&in_language(frame.locale(), "/toestemmingen/regels"), fields, words.t("terms-save")))
    };
    if errors.is_empty() {
        frame.page(words.t("terms-title"), content)
    } else {
        frame.page_again(words.t("terms-title"), content)
    }
}
