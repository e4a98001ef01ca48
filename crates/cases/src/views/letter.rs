//! A letter: chosen, written, looked at.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Field, Form as Fields, hidden};
use words::Locale;

/// The case that it is about.
pub(crate) struct About {
    pub(crate) address: String,
    pub(crate) number: String,
}

/// What can be chosen.
pub(crate) struct Choosing {
    pub(crate) case: About,
    pub(crate) templates: Vec<Choice>,
    pub(crate) languages: Vec<Choice>,
    pub(crate) to: Vec<Choice>,
    /// Parents who get none, and the name of the sentence that says why.
    pub(crate) without: Vec<(String, &'static str)>,
}

/// What goes along from step to step.
pub(crate) struct Carried {
    pub(crate) template: &'static str,
    pub(crate) language: &'static str,
    pub(crate) to: Vec<String>,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) mail: bool,
}

fn around(frame: &Frame<'_>, case: &About, errors: &Errors, content: impl maud::Render) -> Markup {
    let words = frame.words();
    let back = words.f("case-number", &[("number", case.number.as_str().into())]);
    let title = words.t("act-brief");
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back(&case.address, &back))
        h1 { (title) }
        (content)
    };
    super::page(frame, title, errors, content)
}

fn chosen(carried: &Carried) -> Markup {
    html! {
        (hidden("sjabloon", carried.template)) (hidden("taal", carried.language))
        @for to in &carried.to { (hidden("aan", to)) }
    }
}

/// Which letter, in which language, to whom.
pub(crate) fn choosing(frame: &Frame<'_>, form: &Choosing, errors: &Errors) -> Markup {
    let words = frame.words();
    let fields = Fields::new(frame.locale(), frame.token(), errors);
    let inputs = html! {
        (fields.radios("sjabloon", words.t("letter-which"), "", &form.templates))
        (fields.radios("taal", words.t("letter-language"), "", &form.languages))
        @if form.to.is_empty() { p.card { (words.t("party-none")) } }
        @else { (fields.checkboxes("aan", words.t("letter-to"), "", &form.to)) }
        @for (name, why) in &form.without { p.card { (words.f(why, &[("who", name.as_str().into())])) } }
    };
    let to = frame.to(&format!("{}/brief", form.case.address));
    around(
        frame,
        &form.case,
        errors,
        fields.around(&to, inputs, words.t("letter-write")),
    )
}

/// The text.
pub(crate) fn writing(
    frame: &Frame<'_>,
    case: &About,
    carried: &Carried,
    (names, many): (&str, bool),
    errors: &Errors,
) -> Markup {
    let words = frame.words();
    let fields = Fields::new(frame.locale(), frame.token(), errors);
    let hint = if many {
        words.t("letter-text-hint")
    } else {
        ""
    };
    let mail = [Choice::new("ja", words.t("letter-mail-too"), carried.mail)];
    let inputs = html! {
        (chosen(carried))
        p { (words.f("letter-goes-to", &[("who", names.into())])) }
        (fields.field(&Field::text("onderwerp", words.t("letter-subject")).value(&carried.subject)))
        (fields.field(&Field::text("tekst", words.t("letter-text")).kind("area").hint(hint).value(&carried.text)))
        (fields.checkboxes("mailen", words.t("letter-mail"), words.t("letter-mail-hint"), &mail))
    };
    let actions = html! {
        button.button type="submit" name="stap" value="bekijk" { (words.t("letter-look")) }
    };
    let to = frame.to(&format!("{}/brief", case.address));
    around(
        frame,
        case,
        errors,
        fields.around_with(&to, inputs, actions),
    )
}

/// A letter as it will be.
pub(crate) struct Looked {
    pub(crate) to: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) language: Locale,
}

/// Letters as they will be, one after another.
pub(crate) fn as_they_will_be(letters: &[Looked]) -> Markup {
    html! {
        @for letter in letters {
            section.card lang=(letter.language.tag()) {
                p.soft { (letter.to) }
                h2 { (letter.subject) }
                (super::written(&letter.text))
            }
        }
    }
}

/// The letters before they are kept.
pub(crate) fn looking(
    frame: &Frame<'_>,
    case: &About,
    carried: &Carried,
    letters: &[Looked],
) -> Markup {
    let words = frame.words();
    let none = Errors::default();
    let fields = Fields::new(frame.locale(), frame.token(), &none);
    let inputs = html! {
        (chosen(carried))
        (hidden("onderwerp", &carried.subject)) (hidden("tekst", &carried.text))
        @if carried.mail { (hidden("mailen", "ja")) }
        (as_they_will_be(letters))
        p { (words.t(if carried.mail { "letter-will-mail" } else { "letter-will-print" })) }
    };
    let actions = html! {
        button.button type="submit" name="stap" value="bewaar" { (words.t("letter-keep")) }
        button.quiet.button type="submit" name="stap" value="schrijf" { (words.t("letter-change")) }
    };
    let to = frame.to(&format!("{}/brief", case.address));
    around(frame, case, &none, fields.around_with(&to, inputs, actions))
}
