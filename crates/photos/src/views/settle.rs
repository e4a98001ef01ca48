//! What a school settles about keeping photos.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Field, Form, hidden};

/// The form, for a school by name and identity.
pub(crate) fn page(
    frame: &Frame<'_>,
    (school, id): (&str, &str),
    days: &str,
    errors: &Errors,
) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let fields = html! {
        (hidden("school", id))
        (form.field(&Field::text("dagen", words.t("settle-days")).hint(words.t("settle-hint")).value(days).numbers()))
    };
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back("/fotos", words.t("menu-photos")))
        h1 { (words.t("settle-title")) }
        p.lead { (school) }
        p { (words.t("settle-renditions")) }
        (form.around(&frame.to("/fotos/regels"), fields, words.t("settle-button")))
    };
    if errors.is_empty() {
        frame.page(words.t("settle-title"), content)
    } else {
        frame.page_again(words.t("settle-title"), content)
    }
}
