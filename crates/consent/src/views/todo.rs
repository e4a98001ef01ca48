//! What waits for the office.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Form, hidden};
use ui::layout::in_language;
use ui::lists::empty;

/// A talk that is needed.
pub(crate) struct Talk {
    pub(crate) id: String,
    pub(crate) pupil: String,
    pub(crate) guardian: String,
    pub(crate) since: String,
}

/// Something that must come off.
pub(crate) struct Takedown {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) address: String,
    /// The address can be opened.
    pub(crate) link: bool,
    pub(crate) channel: String,
    pub(crate) person: String,
    pub(crate) since: String,
}

/// Something that was done a short while ago, by who looks.
pub(crate) struct Done {
    pub(crate) kind: &'static str,
    pub(crate) id: String,
    pub(crate) what: String,
}

/// Everything that waits at a school.
pub(crate) struct Todo {
    pub(crate) school: String,
    pub(crate) talks: Vec<Talk>,
    pub(crate) takedowns: Vec<Takedown>,
    pub(crate) done: Vec<Done>,
}

/// The page.
pub(crate) fn page(frame: &Frame<'_>, todo: &Todo) -> Markup {
    let words = frame.words();
    let errors = Errors::default();
    let form = Form::new(frame.locale(), frame.token(), &errors);
    let done = |kind: &str, id: &str, button: &str| {
        let fields =
            html! { (hidden("school", &todo.school)) (hidden("soort", kind)) (hidden("wat", id)) };
        form.around(
            &in_language(frame.locale(), "/toestemmingen/wacht"),
            fields,
            button,
        )
    };
    let content = html! {
        (frame.back(&format!("/toestemmingen?school={}", todo.school), words.t("menu-register")))
        h1 { (words.t("todo-title")) }
        h2 { (words.t("todo-off")) }
        @if todo.takedowns.is_empty() { (empty(words.t("todo-off-none"))) }
        @for one in &todo.takedowns {
            section.card {
                h3 { (one.title) }
                p { (one.channel) " · " (words.f("todo-off-for", &[("who", one.person.as_str().into()), ("since", one.since.as_str().into())])) }
                @if one.link { p { a href=(one.address) rel="noreferrer noopener" { (one.address) } } }
                @else if !one.address.is_empty() { p { (one.address) } }
                (done("weg", &one.id, words.t("todo-off-done")))
            }
        }
        h2 { (words.t("todo-talks")) }
        @if todo.talks.is_empty() { (empty(words.t("todo-talks-none"))) }
        @for talk in &todo.talks {
            section.card {
                p { (words.f("todo-talk", &[("pupil", talk.pupil.as_str().into()), ("guardian", talk.guardian.as_str().into()), ("since", talk.since.as_str().into())])) }
                (done("gesprek", &talk.id, words.t("todo-talk-done")))
            }
        }
        @if !todo.done.is_empty() {
            h2 #gedaan { (words.t("todo-done")) }
            @for one in &todo.done {
                section.card { p { (one.what) } (done(one.kind, &one.id, words.t("todo-not-done"))) }
            }
        }
    };
    frame.page(words.t("todo-title"), content)
}
