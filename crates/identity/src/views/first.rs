//! The first start.

use maud::html;
use ui::layout::in_language;
use ui::{Choice, Errors, Field, Form};
use words::Locale;

use super::Titled;
use crate::setup::Begin;
use crate::texts;

/// Asks what must be known to begin.
pub(crate) fn ask(
    locale: Locale,
    link: &str,
    token: &str,
    typed: &Begin,
    errors: &Errors,
) -> Titled {
    let words = texts(locale);
    let form = Form::new(locale, token, errors);
    let sector = |value: &str, key| Choice::new(value, words.t(key), typed.sector == value);
    let sectors = [sector("po", "sector-po"), sector("vo", "sector-vo")];
    let fields = html! {
        (form.field(&Field::text("bestuur", words.t("field-board")).hint(words.t("field-board-hint")).value(&typed.board).complete("organization")))
        (form.field(&Field::text("school", words.t("field-school")).hint(words.t("field-school-hint")).value(&typed.school)))
        (form.radios("sector", words.t("field-sector"), "", &sectors))
        h2 { (words.t("begin-you")) }
        (form.field(&Field::text("roepnaam", words.t("field-call")).value(&typed.call).complete("given-name")))
        (form.field(&Field::text("tussenvoegsel", words.t("field-infix")).value(&typed.infix).optional()))
        (form.field(&Field::text("achternaam", words.t("field-family")).value(&typed.family).complete("family-name")))
        (form.field(&Field::text("mail", words.t("field-address")).kind("email").hint(words.t("begin-address-hint")).value(&typed.address).complete("email")))
        (form.field(&Field::text("wachtwoord", words.t("field-new-password")).kind("password").hint(words.t("password-hint")).complete("new-password")))
    };
    let content = html! {
        (errors.summary(locale))
        h1 { (words.t("begin-title")) }
        p.lead { (words.t("begin-text")) }
        (form.around(&in_language(locale, &format!("/begin/{link}")), fields, words.t("begin-go")))
    };
    (words.t("begin-title"), content)
}
