//! One case: how far it is, what comes next, who is in it, and what happened.

use maud::{Markup, html};
use people::Frame;
use ui::Tone;
use ui::form::{Form as Fields, hidden};
use ui::lists::{State as Stands, Task, tasks};
use ui::parts::{fold, tag};
use ui::picture::hopscotch;

use crate::model::State;

/// A step of the road, and how it stands.
pub(crate) struct Step {
    pub(crate) label: String,
    pub(crate) hint: String,
    pub(crate) address: Option<String>,
    pub(crate) done: bool,
}

/// Somebody in it.
pub(crate) struct Party {
    pub(crate) name: String,
    pub(crate) part: String,
    /// Of whom they are the parent.
    pub(crate) parent_of: Option<String>,
    pub(crate) cleared: bool,
}

/// A link to something that can be done.
pub(crate) struct Link {
    pub(crate) address: String,
    pub(crate) label: String,
}

/// Something that happened.
pub(crate) struct Event {
    pub(crate) id: String,
    pub(crate) at: String,
    pub(crate) by: String,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) link: Option<String>,
    /// The day it is due, and whether that is past.
    pub(crate) due: Option<(String, bool)>,
    pub(crate) done: bool,
    pub(crate) links: Vec<Link>,
}

/// Everything that the page shows.
pub(crate) struct Case {
    pub(crate) address: String,
    pub(crate) number: String,
    pub(crate) title: String,
    pub(crate) state: State,
    pub(crate) urgent: bool,
    pub(crate) to_board: bool,
    pub(crate) mandatory: bool,
    /// How and when it came in, and from whom.
    pub(crate) came: String,
    pub(crate) lead: Option<String>,
    pub(crate) articles: Vec<Link>,
    /// The verdict on what was done: its look, its word, and the page that says why.
    pub(crate) verdict: Option<(Tone, String, String)>,
    /// Where that is asked.
    pub(crate) ask: Option<String>,
    pub(crate) text: String,
    pub(crate) link: Option<String>,
    pub(crate) steps: Vec<Step>,
    pub(crate) parties: Vec<Party>,
    pub(crate) seats: Vec<String>,
    pub(crate) acts: Vec<Link>,
    pub(crate) events: Vec<Event>,
    /// When it goes, if that is known.
    pub(crate) goes: Option<String>,
}

/// The page's content.
pub(crate) fn page(frame: &Frame<'_>, case: &Case) -> Markup {
    let words = frame.words();
    let number = words.f("case-number", &[("number", case.number.as_str().into())]);
    html! {
        (frame.back("/zaken", words.t("cases-title")))
        h1 { @if case.title.is_empty() { (number) } @else { (case.title) } }
        p {
            (tag(tone(case.state), words.t(super::list::state_key(case.state))))
            @if case.urgent && !case.state.is_over() { " " (tag(Tone::No, words.t("urgent"))) }
            @if case.to_board { " " (tag(Tone::Doubt, words.t("to-board"))) }
            " " span.soft { @if !case.title.is_empty() { (number) " · " } (case.came) }
        }
        @if case.mandatory { (super::staff_route(words)) }
        @if case.state == State::Signal { (take_up(frame, case)) }
        @else if let Some(lead) = &case.lead { p { (words.f("led-by", &[("who", lead.as_str().into())])) } }
        (road(frame, case))
        (fold(words.t("case-do"), html! { ul.tasks { @for act in &case.acts { li { div { a href=(act.address) { (act.label) } } } } } }))
        section.card {
            h2 { (words.t("case-signalled")) }
            (super::written(&case.text))
            @if let Some(link) = &case.link { p { code { (link) } } }
        }
        (within(frame, case))
        h2 { (words.t("case-story")) }
        @for event in case.events.iter().rev() { (happened(frame, event)) }
        @if let Some(goes) = &case.goes { p.soft { (words.f("case-goes", &[("day", goes.as_str().into())])) } }
    }
}

const fn tone(state: State) -> Tone {
    match state {
        State::Signal | State::Open => Tone::Doubt,
        State::Closed => Tone::Yes,
        _ => Tone::Outside,
    }
}

fn take_up(frame: &Frame<'_>, case: &Case) -> Markup {
    let words = frame.words();
    let none = ui::Errors::default();
    let fields = Fields::new(frame.locale(), frame.token(), &none);
    html! {
        section.card {
            p { (words.t("take-up-text")) }
            (fields.around(&frame.to(&case.address), hidden("wat", "oppakken"), words.t("take-up-button")))
        }
    }
}

/// The road in a picture, and the same in words.
fn road(frame: &Frame<'_>, case: &Case) -> Markup {
    if case.steps.is_empty() {
        return html! {};
    }
    let words = frame.words();
    let now = case.steps.iter().position(|step| !step.done);
    let squares: Vec<Tone> = case
        .steps
        .iter()
        .enumerate()
        .map(|(at, step)| match (step.done, now == Some(at)) {
            (true, _) => Tone::Yes,
            (false, true) => Tone::Doubt,
            (false, false) => Tone::Outside,
        })
        .collect();
    let all: Vec<Task<'_>> = case
        .steps
        .iter()
        .map(|step| Task {
            label: &step.label,
            address: step.address.as_ref().map(|at| frame.to(at)),
            hint: &step.hint,
            state: if step.done {
                Stands::Done
            } else {
                Stands::Open
            },
        })
        .collect();
    html! {
        h2 { (words.t("case-road")) }
        (hopscotch(&squares))
        (tasks(frame.locale(), "stap", &all))
    }
}

fn within(frame: &Frame<'_>, case: &Case) -> Markup {
    let words = frame.words();
    html! {
        h2 { (words.t("case-parties")) }
        @if case.parties.is_empty() { p.soft { (words.t("parties-none")) } }
        ul {
            @for party in &case.parties {
                li {
                    (party.name) ", " (party.part)
                    @if let Some(of) = &party.parent_of { " " (words.f("parent-of", &[("who", of.as_str().into())])) }
                    @if party.cleared { " " (tag(Tone::Yes, words.t("cleared"))) }
                }
            }
        }
        @if !case.seats.is_empty() { (fold(words.t("case-seats"), html! { ul { @for seat in &case.seats { li { (seat) } } } })) }
        @if !case.articles.is_empty() {
            p { (words.t("case-articles")) " "
                @for (at, article) in case.articles.iter().enumerate() {
                    @if at > 0 { ", " } a href=(article.address) { (article.label) }
                }
            }
        }
        @if let Some((tone, word, why)) = &case.verdict { p { (words.t("case-verdict")) " " a href=(frame.to(why)) { (tag(*tone, word)) } } }
        @else if let Some(ask) = &case.ask { p { a href=(frame.to(ask)) { (words.t("case-ask")) } } }
    }
}

fn happened(frame: &Frame<'_>, event: &Event) -> Markup {
    let words = frame.words();
    html! {
        section.card id={ "g" (event.id) } {
            h3 { (event.title) }
            p.soft {
                (event.at) " · " (event.by)
                @if let Some((day, late)) = &event.due {
                    " · " @if event.done { (words.t("event-over")) } @else { (words.f("event-due", &[("day", day.as_str().into())])) }
                    @if *late && !event.done { " " (tag(Tone::Doubt, words.t("late"))) }
                }
            }
            (super::written(&event.text))
            @if let Some(link) = &event.link { p { code { (link) } } }
            @if !event.links.is_empty() {
                ul { @for link in &event.links { li { a href=(link.address) { (link.label) } } } }
            }
        }
    }
}
