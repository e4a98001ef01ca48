//! The office: how far the answers are, and what the register knows of one person.

use maud::{Markup, html};
use people::{Frame, Who};
use ui::Errors;
use ui::form::{Form, hidden, search};
use ui::layout::in_language;
use ui::lists::{Tab, empty, records, tabs};
use ui::parts::{Tone, fold, tag};

/// A group with how far its answers are.
pub(crate) struct GroupRow {
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) pupils: usize,
    pub(crate) whole: usize,
    pub(crate) partly: usize,
}

/// The start page of the office.
pub(crate) struct Overview {
    pub(crate) school: String,
    pub(crate) school_id: String,
    /// Address, name, and whether it is this one.
    pub(crate) schools: Vec<(String, String, bool)>,
    pub(crate) typed: String,
    pub(crate) found: Option<Vec<Who>>,
    pub(crate) rows: Vec<GroupRow>,
    pub(crate) takedowns: usize,
    pub(crate) talks: usize,
    /// The visitor may change what the school asks.
    pub(crate) sets: bool,
}

/// The start page.
pub(crate) fn overview(frame: &Frame<'_>, all: &Overview) -> Markup {
    let words = frame.words();
    let at = |address: &str| frame.to(&format!("{address}?school={}", all.school_id));
    let schools: Vec<Tab<'_>> = all
        .schools
        .iter()
        .map(|(address, label, now)| Tab {
            address: frame.to(address),
            label,
            count: None,
            here: *now,
        })
        .collect();
    let waits = all.takedowns + all.talks;
    let content = html! {
        h1 { (words.t("menu-register")) }
        @if schools.len() > 1 { (tabs(words.t("schools"), &schools)) } @else { p.lead { (all.school) } }
        @if waits > 0 { p.card { a href=(at("/toestemmingen/wacht")) { (words.f("todo-count", &[("off", all.takedowns.into()), ("talks", all.talks.into())])) } } }
        (search(&in_language(frame.locale(), "/toestemmingen"), "zoek", words.t("register-find"), &all.typed, words.t("find")))
        @if let Some(found) = &all.found {
            @if found.is_empty() { (empty(words.t("register-nobody"))) }
            ul.contents { @for who in found { li { (frame.who(who)) } } }
        }
        h2 { (words.t("register-far")) }
        (far(frame, &all.rows))
        h2 { (words.t("register-more")) }
        ul.contents {
            li { a href=(at("/toestemmingen/wacht")) { (words.t("todo-title")) } }
            @if all.sets {
                li { a href=(at("/toestemmingen/vragen")) { (words.t("asks-title")) } }
                li { a href=(at("/toestemmingen/uitwisselen")) { (words.t("exchange-title")) } }
                li { a href=(at("/toestemmingen/doelen")) { (words.t("purposes-title")) } }
                li { a href=(at("/toestemmingen/regels")) { (words.t("terms-title")) } }
            }
        }
    };
    frame.page(words.t("menu-register"), content)
}

fn far(frame: &Frame<'_>, rows: &[GroupRow]) -> Markup {
    let words = frame.words();
    let cells = |row: &GroupRow| {
        let (whole, pupils) = (row.whole as u64, row.pupils as u64);
        vec![
            html! { a href=(frame.to(&row.address)) { (row.name) } },
            html! { progress max=(pupils.max(1)) value=(whole) aria-label=(row.name) {} " " (words.f("far-said", &[("whole", row.whole.into()), ("pupils", row.pupils.into())])) },
            html! { (row.partly) },
            html! { (row.pupils.saturating_sub(row.whole + row.partly)) },
        ]
    };
    let rows: Vec<Vec<Markup>> = rows.iter().map(cells).collect();
    let head = ["group", "far-whole", "far-partly", "far-none"].map(|key| words.t(key));
    records(words.t("register-far"), &head, &rows)
}

/// A question about a person.
pub(crate) struct Row {
    pub(crate) label: String,
    pub(crate) may: bool,
    pub(crate) reason: String,
    /// Who said what when.
    pub(crate) said: Vec<String>,
}

/// A purpose with its questions about a person.
pub(crate) struct Purpose {
    pub(crate) title: String,
    pub(crate) rows: Vec<Row>,
}

/// What was said at once.
pub(crate) struct Act {
    pub(crate) id: String,
    pub(crate) when: String,
    pub(crate) told: String,
    pub(crate) typed: Option<String>,
    pub(crate) undone: Option<String>,
    pub(crate) can_undo: bool,
    pub(crate) evidence: Option<String>,
}

/// What the register knows of one person.
pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) purposes: Vec<Purpose>,
    pub(crate) acts: Vec<Act>,
    /// The visitor may protect somebody, and sees why.
    pub(crate) sets: bool,
    pub(crate) shielded: Option<String>,
}

/// The page of one person.
pub(crate) fn person(frame: &Frame<'_>, person: &Person) -> Markup {
    let words = frame.words();
    let content = html! {
        (frame.back("/toestemmingen", words.t("menu-register")))
        h1 { (person.name) }
        @if let Some(since) = &person.shielded { p.card { (tag(Tone::No, words.t("shield-now"))) " " (since) } }
        p { a.button href=(frame.to(&format!("{}/papier", person.address))) { (words.t("type-in")) } }
        p { a href=(frame.to(&person.address.replace("/toestemmingen/", "/fotos/van/"))) { (words.t("person-photos")) } }
        @for purpose in &person.purposes {
            section.card {
                h2 { (purpose.title) }
                dl.why {
                    @for row in &purpose.rows {
                        dt { (row.label) " " @if row.may { (tag(Tone::Yes, words.t("holds-may"))) } @else { (tag(Tone::No, words.t("holds-may-not"))) } }
                        dd { (row.reason) @for said in &row.said { small.soft { br; (said) } } }
                    }
                }
            }
        }
        h2 { (words.t("acts-title")) }
        @if person.acts.is_empty() { (empty(words.t("acts-none"))) }
        @for act in &person.acts { (act_shown(frame, person, act)) }
        @if person.sets { (fold(words.t("shield-title"), shield(frame, person))) }
    };
    frame.page(&person.name, content)
}

fn act_shown(frame: &Frame<'_>, person: &Person, act: &Act) -> Markup {
    let words = frame.words();
    let errors = Errors::default();
    let form = Form::new(frame.locale(), frame.token(), &errors);
    let action = in_language(frame.locale(), &format!("{}/ongedaan", person.address));
    html! {
        section.card {
            p { strong { (act.when) } br; (act.told) @if let Some(typed) = &act.typed { " " (typed) } }
            @if let Some(evidence) = &act.evidence { p { a href=(frame.to(evidence)) download { (words.t("see-form")) } } }
            @if let Some(when) = &act.undone { p { (tag(Tone::Outside, words.t("answer-undone"))) " " (when) } }
            @if act.can_undo { (form.around(&action, hidden("handeling", &act.id), words.t("undo"))) }
        }
    }
}

fn shield(frame: &Frame<'_>, person: &Person) -> Markup {
    let words = frame.words();
    let errors = Errors::default();
    let form = Form::new(frame.locale(), frame.token(), &errors);
    let action = in_language(frame.locale(), &format!("{}/bescherming", person.address));
    if person.shielded.is_some() {
        let fields = html! { p { (words.t("shield-end-hint")) } (hidden("einde", "ja")) };
        return form.around(&action, fields, words.t("shield-end"));
    }
    let field = ui::form::Field::text("reden", words.t("shield-reason"))
        .kind("area")
        .hint(words.t("shield-reason-hint"));
    let fields = html! { p { (words.t("shield-why")) } (form.field(&field)) };
    form.around(&action, fields, words.t("shield-begin"))
}
