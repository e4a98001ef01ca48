//! Groups, and who is in one.

use maud::{Markup, html};
use ui::form::{Choice, Field, Form, hidden};
use ui::lists::{Tab, empty, records, tabs};
use ui::{Errors, layout::in_language};

use super::{Frame, Who};

/// A group in the list.
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) pupils: i64,
    pub(crate) mentors: Vec<String>,
}

/// The groups of a school in a year.
pub(crate) struct List {
    pub(crate) school: String,
    /// Other schools: address, name, shown now.
    pub(crate) schools: Vec<(String, String, bool)>,
    /// Last year, this and the next: address, name, shown now.
    pub(crate) years: Vec<(String, String, bool)>,
    pub(crate) groups: Vec<Entry>,
    pub(crate) add: Option<String>,
}

fn choose(frame: &Frame<'_>, label: &str, list: &[(String, String, bool)]) -> Markup {
    let shown: Vec<Tab<'_>> = list
        .iter()
        .map(|(address, name, here)| Tab {
            address: frame.to(address),
            label: name,
            count: None,
            here: *here,
        })
        .collect();
    tabs(label, &shown)
}

/// The groups of a school.
pub(crate) fn list(frame: &Frame<'_>, list: &List) -> Markup {
    let words = frame.words();
    let rows: Vec<Vec<Markup>> = list
        .groups
        .iter()
        .map(|group| {
            vec![
                html! { a href=(frame.to(&group.address)) { (group.name) } },
                html! { (group.pupils) },
                html! { (group.mentors.join(", ")) },
            ]
        })
        .collect();
    let content = html! {
        h1 { (words.t("groups")) }
        p.lead { (list.school) }
        @if list.schools.len() > 1 { (choose(frame, words.t("schools"), &list.schools)) }
        (choose(frame, words.t("school-year"), &list.years))
        @if rows.is_empty() { (empty(words.t("groups-none"))) } @else {
            (records(words.t("groups-caption"), &[words.t("group"), words.t("pupils"), words.t("mentor")], &rows))
        }
        @if let Some(address) = &list.add { div.actions { a.button.quiet href=(frame.to(address)) { (words.t("add-group")) } } }
    };
    frame.page(words.t("groups"), content)
}

/// A pupil in the list of a group.
pub(crate) struct Pupil {
    pub(crate) who: Who,
    /// The pupil's own year, in a combined class.
    pub(crate) level: Option<u8>,
}

/// A group and who is in it.
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) about: String,
    pub(crate) mentors: Vec<Who>,
    pub(crate) teachers: Vec<Who>,
    pub(crate) pupils: Vec<Pupil>,
    pub(crate) combined: bool,
    pub(crate) members: Option<String>,
}

/// One group.
pub(crate) fn page(frame: &Frame<'_>, group: &Group) -> Markup {
    let words = frame.words();
    let names = |list: &[Who]| html! { ul { @for who in list { li { (frame.who(who)) } } } };
    let mut head = vec![words.t("name")];
    if group.combined {
        head.push(words.t("level"));
    }
    let rows: Vec<Vec<Markup>> = group
        .pupils
        .iter()
        .map(|pupil| {
            let mut row = vec![frame.who(&pupil.who)];
            if group.combined {
                row.push(html! { @if let Some(level) = pupil.level { (level) } });
            }
            row
        })
        .collect();
    let content = html! {
        (frame.back("/groepen", words.t("groups")))
        h1 { (words.f("group-title", &[("group", group.name.as_str().into())])) }
        p.lead { (group.about) }
        @if !group.mentors.is_empty() { h2 { (words.t("mentor")) } (names(&group.mentors)) }
        @if !group.teachers.is_empty() { h2 { (words.t("teachers")) } (names(&group.teachers)) }
        h2 { (words.f("pupils-count", &[("n", group.pupils.len().into())])) }
        @if rows.is_empty() { (empty(words.t("pupils-none"))) } @else { (records(words.t("pupils-caption"), &head, &rows)) }
        @if let Some(address) = &group.members { div.actions { a.button.quiet href=(frame.to(address)) { (words.t("change-members")) } } }
    };
    frame.page(&group.name, content)
}

/// A new group, as typed so far.
#[derive(Default)]
pub(crate) struct New {
    pub(crate) school: String,
    pub(crate) school_name: String,
    pub(crate) name: String,
    pub(crate) lowest: String,
    pub(crate) highest: String,
    pub(crate) years: Vec<Choice>,
    pub(crate) kinds: Vec<Choice>,
}

/// The form for a new group.
pub(crate) fn new(frame: &Frame<'_>, typed: &New, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let fields = html! {
        (hidden("school", &typed.school))
        (form.field(&Field::text("naam", words.t("group-name")).hint(words.t("group-name-hint")).value(&typed.name)))
        (form.radios("jaar", words.t("school-year"), "", &typed.years))
        (form.radios("soort", words.t("group-kind"), "", &typed.kinds))
        (form.field(&Field::text("laagste", words.t("lowest")).hint(words.t("lowest-hint")).value(&typed.lowest).numbers()))
        (form.field(&Field::text("hoogste", words.t("highest")).hint(words.t("highest-hint")).value(&typed.highest).numbers().optional()))
    };
    let content = html! {
        (frame.back("/groepen", words.t("groups")))
        (errors.summary(frame.locale()))
        h1 { (words.t("add-group")) }
        p.lead { (typed.school_name) }
        (form.around(&in_language(frame.locale(), "/groepen/nieuw"), fields, words.t("add-group-button")))
    };
    if errors.is_empty() {
        frame.page(words.t("add-group"), content)
    } else {
        frame.page_again(words.t("add-group"), content)
    }
}

/// Who is in a group, to change it.
pub(crate) struct Members {
    pub(crate) group: String,
    pub(crate) address: String,
    /// Id, name and part of everybody in it.
    pub(crate) there: Vec<(String, String, String)>,
    pub(crate) typed: String,
    /// Who was found by what was typed.
    pub(crate) found: Vec<Choice>,
    pub(crate) parts: Vec<Choice>,
}

/// Add somebody to a group, or take somebody out.
pub(crate) fn members(frame: &Frame<'_>, members: &Members, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let action = in_language(frame.locale(), &format!("{}/leden", members.address));
    let rows: Vec<Vec<Markup>> = members
        .there
        .iter()
        .map(|(id, name, part)| {
            let out = form.around_with(
                &action,
                hidden("eruit", id),
                html! { button.button.quiet type="submit" { (words.t("take-out")) span.hidden { ": " (name) } } },
            );
            vec![html! { (name) }, html! { (part) }, out]
        })
        .collect();
    let content = html! {
        (frame.back(&members.address, &members.group))
        (errors.summary(frame.locale()))
        h1 { (words.f("members-title", &[("group", members.group.as_str().into())])) }
        (ui::form::search(&action, "zoek", words.t("members-find"), &members.typed, words.t("find-button")))
        @if !members.found.is_empty() {
            (form.around(&action, html! {
                (form.radios("wie", words.t("who"), "", &members.found))
                (form.radios("als", words.t("as"), "", &members.parts))
            }, words.t("place-button")))
        } @else if !members.typed.is_empty() { (empty(words.t("find-none"))) }
        @if !rows.is_empty() { (records(words.t("members-caption"), &[words.t("name"), words.t("as"), words.t("change")], &rows)) }
    };
    if errors.is_empty() {
        frame.page(&members.group, content)
    } else {
        frame.page_again(&members.group, content)
    }
}
