//! Who has which role.

use maud::{Markup, html};
use ui::form::{Choice, Field, Form, hidden};
use ui::lists::{empty, records};
use ui::{Errors, layout::in_language};

use super::{Frame, Who};

/// A role that somebody fills.
pub(crate) struct Filled {
    pub(crate) who: Who,
    /// Where: a school, a group, or the whole board.
    pub(crate) place: String,
    /// From when until when.
    pub(crate) days: String,
    /// For whom they stand in.
    pub(crate) for_whom: Option<String>,
    /// Where it is ended, and where a substitute is named.
    pub(crate) end: Option<String>,
    pub(crate) substitute: Option<String>,
}

/// A role with who fills it.
pub(crate) struct OfRole {
    pub(crate) role: String,
    pub(crate) filled: Vec<Filled>,
}

/// Who has which role.
pub(crate) struct List {
    pub(crate) roles: Vec<OfRole>,
    /// Roles that nobody fills.
    pub(crate) nobody: Vec<String>,
    pub(crate) may_give: bool,
}

/// The page of all roles.
pub(crate) fn page(frame: &Frame<'_>, list: &List) -> Markup {
    let words = frame.words();
    let content = html! {
        h1 { (words.t("roles-title")) }
        p { (words.t("roles-lead")) }
        @if list.may_give { div.actions { a.button href=(frame.to("/rollen/geef")) { (words.t("give-role")) } } }
        @if list.roles.is_empty() { (empty(words.t("roles-none"))) }
        @for of in &list.roles { (of_role(frame, of)) }
        @if !list.nobody.is_empty() {
            section.card {
                h2 { (words.t("roles-nobody")) }
                p { (list.nobody.join(", ")) }
            }
        }
    };
    frame.page(words.t("roles-title"), content)
}

fn of_role(frame: &Frame<'_>, of: &OfRole) -> Markup {
    let words = frame.words();
    let rows: Vec<Vec<Markup>> = of
        .filled
        .iter()
        .map(|filled| {
            let place = html! { (filled.place) @if let Some(whom) = &filled.for_whom { br; (words.f("stands-in-for", &[("name", whom.as_str().into())])) } };
            let links = html! {
                @if let Some(address) = &filled.substitute { a href=(frame.to(address)) { (words.t("name-substitute")) span.hidden { ": " (filled.who.name) } } br; }
                @if let Some(address) = &filled.end { a href=(frame.to(address)) { (words.t("end-role")) span.hidden { ": " (filled.who.name) } } }
            };
            vec![frame.who(&filled.who), place, html! { (filled.days) }, links]
        })
        .collect();
    records(
        &of.role,
        &[
            words.t("name"),
            words.t("where"),
            words.t("when"),
            words.t("change"),
        ],
        &rows,
    )
}

/// A role that is being given, as typed so far.
#[derive(Default)]
pub(crate) struct Giving {
    /// Whom the new person stands in for, and as what: name, role and the row.
    pub(crate) for_whom: Option<(String, String, String)>,
    pub(crate) typed: String,
    pub(crate) found: Vec<Choice>,
    pub(crate) roles: Vec<Choice>,
    pub(crate) places: Vec<Choice>,
    pub(crate) from: String,
    pub(crate) until: String,
}

/// Give a role: first find the person, then say what.
pub(crate) fn give(frame: &Frame<'_>, giving: &Giving, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let action = in_language(frame.locale(), "/rollen/geef");
    let title = if giving.for_whom.is_some() {
        words.t("name-substitute")
    } else {
        words.t("give-role")
    };
    let row = giving.for_whom.as_ref().map(|(.., row)| row.as_str());
    let fields = html! {
        @if let Some(row) = row { (hidden("voor", row)) }
        (hidden("zoek", &giving.typed))
        (form.radios("wie", words.t("who"), "", &giving.found))
        @if giving.for_whom.is_none() {
            (form.select("rol", words.t("which-role"), "", &giving.roles))
            (form.radios("waar", words.t("where"), "", &giving.places))
        }
        (form.field(&Field::text("van", words.t("first-day")).kind("date").value(&giving.from)))
        @let until = Field::text("tot", words.t("last-day")).kind("date").value(&giving.until);
        @if giving.for_whom.is_some() { (form.field(&until)) } @else { (form.field(&until.hint(words.t("until-hint")).optional())) }
    };
    let content = html! {
        (frame.back("/rollen", words.t("roles-title")))
        (errors.summary(frame.locale()))
        h1 { (title) }
        @if let Some((name, role, _)) = &giving.for_whom {
            p.lead { (words.f("substitute-lead", &[("name", name.as_str().into()), ("role", role.as_str().into())])) }
        }
        form method="get" action=(action) role="search" {
            @if let Some(row) = row { (hidden("voor", row)) }
            label.field for="zoek" { (words.t("roles-find")) }
            div.ask {
                input #zoek type="search" name="zoek" value=(giving.typed) maxlength="100" autocomplete="off";
                button.button.quiet type="submit" { (words.t("find-button")) }
            }
        }
        @if !giving.found.is_empty() { (form.around(&action, fields, title)) }
        @else if !giving.typed.is_empty() { (empty(words.t("find-none"))) }
    };
    if errors.is_empty() {
        frame.page(title, content)
    } else {
        frame.page_again(title, content)
    }
}

/// A role that ends.
pub(crate) struct Ending {
    pub(crate) name: String,
    pub(crate) role: String,
    pub(crate) address: String,
    pub(crate) day: String,
    /// Nobody else fills it there.
    pub(crate) alone: bool,
}

/// End a role.
pub(crate) fn end(frame: &Frame<'_>, ending: &Ending, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let content = html! {
        (frame.back("/rollen", words.t("roles-title")))
        (errors.summary(frame.locale()))
        h1 { (words.t("end-role")) }
        p.lead { (ending.name) " · " (ending.role) }
        @if ending.alone { p.card { strong { (words.t("role-alone")) } } }
        (form.around(
            &in_language(frame.locale(), &ending.address),
            form.field(&Field::text("dag", words.t("last-day")).kind("date").value(&ending.day)),
            words.t("end-role"),
        ))
    };
    if errors.is_empty() {
        frame.page(words.t("end-role"), content)
    } else {
        frame.page_again(words.t("end-role"), content)
    }
}
