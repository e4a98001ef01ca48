//! A publication as it stands: what was written, what was found, where it is, what happened, and what can be done.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Field, Form, hidden};
use ui::parts::{fold, tag};

use super::desk::stage;
use super::panel::{self, Shown as Panel};
use super::release::standing_tone;
use crate::post::model::{Content, Stage};
use crate::post::release::Standing;
use crate::post::steps::Step;

/// It at one account.
pub(crate) struct Place {
    pub(crate) account: String,
    pub(crate) text: String,
    /// Nothing goes there any more, and it may still be there: the text that says what to do.
    pub(crate) left: Option<&'static str>,
    /// How far it is there, with the address of its page.
    pub(crate) release: Option<(Standing, String)>,
    /// The address that everybody can open.
    pub(crate) public: Option<String>,
}

/// Something that waits, under its key, and who is at work on it: nothing for who looks, and until when.
pub(crate) struct Claim {
    pub(crate) key: String,
    pub(crate) busy: Option<(Option<String>, String)>,
}

/// Something that happened.
pub(crate) struct Happened {
    pub(crate) what: String,
    pub(crate) who: String,
    pub(crate) at: String,
    pub(crate) comment: String,
}

/// The page.
pub(crate) struct Post<'a> {
    pub(crate) id: String,
    pub(crate) content: &'a Content,
    pub(crate) stage: Stage,
    pub(crate) author: String,
    pub(crate) due: Option<String>,
    pub(crate) places: Vec<Place>,
    pub(crate) claim: Option<Claim>,
    pub(crate) panel: &'a Panel,
    pub(crate) history: Vec<Happened>,
    /// What can be done by who looks.
    pub(crate) steps: Vec<Step>,
    /// Who releases, in words.
    pub(crate) releasers: String,
    /// It can be taken down everywhere at once.
    pub(crate) removes: bool,
    /// A person outside the school can be asked to release it.
    pub(crate) asks_outside: bool,
    /// In doubt: where one asks.
    pub(crate) advice: String,
}

/// The page.
pub(crate) fn page(frame: &Frame<'_>, post: &Post<'_>, errors: &Errors) -> Markup {
    let words = frame.words();
    let title = if post.content.title.trim().is_empty() {
        words.t("posts-untitled")
    } else {
        post.content.title.trim()
    };
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back("/berichten", words.t("posts-title")))
        h1 { (title) }
        p { (stage(frame, post.stage)) " " span.soft { (words.f("post-by", &[("who", post.author.as_str().into())])) } }
        @if let Some(due) = &post.due { p { (words.f("post-due", &[("when", due.as_str().into())])) } }
        @if matches!(post.stage, Stage::Submitted | Stage::Held) { p.soft { (words.f("post-waits", &[("who", post.releasers.as_str().into())])) } }
        @if let Some(one) = &post.claim { (claim(frame, one)) }
        @for place in &post.places { (one(frame, place)) }
        (pictures(frame, &post.id, post.content))
        (panel::panel(frame, post.panel))
        (steps(frame, post, errors))
        @if !post.history.is_empty() { (fold(words.t("post-history"), history(&post.history))) }
    };
    super::page(frame, title, !errors.is_empty(), content)
}

fn one(frame: &Frame<'_>, place: &Place) -> Markup {
    let words = frame.words();
    html! {
        section.card {
            h2 { (place.account) }
            @if let Some((standing, address)) = &place.release {
                p {
                    (tag(standing_tone(*standing), words.t(&format!("standing-{}", standing.key()))))
                    " " a href=(frame.to(address)) { (words.t("post-release")) span.hidden { " " (place.account) } }
                }
            }
            @if let Some(address) = &place.public { p { a href=(address) rel="noreferrer" { (address) } } }
            @match place.left {
                None => div.quote { (paragraphs(&place.text)) },
                Some(left) => p { (words.t(left)) },
            }
        }
    }
}

/// Who does this, and a button to take it, as on the list of what waits: that list takes it.
pub(crate) fn claim(frame: &Frame<'_>, claim: &Claim) -> Markup {
    let words = frame.words();
    let (name, key) = match &claim.busy {
        None => ("pak", "claim-take"),
        Some((None, _)) => ("geef", "claim-back"),
        Some((Some(_), _)) => ("over", "claim-over"),
    };
    html! {
        form.no-print method="post" action=(frame.to(people::HOME)) {
            (hidden("csrf", frame.token()))
            @match &claim.busy {
                Some((None, until)) => p { (words.f("claim-mine", &[("until", until.as_str().into())])) },
                Some((Some(who), until)) => p { (words.f("claim-theirs", &[("who", who.as_str().into()), ("until", until.as_str().into())])) },
                None => {}
            }
            div.actions { button.button.quiet type="submit" name=(name) value=(claim.key) { (words.t(key)) } }
        }
    }
}

/// A text as paragraphs.
pub(crate) fn paragraphs(text: &str) -> Markup {
    html! {
        @for part in text.split("\n\n").filter(|part| !part.trim().is_empty()) {
            p { @for (at, line) in part.trim().lines().enumerate() { @if at > 0 { br; } (line) } }
        }
    }
}

/// The photos as they would be shown, each with what is said of it.
pub(crate) fn pictures(frame: &Frame<'_>, id: &str, content: &Content) -> Markup {
    let words = frame.words();
    html! {
        @for (n, picture) in (1_usize..).zip(&content.pictures) {
            figure {
                img src={ "/berichten/" (id) "/beeld/" (n) } alt=(picture.alt) width="1080" loading="lazy";
                figcaption { (words.f("post-alt", &[("alt", picture.alt.as_str().into())])) }
            }
        }
    }
}

fn steps(frame: &Frame<'_>, post: &Post<'_>, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let to = frame.to(&format!("/berichten/{}/stap", post.id));
    let says = post.steps.iter().any(|step| {
        matches!(
            step,
            Step::Approve | Step::Return | Step::Hold | Step::Reject
        )
    });
    html! {
        @if !post.steps.is_empty() || post.removes {
            form method="post" action=(to) novalidate {
                (hidden("csrf", frame.token()))
                @if says { (form.field(&Field::text("opmerking", words.t("post-comment")).kind("area").hint(words.t("post-comment-hint")))) }
                div.actions {
                    @for step in &post.steps {
                        button.button.quiet[*step != Step::Approve && *step != Step::Submit] type="submit" name="stap" value=(step.key()) { (words.t(&format!("step-{}", step.key()))) }
                    }
                    @if post.removes { button.button.quiet type="submit" name="stap" value="weghalen" { (words.t("step-weghalen")) } }
                }
            }
            @if says { p { a href=(frame.to(&post.advice)) { (words.t("solve-advice")) } } }
            @if post.asks_outside { (fold(words.t("outside-title"), outside(frame, post, errors))) }
        }
    }
}

/// Somebody outside the school is asked by a link that works once.
fn outside(frame: &Frame<'_>, post: &Post<'_>, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    html! {
        p { (words.t("outside-text")) }
        (form.around(
            &frame.to(&format!("/berichten/{}/buiten", post.id)),
            html! {
                (form.field(&Field::text("naam", words.t("outside-name"))))
                (form.field(&Field::text("adres", words.t("outside-address")).kind("email")))
            },
            words.t("outside-button"),
        ))
    }
}

fn history(all: &[Happened]) -> Markup {
    html! {
        ol.plain {
            @for one in all {
                li {
                    strong { (one.what) } " " span.soft { (one.who) @if !one.who.is_empty() { " · " } (one.at) }
                    @if !one.comment.is_empty() { br; (one.comment) }
                }
            }
        }
    }
}
