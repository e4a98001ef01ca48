//! Signalling: the form, and what was taken in.

use maud::{Markup, html};
use ui::form::{Choice, Field, Form as Fields, hidden};
use ui::parts::tag;
use ui::{Errors, Tone, lists};
use words::Locale;

use crate::texts;

/// The button for what threatens to derail.
pub(crate) struct AtOnce {
    pub(crate) to: String,
    /// Who hears it.
    pub(crate) who: String,
    pub(crate) article: Option<String>,
}

/// The form as it was filled in.
pub(crate) struct Form {
    pub(crate) to: String,
    pub(crate) token: String,
    pub(crate) schools: Vec<Choice>,
    pub(crate) text: String,
    pub(crate) link: String,
    pub(crate) image: bool,
    pub(crate) staff: bool,
    /// Whether somebody passes on what another told: for who can.
    pub(crate) passes_on: Option<bool>,
    pub(crate) heard_by: String,
    pub(crate) signal_article: Option<String>,
    pub(crate) at_once: Option<AtOnce>,
    /// Where somebody without a name comes back with a code; none for who signed in.
    pub(crate) anonymous: Option<String>,
    /// With what *Mag dit?* said of it.
    pub(crate) verdict: Option<Verdict>,
}

/// What *Mag dit?* said of what happened.
pub(crate) struct Verdict {
    pub(crate) tone: Tone,
    pub(crate) word: String,
    pub(crate) address: String,
    /// Cases in which it can be written down: address and number.
    pub(crate) cases: Vec<(String, String)>,
}

/// The page's content.
pub(crate) fn form(locale: Locale, form: &Form, errors: &Errors) -> Markup {
    let words = texts(locale);
    let fields = Fields::new(locale, &form.token, errors);
    html! {
        (errors.summary(locale))
        h1 { (words.t("signal-title")) }
        p.lead { (words.t("signal-lead")) }
        @if let Some(code) = &form.anonymous {
            p.card { (words.t("anonymous-promise")) }
            p { a href=(code) { (words.t("code-link")) } }
        }
        @if let Some(verdict) = &form.verdict { (known(locale, verdict)) }
        @if let Some(now) = &form.at_once {
            section.card {
                h2 { (words.t("derails-title")) }
                p {
                    (words.f("derails-text", &[("who", now.who.as_str().into())]))
                    @if let Some(article) = &now.article { " (" (words.f("article", &[("number", article.as_str().into())])) ")" }
                }
                (fields.around(&now.to, at_once(locale, &fields), words.t("derails-button")))
            }
        }
        (Fields::new(locale, &form.token, errors).with_files().around(&form.to, inputs(locale, form, &fields), words.t("signal-button")))
        @if form.anonymous.is_none() { p { a href=(ui::layout::in_language(locale, "/melden/mijn")) { (words.t("mine-title")) } } }
    }
}

fn known(locale: Locale, verdict: &Verdict) -> Markup {
    let words = texts(locale);
    html! {
        section.card {
            p {
                (words.t("case-verdict")) " "
                a href=(ui::layout::in_language(locale, &verdict.address)) { (tag(verdict.tone, &verdict.word)) }
            }
            p { (words.t("signal-with-verdict")) }
            @for (address, number) in &verdict.cases {
                p { a href=(address) { (words.f("verdict-into-case", &[("number", number.as_str().into())])) } }
            }
        }
    }
}

fn at_once(locale: Locale, fields: &Fields<'_>) -> Markup {
    let words = texts(locale);
    fields.field(&Field::text("nu", words.t("derails-label")).optional())
}

fn inputs(locale: Locale, form: &Form, fields: &Fields<'_>) -> Markup {
    let words = texts(locale);
    let tick = |name, key: &str, hint: &str, on| {
        fields.checkboxes(
            name,
            words.t(key),
            "",
            &[Choice::new("ja", words.t(hint), on)],
        )
    };
    html! {
        @if !form.heard_by.is_empty() {
            p.soft {
                (words.f("signal-heard", &[("who", form.heard_by.as_str().into())]))
                @if let Some(article) = &form.signal_article { " (" (words.f("article", &[("number", article.as_str().into())])) ")" }
            }
        }
        @if let Some(verdict) = &form.verdict { (hidden("over", &verdict.address)) }
        @if let [only] = form.schools.as_slice() { (hidden("school", &only.value)) }
        @else { (fields.select("school", words.t("school"), "", &form.schools)) }
        (fields.field(&Field::text("wat", words.t("signal-what")).kind("area").hint(words.t("signal-what-hint")).value(&form.text)))
        (fields.field(&Field::text("link", words.t("signal-link")).optional().value(&form.link)))
        (tick("naakt", "signal-image", "signal-image-yes", form.image))
        (fields.file("bestand", words.t("signal-file"), words.t("signal-file-hint"), ""))
        (tick("personeel", "signal-staff", "signal-staff-yes", form.staff))
        @if let Some(on) = form.passes_on { (tick("voor", "signal-for", "signal-for-yes", on)) }
    }
}

/// Which roads beside this one were shown.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Route {
    pub(crate) image: bool,
    pub(crate) staff: bool,
}

/// What was taken in.
pub(crate) struct Taken {
    pub(crate) number: String,
    /// The code of who stays unknown, and where it is used.
    pub(crate) code: Option<(String, String)>,
    pub(crate) route: Route,
    /// A file came along and was not kept.
    pub(crate) dropped: bool,
    /// Where who signalled reads on.
    pub(crate) thread: Option<String>,
    pub(crate) derails: bool,
}

/// The page that says so.
pub(crate) fn taken(locale: Locale, taken: &Taken) -> Markup {
    let words = texts(locale);
    let next = html! {
        @if let Some((code, to)) = &taken.code {
            section.card {
                h2 { (words.t("code-yours")) }
                p.number { code { (code) } }
                p { (words.t("code-keep")) }
                p { a href=(to) { (words.t("code-link")) } }
            }
        }
        @if taken.dropped { p.card { (words.t("taken-dropped")) } }
        @if taken.route.staff { (super::staff_route(words)) }
        @if taken.route.image { (super::image_route(words)) }
        p { (words.t(if taken.derails { "taken-derails" } else { "taken-next" })) }
        @if let Some(thread) = &taken.thread { p { a href=(thread) { (words.t("taken-thread")) } } }
    };
    let label = words.t("taken-number");
    lists::confirmation(words.t("taken-title"), Some((label, &taken.number)), next)
}
