//! Choosing a password.

use maud::html;
use ui::layout::in_language;
use ui::{Errors, Field, Form};
use words::Locale;

use super::Titled;
use crate::texts;

/// A password of one's own.
pub(crate) fn choose(locale: Locale, action: &str, token: &str, errors: &Errors) -> Titled {
    let words = texts(locale);
    let form = Form::new(locale, token, errors);
    let field = Field::text("wachtwoord", words.t("field-new-password")).kind("password");
    let fields = form.field(
        &field
            .hint(words.t("password-hint"))
            .complete("new-password"),
    );
    let content = html! {
        (errors.summary(locale))
        h1 { (words.t("password-title")) }
        (form.around(&in_language(locale, action), fields, words.t("password-keep")))
    };
    (words.t("password-title"), content)
}
