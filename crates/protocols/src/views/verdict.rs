//! The answer, on one page that can be printed, linked and checked.

use maud::{Markup, PreEscaped, html};
use ui::Tone;
use ui::parts::{Row, fold, summary_list, tag};

use super::Frame;

/// An article as a reason: its text unfolded.
pub(crate) struct Reason {
    pub(crate) number: String,
    pub(crate) title: String,
    pub(crate) text: PreEscaped<String>,
    pub(crate) address: String,
    pub(crate) tone: Tone,
}

/// A line with the article it rests on.
pub(crate) struct Cited {
    pub(crate) text: String,
    /// The text is the protocol's own, in Dutch.
    pub(crate) dutch: bool,
    pub(crate) number: String,
    pub(crate) address: String,
}

/// A change that would make it allowed.
pub(crate) struct WayOut {
    pub(crate) text: String,
    pub(crate) who: Option<String>,
    pub(crate) address: String,
}

/// An unknown that could settle it.
pub(crate) struct Open {
    pub(crate) question: String,
    pub(crate) address: String,
}

/// Everything that the verdict page shows.
pub(crate) struct Verdict {
    pub(crate) tone: Tone,
    /// One or two words: *Mag niet*.
    pub(crate) word: String,
    /// One line that says it.
    pub(crate) line: String,
    /// The situation in one sentence.
    pub(crate) situation: String,
    /// Why no article is named, where none is.
    pub(crate) silence: Option<Cited>,
    pub(crate) reasons: Vec<Reason>,
    /// Other verdicts that are still possible.
    pub(crate) possible: Vec<(Tone, String)>,
    pub(crate) open: Vec<Open>,
    pub(crate) duties: Vec<Cited>,
    pub(crate) ways_out: Vec<WayOut>,
    /// Whom to ask; `None` where the protocol names nobody.
    pub(crate) ask: Option<Cited>,
    pub(crate) measures: Vec<Cited>,
    pub(crate) also_permitted_by: Vec<Cited>,
    pub(crate) rows: Vec<Row>,
    pub(crate) receipt: Vec<(String, String)>,
    /// Where somebody with an account asks it.
    pub(crate) in_doubt: String,
    /// Where somebody with an account tells that it has happened.
    pub(crate) happened: String,
    /// The same question at every school.
    pub(crate) elsewhere: String,
}

fn cited(items: &[Cited]) -> Markup {
    html! { ul { @for item in items { li { (one(item)) } } } }
}

fn one(item: &Cited) -> Markup {
    html! { span lang=[item.dutch.then_some("nl")] { (item.text) } @if !item.number.is_empty() { " " (article_link(item)) } }
}

fn article_link(item: &Cited) -> Markup {
    html! { span.soft { "(" a href=(item.address) { "art. " (item.number) } ")" } }
}

fn reasons(frame: &Frame<'_>, verdict: &Verdict) -> Markup {
    let words = frame.words();
    html! {
        h2 { (words.t("why")) }
        @if let Some(silence) = &verdict.silence { p { (one(silence)) } }
        @for reason in &verdict.reasons {
            div.article.(reason.tone.class()) {
                h3 { span.number { (reason.number) } span lang="nl" { (reason.title) } }
                div lang="nl" { (reason.text) }
                p.small.no-print { a href=(reason.address) { (words.t("in-protocol")) } }
            }
        }
        @if !verdict.also_permitted_by.is_empty() {
            (fold(words.t("also-permitted"), html! { p { (words.t("also-permitted-text")) } (cited(&verdict.also_permitted_by)) }))
        }
    }
}

fn open(frame: &Frame<'_>, verdict: &Verdict) -> Markup {
    let words = frame.words();
    html! {
        h2 { (words.t("still-open")) }
        p { (words.t("still-possible")) " " @for (tone, word) in &verdict.possible { (tag(*tone, word)) " " } }
        ul.choices { @for item in &verdict.open { li { a.choice href=(item.address) { (item.question) } } } }
    }
}

fn ways_out(frame: &Frame<'_>, verdict: &Verdict) -> Markup {
    let words = frame.words();
    html! {
        h2 { (words.t("ways-out")) }
        ul.choices {
            @for way in &verdict.ways_out {
                li { a.choice href=(way.address) { span { (way.text) @if let Some(who) = &way.who { small { (who) } } } } }
            }
        }
    }
}

fn ask(frame: &Frame<'_>, verdict: &Verdict) -> Markup {
    let words = frame.words();
    html! {
        h2 { (words.t("whom-to-ask")) }
        @match &verdict.ask {
            Some(ask) => p { (one(ask)) },
            None => p { (words.t("nobody-named")) },
        }
        @if verdict.tone != Tone::Yes { p.no-print { a href=(verdict.happened) { (words.t("it-happened")) } } }
        @if verdict.tone == Tone::Doubt { p.no-print { a.button.quiet href=(verdict.in_doubt) { (words.t("in-doubt")) } } }
    }
}

/// The verdict page.
pub(crate) fn page(frame: &Frame<'_>, verdict: &Verdict) -> Markup {
    let words = frame.words();
    let content = html! {
        div.verdict.(verdict.tone.class()) {
            (verdict.tone.icon())
            h1 { (verdict.word) }
            p { (verdict.line) }
        }
        p.lead { (verdict.situation) }
        @if !verdict.open.is_empty() { (open(frame, verdict)) }
        (reasons(frame, verdict))
        @if !verdict.duties.is_empty() { h2 { (words.t("duties")) } (cited(&verdict.duties)) }
        @if !verdict.ways_out.is_empty() { (ways_out(frame, verdict)) }
        @if verdict.tone != Tone::Outside { (ask(frame, verdict)) }
        @if !verdict.measures.is_empty() {
            h2 { (words.t("measures")) }
            p { (words.t("measures-text")) }
            (cited(&verdict.measures))
        }
        h2 { (words.t("you-said")) }
        (summary_list(frame.locale(), &verdict.rows))
        div.actions {
            a.button href=(frame.of("/mag-dit")) { (words.t("new-question")) }
            button.button.quiet type="button" hidden data-does="copy" data-done=(words.t("copied")) { (words.t("copy-link")) }
            button.button.quiet type="button" hidden data-does="print" { (words.t("print")) }
            a href=(verdict.elsewhere) { (words.t("elsewhere")) }
        }
        (fold(words.t("receipt"), html! {
            p { (words.t("receipt-text")) }
            dl.answers { @for (key, value) in &verdict.receipt { div { dt { (key) } dd { code { (value) } } } } }
        }))
    };
    frame.page(&verdict.word, content)
}
