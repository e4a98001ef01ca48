//! Taking in evidence.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Field, Form as Fields};

/// The form as it was filled in.
pub(crate) struct Form {
    pub(crate) back: String,
    pub(crate) number: String,
    pub(crate) text: String,
    pub(crate) link: String,
}

/// The page.
pub(crate) fn page(frame: &Frame<'_>, form: &Form, errors: &Errors) -> Markup {
    let words = frame.words();
    let title = words.t("act-bewijs");
    let fields = Fields::new(frame.locale(), frame.token(), errors).with_files();
    let back = words.f("case-number", &[("number", form.number.as_str().into())]);
    let promise = [Choice::new("ja", words.t("evidence-none"), false)];
    let inputs = html! {
        (fields.field(&Field::text("tekst", words.t("evidence-text")).kind("area").optional().value(&form.text)))
        (fields.field(&Field::text("link", words.t("signal-link")).optional().value(&form.link)))
        (fields.file("bestand", words.t("signal-file"), words.t("evidence-file-hint"), ""))
        (fields.checkboxes("geen-naakt", words.t("evidence-check"), "", &promise))
    };
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back(&form.back, &back))
        h1 { (title) }
        (super::image_route(words))
        (fields.around(&frame.to(&format!("{}/bewijs", form.back)), inputs, words.t("act-button")))
    };
    super::page(frame, title, errors, content)
}
