//! The check panel: what the protocol says of each place, and what still stands in the way.

use maud::{Markup, html};
use people::Frame;
use ui::parts::tag;
use ui::{Tone, parts};

/// What the protocol says of one place.
pub(crate) struct Verdict {
    pub(crate) account: String,
    pub(crate) tone: Tone,
    pub(crate) label: String,
    pub(crate) articles: String,
    pub(crate) ask: Option<String>,
}

/// One thing that was found, and where it is solved: in words, with an address.
pub(crate) struct Line {
    pub(crate) tone: Tone,
    pub(crate) text: String,
    pub(crate) solve: Option<(String, String)>,
}

/// The panel.
pub(crate) struct Shown {
    pub(crate) lines: Vec<Line>,
    pub(crate) verdicts: Vec<Verdict>,
    /// The name of the protocol, for links to its articles.
    pub(crate) protocol: Option<String>,
    pub(crate) ready: bool,
    pub(crate) blocks: bool,
    pub(crate) asks: bool,
}

/// The panel as a card.
pub(crate) fn panel(frame: &Frame<'_>, shown: &Shown) -> Markup {
    let words = frame.words();
    let (tone, key) = match (shown.ready, shown.blocks) {
        (true, _) => (Tone::Yes, "panel-ready"),
        (false, true) => (Tone::No, "panel-blocks"),
        (false, false) => (Tone::Doubt, "panel-asks"),
    };
    html! {
        section.card #controle aria-labelledby="controle-kop" {
            h2 #controle-kop { (words.t("panel-title")) }
            p { (tag(tone, words.t(key))) }
            @for one in &shown.verdicts { p { (verdict(frame, shown, one)) } }
            (lines(frame, shown.lines.iter().filter(|line| line.tone != Tone::Outside)))
            @let told: Vec<&Line> = shown.lines.iter().filter(|line| line.tone == Tone::Outside).collect();
            @if !told.is_empty() {
                (parts::fold(&words.f("panel-told", &[("n", told.len().into())]), lines(frame, told.into_iter())))
            }
        }
    }
}

fn verdict(frame: &Frame<'_>, shown: &Shown, one: &Verdict) -> Markup {
    let words = frame.words();
    html! {
        strong { (one.account) } ": " (tag(one.tone, &one.label))
        @if !one.articles.is_empty() {
            " "
            @match &shown.protocol {
                Some(name) => a href=(frame.to(&format!("/protocol/{name}"))) { (words.f("panel-articles", &[("articles", one.articles.as_str().into())])) },
                None => (words.f("panel-articles", &[("articles", one.articles.as_str().into())])),
            }
        }
        @if one.tone == Tone::Doubt { @if let Some(role) = &one.ask { " " (words.f("panel-ask", &[("role", role.as_str().into())])) } }
    }
}

fn lines<'a>(frame: &Frame<'_>, lines: impl Iterator<Item = &'a Line>) -> Markup {
    let lines: Vec<&Line> = lines.collect();
    html! {
        @if !lines.is_empty() {
            ul.plain {
                @for line in lines {
                    li {
                        (line.tone.icon()) " " (line.text)
                        @if let Some((label, address)) = &line.solve {
                            " " a href=(if address.starts_with('#') { address.clone() } else { frame.to(address) }) { (label) }
                        }
                    }
                }
            }
        }
    }
}
