//! A publication at one account: where it is, what can be done, and what a person has to do by hand.

use maud::{Markup, html};
use people::Frame;
use ui::form::{Field, Form, hidden};
use ui::parts::{fold, tag};
use ui::{Errors, Tone};

use super::post::{Claim, claim, paragraphs};
use crate::post::release::{Standing, Standing as S};

/// What somebody showed.
pub(crate) struct Shown {
    pub(crate) what: String,
    pub(crate) who: String,
    pub(crate) at: String,
    /// Words or a link.
    pub(crate) words: Option<String>,
    /// The address of a picture.
    pub(crate) picture: Option<String>,
}

/// The page.
pub(crate) struct Release {
    pub(crate) address: String,
    pub(crate) post: (String, String),
    pub(crate) account: String,
    pub(crate) standing: Standing,
    pub(crate) fault: Option<String>,
    pub(crate) public: Option<String>,
    pub(crate) since: Option<String>,
    /// What is to be posted by hand: the text, and the addresses of the photos with what is on them.
    pub(crate) hand: Option<(String, Vec<(String, String)>)>,
    pub(crate) proofs: Vec<Shown>,
    /// What people read before they take something down: article and text.
    pub(crate) statements: Vec<(String, String)>,
    pub(crate) claim: Option<Claim>,
    pub(crate) acts: bool,
    pub(crate) watched: Option<String>,
}

/// The sign of a standing.
pub(crate) const fn standing_tone(standing: Standing) -> Tone {
    match standing {
        Standing::Public | Standing::Removed => Tone::Yes,
        Standing::Stopped | Standing::Failed | Standing::RemoveFailed | Standing::Stays => Tone::No,
        Standing::Planned => Tone::Outside,
        _ => Tone::Doubt,
    }
}

/// The page.
pub(crate) fn page(frame: &Frame<'_>, release: &Release, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let key = release.standing.key();
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back(&release.post.1, &release.post.0))
        h1 { (release.account) }
        p { (tag(standing_tone(release.standing), words.t(&format!("standing-{key}")))) }
        p { (words.t(&format!("standing-{key}-text"))) }
        @if let Some(fault) = &release.fault { p.card { (fault) } }
        @if let Some(address) = &release.public { p { @if address.starts_with("http") { a href=(address) rel="noreferrer" { (address) } } @else { (address) } } }
        @if let Some(since) = &release.since { p.soft { (words.f("release-since", &[("when", since.as_str().into())])) } }
        @if let Some(one) = &release.claim { (claim(frame, one)) }
        @if let Some((text, pictures)) = &release.hand { (by_hand(frame, text, pictures)) }
        @if release.acts { (acts(frame, &form, release)) }
        @if !release.proofs.is_empty() { (proofs(frame, &release.proofs)) }
    };
    super::page(frame, &release.account, !errors.is_empty(), content)
}

/// Exactly what is to be posted.
fn by_hand(frame: &Frame<'_>, text: &str, pictures: &[(String, String)]) -> Markup {
    let words = frame.words();
    html! {
        section aria-labelledby="hand" {
            h2 #hand { (words.t("hand-title")) }
            ol {
                li {
                    label.field for="hand-tekst" { (words.t("hand-copy")) }
                    textarea #hand-tekst rows="6" readonly { (text) }
                }
                @for (n, (address, alt)) in (1_usize..).zip(pictures) {
                    li {
                        a href=(address) download={ "foto-" (n) ".jpg" } { (words.f("hand-picture", &[("n", n.into())])) }
                        ": " (words.f("post-alt", &[("alt", alt.as_str().into())]))
                    }
                }
                li { (words.t("hand-proof")) }
            }
        }
    }
}

fn acts(frame: &Frame<'_>, form: &Form<'_>, release: &Release) -> Markup {
    let words = frame.words();
    html! {
        @match release.standing {
            S::ByHand => (proof(frame, form, release, "openbaar")),
            S::CorrectByHand => (proof(frame, form, release, "verbeterd")),
            S::RemoveByHand | S::RemoveFailed | S::Removing | S::Stays => (proof(frame, form, release, "weg")),
            _ => {}
        }
        @if matches!(release.standing, S::Failed | S::Stopped | S::RemoveFailed | S::Removing) { (button(frame, release, "opnieuw", true)) }
        @if release.standing == S::Public {
            @match &release.watched {
                None => { p { (words.t("watch-text")) } (button(frame, release, "gelezen", false)) },
                Some(when) => p.soft { (words.f("watch-done", &[("when", when.as_str().into())])) },
            }
        }
        @if matches!(release.standing, S::Public | S::CorrectByHand | S::Correcting) {
            (fold(words.t("remove-title"), html! {
                @for (article, text) in &release.statements { div.card { p.soft { (words.f("statement-of", &[("article", article.as_str().into())])) } (paragraphs(text)) } }
                (button(frame, release, "weghalen", false))
            }))
        }
    }
}

fn button(frame: &Frame<'_>, release: &Release, what: &str, main: bool) -> Markup {
    html! {
        form method="post" action=(frame.to(&release.address)) {
            (hidden("csrf", frame.token()))
            div.actions { button.button.quiet[!main] type="submit" name="doe" value=(what) { (frame.words().t(&format!("release-{what}"))) } }
        }
    }
}

/// A link, some words or a picture of the screen.
fn proof(frame: &Frame<'_>, form: &Form<'_>, release: &Release, of_what: &str) -> Markup {
    let words = frame.words();
    let form = form.with_files();
    form.around(
        &frame.to(&format!("{}/bewijs", release.address)),
        html! {
            (hidden("van", of_what))
            (form.field(&Field::text("waar", words.t(&format!("proof-{of_what}"))).hint(words.t("proof-hint")).optional()))
            (form.file("bestand", words.t("proof-picture"), words.t("proof-picture-hint"), ".png,.jpg,.jpeg"))
        },
        words.t(&format!("proof-{of_what}-button")),
    )
}

fn proofs(frame: &Frame<'_>, all: &[Shown]) -> Markup {
    let words = frame.words();
    html! {
        h2 { (words.t("proofs-title")) }
        ul.plain {
            @for one in all {
                li {
                    strong { (one.what) } " " span.soft { (one.who) " · " (one.at) }
                    @if let Some(said) = &one.words { br; @if said.starts_with("https://") { a href=(said) rel="noreferrer" { (said) } } @else { (said) } }
                    @if let Some(picture) = &one.picture { br; a href=(frame.to(picture)) { (words.t("proof-look")) } }
                }
            }
        }
    }
}
