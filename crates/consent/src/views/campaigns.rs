//! What a school asks and asked.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Form, hidden};
use ui::layout::in_language;
use ui::lists::{empty, progress, records};

/// One in the list.
pub(crate) struct Row {
    pub(crate) address: String,
    pub(crate) kind: String,
    pub(crate) state: String,
    pub(crate) when: String,
}

/// The list.
pub(crate) struct List {
    pub(crate) school: String,
    pub(crate) name: String,
    /// What can be begun, and whether it is proposed.
    pub(crate) proposed: Vec<(&'static str, bool)>,
    /// The protocol of the school says something of asking.
    pub(crate) protocol: bool,
    pub(crate) rows: Vec<Row>,
}

/// The list, and what can be begun.
pub(crate) fn list(frame: &Frame<'_>, list: &List) -> Markup {
    let words = frame.words();
    let rows: Vec<Vec<Markup>> = list
        .rows
        .iter()
        .map(|row| {
            vec![
                html! { a href=(frame.to(&row.address)) { (row.kind) } },
                html! { (row.state) },
                html! { (row.when) },
            ]
        })
        .collect();
    let head = [
        words.t("asks-what"),
        words.t("asks-state"),
        words.t("asks-when"),
    ];
    let new = |kind: &str| {
        frame.to(&format!(
            "/toestemmingen/vragen/nieuw?soort={kind}&school={}",
            list.school
        ))
    };
    let title = words.t("asks-title");
    let content = html! {
        (frame.back(&format!("/toestemmingen?school={}", list.school), words.t("menu-register")))
        h1 { (title) }
        p.lead { (list.name) }
        @if rows.is_empty() { (empty(words.t("asks-none"))) } @else { (records(words.t("asks-list"), &head, &rows)) }
        h2 { (words.t("asks-begin")) }
        @if list.protocol { p { (words.t("asks-protocol")) } }
        ul.tasks {
            @for (kind, _) in &list.proposed {
                li { span {
                    a href=(new(kind)) { (words.t(&format!("asks-{kind}"))) }
                    small.soft { (words.t(&format!("asks-{kind}-hint"))) }
                } }
            }
        }
    };
    frame.page(title, content)
}

/// How many people it is about, and how far that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Far {
    pub(crate) asked: usize,
    pub(crate) answered: usize,
    pub(crate) nowhere: usize,
}

/// A group.
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) far: Far,
    /// Where its forms are printed.
    pub(crate) print: Option<String>,
}

/// One with how far it is.
pub(crate) struct Shown {
    pub(crate) address: String,
    pub(crate) school: String,
    pub(crate) kind: String,
    pub(crate) state: String,
    pub(crate) when: String,
    pub(crate) subject: String,
    pub(crate) remind: String,
    pub(crate) all: Far,
    pub(crate) groups: Vec<Group>,
    pub(crate) print: String,
    pub(crate) stops: bool,
}

/// How far one is.
pub(crate) fn page(frame: &Frame<'_>, one: &Shown) -> Markup {
    let words = frame.words();
    let none = Errors::default();
    let form = Form::new(frame.locale(), frame.token(), &none);
    let count = |many: usize| u64::try_from(many).unwrap_or_default();
    let rows: Vec<Vec<Markup>> = one
        .groups
        .iter()
        .map(|group| {
            vec![
                html! { (group.name) },
                html! { (group.far.answered) " / " (group.far.asked) },
                html! { (group.far.nowhere) },
                html! { @if let Some(print) = &group.print { a href=(frame.to(print)) download { (words.t("asks-print")) span.hidden { " " (group.name) } } } },
            ]
        })
        .collect();
    let head = [
        words.t("asks-group"),
        words.t("asks-answered"),
        words.t("asks-nowhere"),
        words.t("asks-paper"),
    ];
    let content = html! {
        (frame.back(&format!("/toestemmingen/vragen?school={}", one.school), words.t("asks-title")))
        h1 { (one.kind) }
        p.lead { (one.subject) }
        p { (one.state) " " (words.f("asks-began", &[("when", one.when.as_str().into())])) }
        @if !one.remind.is_empty() { p { (words.f("asks-reminds", &[("days", one.remind.as_str().into())])) } }
        (progress(words.t("asks-progress"), count(one.all.answered), count(one.all.asked)))
        @if rows.is_empty() { (empty(words.t("asks-nobody"))) } @else { (records(words.t("asks-by-group"), &head, &rows)) }
        @if one.all.nowhere > 0 {
            p.card { (words.f("asks-unreached", &[("count", one.all.nowhere.into())])) " "
                a href=(frame.to(&one.print)) download { (words.t("asks-print-all")) } }
        }
        @if one.stops {
            h2 { (words.t("asks-stop")) }
            p { (words.t("asks-stop-hint")) }
            (form.around(&in_language(frame.locale(), &one.address), hidden("wat", "stop"), words.t("asks-stop")))
        }
    };
    frame.page(&one.kind, content)
}
