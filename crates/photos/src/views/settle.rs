//! What a school settles about keeping photos.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Field, Form, hidden};

/// What stands in the form.
pub(crate) struct Typed {
    pub(crate) originals: String,
    /// Empty where the terms of the school's purposes count.
    pub(crate) shown: String,
}

/// The form, for a school by name and identity.
pub(crate) fn page(
    frame: &Frame<'_>,
    (school, id): (&str, &str),
    typed: &Typed,
    errors: &Errors,
) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let fields = html! {
        (hidden("school", id))
        (form.field(&Field::text("dagen", words.t("settle-days")).hint(words.t("settle-hint")).value(&typed.originals).numbers()))
        (form.field(&Field::text("getoond", words.t("settle-shown")).hint(words.t("settle-renditions")).value(&typed.shown).numbers().optional()))
    };
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back("/fotos", words.t("menu-photos")))
        h1 { (words.t("settle-title")) }
        p.lead { (school) }
        (form.around(&frame.to("/fotos/regels"), fields, words.t("settle-button")))
    };
    if errors.is_empty() {
        frame.page(words.t("settle-title"), content)
    } else {
        frame.page_again(words.t("settle-title"), content)
    }
}
