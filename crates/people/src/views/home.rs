//! What waits for somebody.

use maud::{Markup, html};
use ui::Errors;
use ui::form::Form;
use ui::lists::empty;
use ui::parts::{Tone, tag};

use super::Frame;
use crate::waits::{Done, Risk, Waiting};

/// That somebody is at work on it.
pub(crate) struct Busy {
    /// Until when, by the clock on the wall.
    pub(crate) until: String,
    /// Who; none for who looks.
    pub(crate) who: Option<String>,
}

/// Something that waits.
pub(crate) struct Item {
    pub(crate) waiting: Waiting,
    pub(crate) since: String,
    pub(crate) busy: Option<Busy>,
}

/// The page.
pub(crate) struct Home {
    pub(crate) items: Vec<Item>,
    /// How many more there are.
    pub(crate) beyond: u64,
    /// Where more of them are shown.
    pub(crate) all: Option<String>,
    pub(crate) done: Vec<Done>,
}

/// The list, one form for all its buttons.
pub(crate) fn page(frame: &Frame<'_>, home: &Home, errors: &Errors) -> Markup {
    let words = frame.words();
    let title = words.t("home-title");
    let content = html! {
        (errors.summary(frame.locale()))
        h1 { (title) }
        @if home.items.is_empty() { (empty(words.t("home-none"))) } @else {
            p.soft { (words.t("home-lead")) }
            (Form::new(frame.locale(), frame.token(), errors).around_with(
                &frame.to("/thuis"),
                html! { ol.tasks #lijst aria-label=(words.t("home-name")) { @for item in &home.items { (row(frame, item)) } } },
                html! {
                    @if home.beyond > 0 {
                        span { (words.f("home-more", &[("n", home.beyond.into())])) }
                        @if let Some(all) = &home.all { a href=(frame.to(all)) { (words.t("home-all")) } }
                    }
                },
            ))
        }
        @if !home.done.is_empty() {
            h2 { (words.t("home-done")) }
            p.soft { (words.t("home-done-hint")) }
            ul.tasks {
                @for one in &home.done {
                    li {
                        span { (one.what) small.soft { (frame.moment(one.at)) } }
                        a href=(frame.to(&one.address)) { (words.t("home-undo")) span.hidden { ": " (one.what) } }
                    }
                }
            }
        }
    };
    if errors.is_empty() {
        frame.page(title, content)
    } else {
        frame.page_again(title, content)
    }
}

fn row(frame: &Frame<'_>, item: &Item) -> Markup {
    let (words, one) = (frame.words(), &item.waiting);
    html! {
        li {
            div {
                @match one.risk {
                    Risk::Now => { (tag(Tone::No, words.t("home-now"))) " " }
                    Risk::Soon => { (tag(Tone::Doubt, words.t("home-soon"))) " " }
                    Risk::Later => {}
                }
                a href=(frame.to(&one.address)) { (one.what) }
                small.soft {
                    @if !one.about.is_empty() { (one.about) " · " }
                    (words.f("home-since", &[("at", item.since.as_str().into())]))
                }
                @if let Some(busy) = &item.busy { small { (busy_said(frame, busy)) } }
                @if let Some(key) = &one.claim { p { (button(frame, item, key)) } }
            }
        }
    }
}

fn busy_said(frame: &Frame<'_>, busy: &Busy) -> String {
    let until = ("until", busy.until.as_str().into());
    match &busy.who {
        None => frame.words().f("home-mine", &[until]),
        Some(who) => frame
            .words()
            .f("home-theirs", &[until, ("who", who.as_str().into())]),
    }
}

fn button(frame: &Frame<'_>, item: &Item, key: &str) -> Markup {
    let (name, label) = match &item.busy {
        None => ("pak", "home-take"),
        Some(Busy { who: None, .. }) => ("geef", "home-back"),
        Some(Busy { who: Some(_), .. }) => ("over", "home-over"),
    };
    html! {
        button.button.quiet name=(name) value=(key) {
            (frame.words().t(label)) span.hidden { ": " (item.waiting.what) }
        }
    }
}
