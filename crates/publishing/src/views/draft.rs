//! A draft as its author writes it: text, photos, where, and what was found.

use channels::Account;
use jiff::Timestamp;
use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Field, Form, hidden};
use ui::parts::fold;
use words::PurposeId;

use super::findings;
use super::panel::{self, Shown as Panel};
use crate::post::model::{Capacity, Content};

/// The draft.
pub(crate) struct Draft<'a> {
    pub(crate) id: String,
    pub(crate) content: &'a Content,
    pub(crate) accounts: &'a [Account],
    /// The purposes that can be chosen.
    pub(crate) purposes: Vec<(PurposeId, String, bool)>,
    pub(crate) due: Option<Timestamp>,
    /// What whoever sent it back said.
    pub(crate) returned: Option<String>,
    pub(crate) panel: &'a Panel,
    /// The text in which most was found, and what.
    pub(crate) text: &'a str,
    pub(crate) found: Option<&'a findings::Shown<'a>>,
    /// An answer was just kept.
    pub(crate) told: bool,
    /// What is asked of the author, and whether it was answered.
    pub(crate) asked: (Vec<Choice>, bool),
    pub(crate) is_out: bool,
}

/// The page.
pub(crate) fn page(frame: &Frame<'_>, draft: &Draft<'_>, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let to = frame.to(&format!("/berichten/{}", draft.id));
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back("/berichten", words.t("posts-title")))
        h1 { (words.t("draft-title")) }
        @if draft.is_out { p.card { (words.t("draft-corrects")) } }
        @if let Some(said) = &draft.returned { p.card { (words.t("draft-returned")) @if !said.is_empty() { ": " (said) } } }
        form method="post" action=(to) novalidate data-keeps {
            (hidden("csrf", frame.token()))
            (hidden("vorm", "heel"))
            (form.field(&Field::text("titel", words.t("draft-name")).value(&draft.content.title)))
            (form.field(&Field::text("tekst", words.t("draft-text")).kind("area").value(&draft.content.text)))
            (pictures(frame, &form, draft))
            (form.checkboxes("kanaal", words.t("draft-where"), "", &places(draft)))
            (form.select("doel", words.t("draft-purpose"), words.t("draft-purpose-hint"), &purposes(draft)))
            (more(frame, &form, draft))
            div #levend {
                (questions(frame, &form, draft))
                @if draft.panel.asks { (form.field(&Field::text("reden", words.t("draft-reason")).hint(words.t("draft-reason-hint")).value(&draft.content.reason))) }
                (panel::panel(frame, draft.panel))
            }
            div.actions {
                button.button type="submit" name="naar" value="verder" { (words.t("draft-on")) }
                button.button.quiet type="submit" name="naar" value="bewaar" { (words.t("draft-keep")) }
            }
            p.soft role="status" data-kept=(words.t("draft-kept")) {}
            // In the form: what was typed since is kept with an answer.
            div #gevonden-in-tekst { (marks(frame, draft, form, errors)) }
        }
    };
    super::page(frame, words.t("draft-title"), !errors.is_empty(), content)
}

fn places(draft: &Draft<'_>) -> Vec<Choice> {
    let one = |account: &Account| {
        let chosen = draft.content.accounts.contains(&account.id);
        Choice::new(account.id.as_simple().to_string(), &account.name, chosen)
    };
    draft.accounts.iter().map(one).collect()
}

fn purposes(draft: &Draft<'_>) -> Vec<Choice> {
    let one = |(id, title, chosen): &(PurposeId, String, bool)| {
        Choice::new(id.to_string(), title, *chosen)
    };
    draft.purposes.iter().map(one).collect()
}

/// The photos, each with what is on it; and the way to more.
fn pictures(frame: &Frame<'_>, form: &Form<'_>, draft: &Draft<'_>) -> Markup {
    let words = frame.words();
    html! {
        section #fotos aria-labelledby="fotos-kop" {
            h2 #fotos-kop { (words.t("draft-photos")) }
            @for (n, picture) in (1_usize..).zip(&draft.content.pictures) {
                @let id = picture.photo.as_simple().to_string();
                div.card {
                    img src={ "/berichten/" (draft.id) "/beeld/" (n) } alt=(picture.alt) width="400" loading="lazy";
                    (form.field(&Field::text(&format!("alt-{id}"), &words.f("draft-alt", &[("n", n.into())])).hint(words.t("draft-alt-hint")).value(&picture.alt)))
                    label.pick-one for={ "weg-" (id) } { input id={ "weg-" (id) } type="checkbox" name={ "weg-" (id) } value="ja"; span { (words.f("draft-away", &[("n", n.into())])) } }
                }
            }
            button.button.quiet type="submit" name="naar" value="fotos" { (words.t("draft-pick")) }
        }
    }
}

/// What most drafts leave as it is.
fn more(frame: &Frame<'_>, form: &Form<'_>, draft: &Draft<'_>) -> Markup {
    let words = frame.words();
    let capacity = |one: Capacity| {
        let key = format!("capacity-{}", one.key());
        Choice::new(one.key(), words.t(&key), draft.content.capacity() == one)
    };
    let when = draft.due.map(|due| {
        let wall = shell::clock::on_the_wall(due).to_string();
        wall.get(..16).unwrap_or_default().to_owned()
    });
    let chosen = draft
        .accounts
        .iter()
        .filter(|one| draft.content.accounts.contains(&one.id));
    fold(
        words.t("draft-more"),
        html! {
            (form.radios("hoedanigheid", words.t("draft-capacity"), "", &[capacity(Capacity::School), capacity(Capacity::Work)]))
            (form.field(&Field::text("bronnen", words.t("draft-sources")).hint(words.t("draft-sources-hint")).value(&draft.content.sources).optional()))
            (form.field(&Field::text("wanneer", words.t("draft-when")).kind("datetime-local").hint(words.t("draft-when-hint")).value(when.as_deref().unwrap_or_default()).optional()))
            div #eigen-teksten {
                @for account in chosen {
                    @let name = format!("tekst-{}", account.id.as_simple());
                    @let text = draft.content.texts.get(&account.id).map_or("", String::as_str);
                    (form.field(&Field::text(&name, &words.f("draft-own-text", &[("place", account.name.as_str().into())])).kind("area").value(text).optional()))
                }
            }
        },
    )
}

/// What only a person can say.
fn questions(frame: &Frame<'_>, form: &Form<'_>, draft: &Draft<'_>) -> Markup {
    let words = frame.words();
    let (asked, done) = &draft.asked;
    html! {
        @if !asked.is_empty() {
            @for one in asked { (hidden("gevraagd", &one.value)) }
            div #gevraagd {
                @if *done { (fold(words.t("draft-asked-done"), form.checkboxes("antwoord", words.t("draft-asked"), words.t("draft-asked-hint"), asked))) }
                @else { (form.checkboxes("antwoord", words.t("draft-asked"), words.t("draft-asked-hint"), asked)) }
                label.pick-one for="nagelopen" { input #nagelopen type="checkbox" name="nagelopen" value="ja" checked[*done]; span { (words.t("draft-asked-confirm")) } }
            }
        }
    }
}

fn marks(frame: &Frame<'_>, draft: &Draft<'_>, form: Form<'_>, errors: &Errors) -> Markup {
    let words = frame.words();
    html! {
        @if draft.found.is_some() || draft.told {
            section #vondsten aria-labelledby="vondsten-kop" {
                h2 #vondsten-kop { (words.t("draft-found")) }
                @if draft.told { p.card role="status" { (words.t("draft-answered")) " " a href=(frame.to("/woorden")) { (words.t("menu-words")) } } }
                p { (words.t("no-guarantee")) }
                @if let Some(found) = draft.found {
                    @if found.answering.is_none() { p { (words.t("draft-not-editor")) } }
                    div.card.marked { (findings::marked(frame, draft.text, &found.checked.findings)) }
                    (findings::list(frame, draft.text, found, (form, errors)))
                }
            }
        }
    }
}
