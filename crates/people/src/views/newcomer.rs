//! Somebody who is typed in by hand, or whose details change.

use maud::{Markup, html};
use ui::form::{Choice, Field, Form, hidden};
use ui::{Errors, layout::in_language};

use super::Frame;

/// What was typed so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed {
    pub(crate) call: String,
    pub(crate) initials: String,
    pub(crate) infix: String,
    pub(crate) family: String,
    pub(crate) email: String,
    pub(crate) born: [String; 3],
    /// Which version is changed.
    pub(crate) version: String,
    /// For somebody new: pupil or staff, and the schools and groups to choose from.
    pub(crate) kinds: Vec<Choice>,
    pub(crate) schools: Vec<Choice>,
    pub(crate) groups: Vec<Choice>,
    /// Birth dates are kept of pupils only.
    pub(crate) with_birthday: bool,
}

fn fields(frame: &Frame<'_>, form: &Form<'_>, typed: &Typed) -> Markup {
    let words = frame.words();
    let [day, month, year] = typed.born.each_ref().map(String::as_str);
    html! {
        (form.field(&Field::text("roepnaam", words.t("call-name")).value(&typed.call)))
        (form.field(&Field::text("voorletters", words.t("initials")).value(&typed.initials).optional()))
        (form.field(&Field::text("tussenvoegsel", words.t("infix")).hint(words.t("infix-hint")).value(&typed.infix).optional()))
        (form.field(&Field::text("achternaam", words.t("family-name")).hint(words.t("family-hint")).value(&typed.family).optional()))
        @if typed.with_birthday { (form.day("geboren", words.t("born"), words.t("born-hint"), [day, month, year])) }
        (form.field(&Field::text("email", words.t("email")).kind("email").hint(words.t("email-hint")).value(&typed.email).optional()))
    }
}

/// The form for somebody new.
pub(crate) fn page(frame: &Frame<'_>, typed: &Typed, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let fields = html! {
        (form.radios("soort", words.t("who-is-it"), words.t("guardian-hint"), &typed.kinds))
        @if typed.schools.len() > 1 { (form.select("school", words.t("school"), "", &typed.schools)) }
        @else if let Some(school) = typed.schools.first() { (hidden("school", &school.value)) }
        (fields(frame, &form, typed))
        (form.select("groep", words.t("group"), words.t("group-hint"), &typed.groups))
    };
    let content = html! {
        (frame.back("/mensen", words.t("find-title")))
        (errors.summary(frame.locale()))
        h1 { (words.t("add-person")) }
        (form.around(&in_language(frame.locale(), "/mensen/nieuw"), fields, words.t("add-person-button")))
    };
    if errors.is_empty() {
        frame.page(words.t("add-person"), content)
    } else {
        frame.page_again(words.t("add-person"), content)
    }
}

/// The form to change somebody's details.
pub(crate) fn edit(
    frame: &Frame<'_>,
    address: &str,
    name: &str,
    typed: &Typed,
    errors: &Errors,
) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let fields = html! { (hidden("versie", &typed.version)) (fields(frame, &form, typed)) };
    let content = html! {
        (frame.back(address, name))
        (errors.summary(frame.locale()))
        h1 { (words.t("change-details")) }
        (form.around(&in_language(frame.locale(), &format!("{address}/wijzig")), fields, words.t("save")))
    };
    if errors.is_empty() {
        frame.page(words.t("change-details"), content)
    } else {
        frame.page_again(words.t("change-details"), content)
    }
}
