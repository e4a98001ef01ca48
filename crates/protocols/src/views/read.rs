//! The protocol to read: contents, articles with anchors, and behind each article what it does here.

use maud::{Markup, PreEscaped, html};
use ui::Tone;
use ui::parts::{extra, fold, tag};

use super::Frame;

/// A scenario as shown behind its article.
pub(crate) struct Scenario {
    pub(crate) title: String,
    pub(crate) lines: Vec<String>,
    pub(crate) verdict: (Tone, String),
    /// The same situation in *Mag dit?*.
    pub(crate) address: String,
}

/// An article to read.
pub(crate) struct Article {
    pub(crate) number: String,
    pub(crate) title: String,
    pub(crate) prose: PreEscaped<String>,
    pub(crate) children: Option<PreEscaped<String>>,
    /// How the program carries it, in one line.
    pub(crate) carried: String,
    /// Its norms in plain phrases.
    pub(crate) norms: Vec<(Option<Tone>, String)>,
    /// Rows of the front matter that it carries.
    pub(crate) procedures: Vec<String>,
    pub(crate) scenarios: Vec<Scenario>,
}

/// Everything that the protocol page shows.
pub(crate) struct Protocol {
    pub(crate) title: String,
    pub(crate) version: String,
    pub(crate) preamble: PreEscaped<String>,
    pub(crate) articles: Vec<Article>,
    /// Behind each article what it does in the program; left out of the copy that a browser keeps, to keep that light.
    pub(crate) workings: bool,
}

fn tabs(frame: &Frame<'_>, children: bool) -> Markup {
    let words = frame.words();
    html! {
        ul.tabs {
            li { a href=(frame.of("/protocol")) aria-current=[(!children).then_some("page")] { (words.t("whole-text")) } }
            li { a href=(frame.of("/protocol/kinderen")) aria-current=[children.then_some("page")] { (words.t("for-children")) } }
        }
    }
}

fn scenario(frame: &Frame<'_>, scenario: &Scenario) -> Markup {
    html! {
        li {
            strong { (scenario.title) } " "
            (tag(scenario.verdict.0, &scenario.verdict.1))
            @for line in &scenario.lines { br; (line) }
            br; a href=(scenario.address) { (frame.words().t("open-situation")) }
        }
    }
}

fn behind(frame: &Frame<'_>, article: &Article) -> Markup {
    let words = frame.words();
    extra(
        words.t("what-it-does"),
        html! {
            p { (article.carried) }
            @if !article.norms.is_empty() {
                ul { @for (tone, phrase) in &article.norms { li { @if let Some(tone) = tone { (tone.icon()) " " } (phrase) } } }
            }
            @if !article.procedures.is_empty() {
                h3 { (words.t("procedures")) }
                ul { @for procedure in &article.procedures { li { (procedure) } } }
            }
            @if !article.scenarios.is_empty() {
                h3 { (words.t("scenarios")) }
                ul { @for row in &article.scenarios { (scenario(frame, row)) } }
            }
        },
    )
}

fn contents(articles: &[&Article], title: &str) -> Markup {
    html! {
        nav aria-label=(title) {
            (fold(title, html! {
                ul.contents {
                    @for article in articles { li { a href={ "#" (article.number) } { span.number { (article.number) } " " (article.title) } } }
                }
            }))
        }
    }
}

/// The whole protocol.
pub(crate) fn page(frame: &Frame<'_>, protocol: &Protocol) -> Markup {
    let words = frame.words();
    let all: Vec<&Article> = protocol.articles.iter().collect();
    let content = html! {
        h1 lang="nl" { (protocol.title) }
        p.soft { (protocol.version) }
        (tabs(frame, false))
        @if frame.locale() != words::Locale::Nl { p.card { (words.t("text-is-dutch")) } }
        div lang="nl" { (protocol.preamble) }
        (contents(&all, words.t("contents")))
        @for article in &protocol.articles {
            section.law id=(article.number) aria-labelledby={ "kop-" (article.number) } {
                h2 id={ "kop-" (article.number) } lang="nl" { span.number { (article.number) } (article.title) }
                div lang="nl" { (article.prose) }
                @if protocol.workings { (behind(frame, article)) }
            }
        }
        (print(frame))
    };
    frame.page(words.t("read-protocol"), content)
}

/// The protocol in plain language, for pupils of groups 6 to 8.
pub(crate) fn children(frame: &Frame<'_>, protocol: &Protocol) -> Markup {
    let words = frame.words();
    let told: Vec<&Article> = protocol
        .articles
        .iter()
        .filter(|article| article.children.is_some())
        .collect();
    let content = html! {
        h1 { (words.t("children-title")) }
        (tabs(frame, true))
        @if frame.locale() != words::Locale::Nl { p.card { (words.t("text-is-dutch")) } }
        @if told.is_empty() { p { (words.t("children-none")) } }
        div.kids lang="nl" {
            @for article in told {
                section.law id=(article.number) aria-labelledby={ "kop-" (article.number) } {
                    h2 id={ "kop-" (article.number) } { (article.title) }
                    @if let Some(text) = &article.children { (text) }
                    p.small lang=(frame.locale().tag()) {
                        a href=(frame.of(&format!("/protocol#{}", article.number))) { (words.f("from-article", &[("number", article.number.as_str().into())])) }
                    }
                }
            }
        }
        (print(frame))
    };
    frame.page(words.t("children-title"), content)
}

fn print(frame: &Frame<'_>) -> Markup {
    let words = frame.words();
    html! {
        div.actions {
            a.button href=(frame.of("/mag-dit")) { (words.t("may-i")) }
            button.button.quiet type="button" hidden data-does="print" { (words.t("print")) }
        }
    }
}
