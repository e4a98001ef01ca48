//! Before it is handed in: what it is once more, and what the protocol says at this moment.

use maud::{Markup, html};
use people::Frame;
use ui::form::{Choice, Form, hidden};
use ui::parts::{Row, summary_list};
use ui::{Errors, parts};

use super::post::{paragraphs, pictures};
use crate::post::model::Content;

/// The page.
pub(crate) struct Submit<'a> {
    pub(crate) id: String,
    pub(crate) content: &'a Content,
    pub(crate) rows: Vec<Row>,
    pub(crate) statements: Vec<(&'static str, &'static str)>,
    pub(crate) releasers: String,
    pub(crate) duties: Vec<String>,
}

/// Check your answers, and hand in.
pub(crate) fn page(frame: &Frame<'_>, submit: &Submit<'_>) -> Markup {
    let words = frame.words();
    let content = html! {
        (frame.back(&format!("/berichten/{}", submit.id), words.t("draft-title")))
        h1 { (words.t("submit-title")) }
        (summary_list(frame.locale(), &submit.rows))
        (paragraphs(&submit.content.text))
        (pictures(frame, &submit.id, submit.content))
        @if !submit.duties.is_empty() { h2 { (words.t("submit-duties")) } ul { @for duty in &submit.duties { li { (duty) } } } }
        @for (article, text) in &submit.statements {
            div.card { p.soft { (words.f("statement-of", &[("article", (*article).into())])) } (paragraphs(text)) }
        }
        form method="post" action=(frame.to(&format!("/berichten/{}/indienen", submit.id))) {
            (hidden("csrf", frame.token()))
            p { (words.f("submit-who", &[("who", submit.releasers.as_str().into())])) }
            div.actions { button.button type="submit" { (words.t("step-dien-in")) } }
        }
    };
    frame.page(words.t("submit-title"), content)
}

/// A photo that can be chosen: its identity, its number, and whether it is chosen.
pub(crate) type Offered = (String, usize, bool);

/// The photos of an album, to choose from.
pub(crate) struct Pick {
    pub(crate) id: String,
    pub(crate) albums: Vec<(String, Vec<Offered>)>,
}

/// The choice of photos.
pub(crate) fn pick(frame: &Frame<'_>, pick: &Pick) -> Markup {
    let words = frame.words();
    let content = html! {
        (frame.back(&format!("/berichten/{}", pick.id), words.t("draft-title")))
        h1 { (words.t("pick-title")) }
        @if pick.albums.is_empty() { p.card { (words.t("pick-none")) " " a href=(frame.to("/fotos")) { (words.t("pick-albums")) } } }
        @else {
            form method="post" action=(frame.to(&format!("/berichten/{}/fotos", pick.id))) {
                (hidden("csrf", frame.token()))
                @for (name, photos) in &pick.albums {
                    fieldset.asked {
                        legend.field { (name) }
                        @for (id, number, chosen) in photos {
                            label.pick-one for={ "f-" (id) } {
                                input id={ "f-" (id) } type="checkbox" name="foto" value=(id) checked[*chosen];
                                span { img src={ "/fotos/beeld/" (id) "/400" } alt="" width="160" loading="lazy"; " " (words.f("pick-photo", &[("n", (*number).into())])) }
                            }
                        }
                    }
                }
                div.actions { button.button type="submit" { (words.t("pick-button")) } }
            }
        }
    };
    frame.page(words.t("pick-title"), content)
}

/// Who releases at a school.
pub(crate) struct Terms {
    pub(crate) school: (String, String),
    /// Whom the protocol names, and in which article.
    pub(crate) named: Option<(String, String)>,
    pub(crate) choices: Vec<Choice>,
}

/// The page on which a school says who releases.
pub(crate) fn terms(frame: &Frame<'_>, terms: &Terms, errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back("/berichten", words.t("posts-title")))
        h1 { (words.t("terms-title")) }
        p.lead { (terms.school.1) }
        @match &terms.named {
            Some((who, article)) => p.card { (words.f("terms-named", &[("who", who.as_str().into()), ("article", article.as_str().into())])) },
            None => {
                p.card { (parts::tag(ui::Tone::Doubt, words.t("terms-unnamed"))) }
                (form.around(
                    &frame.to("/berichten/regels"),
                    html! { (hidden("school", &terms.school.0)) (form.checkboxes("rol", words.t("terms-who"), words.t("terms-who-hint"), &terms.choices)) },
                    words.t("terms-button"),
                ))
            },
        }
    };
    super::page(frame, words.t("terms-title"), !errors.is_empty(), content)
}
