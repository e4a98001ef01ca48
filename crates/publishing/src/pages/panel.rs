//! The check panel in words.

use channels::Account;
use ui::Tone;
use ui::form::Choice;
use words::{PersonId, Verdict};

use super::ask::Ask;
use crate::gather::Looked;
use crate::post::panel::{Weight, What};
use crate::road::Opened;
use crate::views::panel::{Line, Shown, Verdict as Said};
use people::ask::Reading;

/// Everything that was found, in the words of who looks.
pub(super) fn shown(ask: &Ask<'_>, reading: &Reading, opened: &Opened, looked: &Looked) -> Shown {
    let panel = &looked.panel;
    let lines = panel.findings.iter();
    let lines = lines.map(|what| line(ask, reading, opened, looked, what));
    let verdicts = looked.places.iter().zip(&panel.spoken);
    let verdicts = verdicts.filter_map(|((account, ..), spoken)| {
        let spoken = spoken.as_ref()?;
        let said = looked.protocol?.vocabulary().words(ask.locale());
        Some(Said {
            account: account_said(account),
            tone: tone(spoken.verdict),
            label: said.verdict(spoken.verdict)?.label.clone(),
            articles: spoken.articles.join(", "),
            ask: spoken
                .ask
                .as_ref()
                .map(|role| said.function(role).to_owned()),
        })
    });
    Shown {
        lines: lines.collect(),
        verdicts: verdicts.collect(),
        protocol: looked
            .protocol
            .map(|one| one.document.front.protocol.as_ref().clone()),
        ready: panel.is_ready(&opened.publication.content.reason),
        blocks: panel.blocks(),
        asks: panel.asks(),
    }
}

fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Permitted => Tone::Yes,
        Verdict::Prohibited => Tone::No,
        Verdict::Doubt => Tone::Doubt,
        Verdict::Outside => Tone::Outside,
    }
}

/// An account as people call it.
pub(super) fn account_said(account: &Account) -> String {
    account.name.clone()
}

fn line(ask: &Ask<'_>, reading: &Reading, opened: &Opened, looked: &Looked, what: &What) -> Line {
    let words = ask.words();
    let tone = match what.weight() {
        Weight::Blocks => Tone::No,
        Weight::Asks => Tone::Doubt,
        Weight::Tells => Tone::Outside,
    };
    let place = |n: usize| {
        let at = looked.places.get(n);
        at.map(|(account, ..)| account_said(account))
            .unwrap_or_default()
    };
    let photo = |n: usize| {
        let picture = opened.publication.content.pictures.get(n.checked_sub(1)?)?;
        Some(format!("/fotos/foto/{}", picture.photo.as_simple()))
    };
    let solve = |key: &str, to: String| Some((words.t(key).to_owned(), to));
    let at_photo = |n: usize| photo(n).and_then(|to| solve("solve-photo", to));
    let (text, solve) = match what {
        What::NoTitle => (
            words.t("found-no-title").to_owned(),
            solve("solve-title", "#titel".into()),
        ),
        What::NoText => (
            words.t("found-no-text").to_owned(),
            solve("solve-text", "#tekst".into()),
        ),
        What::NoPlace => (
            words.t("found-no-place").to_owned(),
            solve("solve-place", "#kanaal".into()),
        ),
        What::NoPurpose => (
            words.t("found-no-purpose").to_owned(),
            solve("solve-purpose", "#doel".into()),
        ),
        What::NoProtocol => (
            words.t("found-no-protocol").to_owned(),
            solve("solve-reason", "#reden".into()),
        ),
        What::AltMissing(n) => (
            words.f("found-alt", &[("n", (*n).into())]),
            solve("solve-alt", alt(opened, *n)),
        ),
        What::AltLong(n, at, most) => (
            words.f(
                "found-alt-long",
                &[
                    ("n", (*n).into()),
                    ("place", place(*at).into()),
                    ("most", (*most).into()),
                ],
            ),
            solve("solve-shorten", alt(opened, *n)),
        ),
        What::TextLong(at, is, most) => (
            words.f(
                "found-text-long",
                &[
                    ("place", place(*at).into()),
                    ("is", (*is).into()),
                    ("most", (*most).into()),
                ],
            ),
            solve("solve-own-text", "#eigen-teksten".into()),
        ),
        What::TooManyPictures(at, most) => (
            words.f(
                "found-many-pictures",
                &[("place", place(*at).into()), ("most", (*most).into())],
            ),
            solve("solve-pictures", "#fotos".into()),
        ),
        What::NeedsPicture(at) => (
            words.f("found-needs-picture", &[("place", place(*at).into())]),
            solve("solve-pictures", "#fotos".into()),
        ),
        What::PictureGone(n) => (
            words.f("found-gone", &[("n", (*n).into())]),
            solve("solve-pictures", "#fotos".into()),
        ),
        What::PictureBusy(n) => (words.f("found-busy", &[("n", (*n).into())]), at_photo(*n)),
        What::NotComplete(n) => (
            words.f("found-not-complete", &[("n", (*n).into())]),
            at_photo(*n),
        ),
        What::FaceUnknown(n, many) => (
            words.f(
                "found-unknown",
                &[("n", (*n).into()), ("many", (*many).into())],
            ),
            at_photo(*n),
        ),
        What::FaceMayNot(n, at, person) => (
            may_not(ask, reading, (*n, *person), &place(*at)),
            at_photo(*n),
        ),
        What::NoCredit(n) => (
            words.f("found-no-credit", &[("n", (*n).into())]),
            at_photo(*n),
        ),
        What::TextHolds(at, n) => (
            words.f(
                "found-text-holds",
                &[("place", place(*at).into()), ("n", (*n).into())],
            ),
            solve("solve-marks", "#vondsten".into()),
        ),
        What::TextHints(at, n) => (
            words.f(
                "found-text-hints",
                &[("place", place(*at).into()), ("n", (*n).into())],
            ),
            solve("solve-marks", "#vondsten".into()),
        ),
        What::Prohibited(at) => (
            words.f(
                "found-prohibited",
                &[
                    ("place", place(*at).into()),
                    ("articles", articles(looked, *at).into()),
                ],
            ),
            solve("solve-other-place", "#kanaal".into()),
        ),
        What::Open(at) => (
            words.f("found-open", &[("place", place(*at).into())]),
            solve("solve-questions", "#gevraagd".into()),
        ),
        What::Doubt(at) => (
            words.f(
                "found-doubt",
                &[
                    ("place", place(*at).into()),
                    ("articles", articles(looked, *at).into()),
                ],
            ),
            solve("solve-advice", advice(opened)),
        ),
        What::Duty(at, article, text) => (
            words.f(
                "found-duty",
                &[
                    ("place", place(*at).into()),
                    ("article", article.as_str().into()),
                    ("text", text.as_str().into()),
                ],
            ),
            None,
        ),
        What::ForAll(at) => (
            words.f("found-for-all", &[("place", place(*at).into())]),
            None,
        ),
    };
    Line { tone, text, solve }
}

/// Where one asks when in doubt, with what it is about.
pub(super) fn advice(opened: &Opened) -> String {
    format!("/twijfel?over={}", opened.address())
}

fn alt(opened: &Opened, n: usize) -> String {
    let pictures = &opened.publication.content.pictures;
    let picture = n.checked_sub(1).and_then(|at| pictures.get(at));
    picture.map_or_else(
        || "#fotos".to_owned(),
        |one| format!("#alt-{}", one.photo.as_simple()),
    )
}

fn may_not(
    ask: &Ask<'_>,
    reading: &Reading,
    (n, person): (usize, PersonId),
    place: &str,
) -> String {
    let known = reading.names.get(person).filter(|known| ask.sees(known));
    let who = known.map_or_else(
        || ask.words().t("somebody").to_owned(),
        |known| known.name.said(),
    );
    ask.words().f(
        "found-may-not",
        &[
            ("n", n.into()),
            ("who", who.into()),
            ("place", place.into()),
        ],
    )
}

fn articles(looked: &Looked, at: usize) -> String {
    let spoken = looked.panel.spoken.get(at).and_then(Option::as_ref);
    spoken
        .map(|one| one.articles.join(", "))
        .unwrap_or_default()
}

/// The questions that the author answers, in the words of the vocabulary.
pub(super) fn questions(ask: &Ask<'_>, opened: &Opened, looked: &Looked) -> (Vec<Choice>, bool) {
    let answers = &opened.publication.content.answers;
    let Some(protocol) = looked.protocol else {
        return (Vec::new(), false);
    };
    let words = protocol.vocabulary().words(ask.locale());
    let asked = looked.panel.asked.iter().filter_map(|key| {
        let said = words.fact(key)?;
        let yes = answers.get(key).copied().unwrap_or(false);
        Some(Choice::new(key, &said.question, yes))
    });
    let asked: Vec<Choice> = asked.collect();
    let all = looked
        .panel
        .asked
        .iter()
        .all(|key| answers.contains_key(key));
    let done = !asked.is_empty() && all;
    (asked, done)
}
