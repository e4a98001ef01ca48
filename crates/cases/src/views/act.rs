//! The form of something to do: its fields are named by what they are for, and their labels are `act-field` in the texts.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Field, Form as Fields, hidden};
use uuid::Uuid;

use super::letter::{Looked, as_they_will_be};

/// A field of a form, or a sentence in it.
pub(crate) struct Input {
    name: &'static str,
    value: String,
    kind: Kind,
    optional: bool,
}

enum Kind {
    Text(&'static str),
    Radios(Vec<Choice>),
    Checks(Vec<Choice>),
    Select(Vec<Choice>),
    Hidden,
    Said,
    Lines(Vec<String>),
}

impl Input {
    fn new(name: &'static str, value: impl Into<String>, kind: Kind) -> Self {
        Self {
            name,
            value: value.into(),
            kind,
            optional: false,
        }
    }

    /// One line.
    pub(crate) fn line(name: &'static str, value: impl Into<String>) -> Self {
        Self::new(name, value, Kind::Text("text"))
    }

    /// Several lines.
    pub(crate) fn area(name: &'static str, value: impl Into<String>) -> Self {
        Self::new(name, value, Kind::Text("area"))
    }

    /// A day.
    pub(crate) fn day(name: &'static str, value: impl Into<String>) -> Self {
        Self::new(name, value, Kind::Text("date"))
    }

    /// A time of the day.
    pub(crate) fn time(name: &'static str, value: &str) -> Self {
        Self::new(name, value, Kind::Text("time"))
    }

    /// One of these, all in sight.
    pub(crate) fn radios(name: &'static str, choices: Vec<Choice>) -> Self {
        Self::new(name, "", Kind::Radios(choices))
    }

    /// Any of these.
    pub(crate) fn checks(name: &'static str, choices: Vec<Choice>) -> Self {
        Self::new(name, "", Kind::Checks(choices))
    }

    /// One of these.
    pub(crate) fn select(name: &'static str, choices: Vec<Choice>) -> Self {
        Self::new(name, "", Kind::Select(choices))
    }

    /// It may be left open.
    pub(crate) fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// What goes along unseen.
    pub(crate) fn hidden(name: &'static str, value: impl Into<String>) -> Self {
        Self::new(name, value, Kind::Hidden)
    }

    /// Lines under a heading.
    pub(crate) fn lines(title: impl Into<String>, lines: Vec<String>) -> Self {
        Self::new("", title, Kind::Lines(lines))
    }

    /// A sentence.
    pub(crate) fn said(text: impl Into<String>) -> Self {
        Self::new("", text, Kind::Said)
    }
}

/// The form.
pub(crate) struct Form {
    /// The last part of its address.
    pub(crate) act: &'static str,
    pub(crate) title: String,
    /// The case.
    pub(crate) back: String,
    pub(crate) number: String,
    /// The event that it goes on from.
    pub(crate) about: Option<Uuid>,
    pub(crate) inputs: Vec<Input>,
}

/// The page.
pub(crate) fn page(frame: &Frame<'_>, form: &Form, errors: &Errors) -> Markup {
    let words = frame.words();
    let fields = Fields::new(frame.locale(), frame.token(), errors);
    let back = words.f("case-number", &[("number", form.number.as_str().into())]);
    let to = frame.to(&format!("{}/{}", form.back, form.act));
    let inputs = html! {
        @if let Some(about) = form.about { (hidden("bij", &about.as_simple().to_string())) }
        @for input in &form.inputs { (shown(frame, form.act, input, &fields)) }
    };
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back(&form.back, &back))
        h1 { (form.title) }
        (fields.around(&to, inputs, words.find(&format!("{}-button", form.act)).unwrap_or(words.t("act-button"))))
    };
    super::page(frame, &form.title, errors, content)
}

/// Letters that go out with what is done, before it is done.
pub(crate) struct Looking<'a> {
    pub(crate) act: &'static str,
    pub(crate) title: &'a str,
    pub(crate) back: String,
    pub(crate) number: String,
    pub(crate) letters: &'a [Looked],
    /// All that was typed goes along.
    pub(crate) typed: &'a shell::Form,
}

/// The page.
pub(crate) fn looking(frame: &Frame<'_>, looking: &Looking<'_>) -> Markup {
    let words = frame.words();
    let none = Errors::default();
    let fields = Fields::new(frame.locale(), frame.token(), &none);
    let back = words.f("case-number", &[("number", looking.number.as_str().into())]);
    let to = frame.to(&format!("{}/{}", looking.back, looking.act));
    let typed = looking.typed.pairs();
    let typed = typed.filter(|(name, _)| !matches!(*name, "csrf" | "stap-brief"));
    let mails = looking.typed.has("mailen");
    let inputs = html! {
        @for (name, value) in typed { (hidden(name, value)) }
        (as_they_will_be(looking.letters))
        p { (words.t(if mails { "letter-will-mail" } else { "letter-will-print" })) }
    };
    let actions = html! {
        button.button type="submit" name="stap-brief" value="doen" { (words.t(&format!("{}-do", looking.act))) }
        button.quiet.button type="submit" name="stap-brief" value="schrijf" { (words.t("letter-change")) }
    };
    let content = html! {
        (frame.back(&looking.back, &back))
        h1 { (looking.title) }
        (fields.around_with(&to, inputs, actions))
    };
    super::page(frame, looking.title, &none, content)
}

fn shown(frame: &Frame<'_>, act: &str, input: &Input, fields: &Fields<'_>) -> Markup {
    let words = frame.words();
    let key = format!("{act}-{}", input.name);
    let label = words.t(&key);
    let hint = words.find(&format!("{key}-hint")).unwrap_or_default();
    match &input.kind {
        Kind::Text(kind) => {
            let field = Field::text(input.name, label)
                .kind(kind)
                .hint(hint)
                .value(&input.value);
            let field = if input.optional {
                field.optional()
            } else {
                field
            };
            fields.field(&field)
        }
        Kind::Radios(choices) if choices.is_empty() => html! { p.card { (words.t("party-none")) } },
        Kind::Radios(choices) => fields.radios(input.name, label, hint, choices),
        Kind::Checks(choices) if choices.is_empty() => html! { p.card { (words.t("party-none")) } },
        Kind::Checks(choices) => fields.checkboxes(input.name, label, hint, choices),
        Kind::Select(choices) => fields.select(input.name, label, hint, choices),
        Kind::Hidden => hidden(input.name, &input.value),
        Kind::Said => html! { p.card { (input.value) } },
        Kind::Lines(lines) => html! {
            section.card { h2 { (input.value) } ul { @for line in lines { li { (line) } } } }
        },
    }
}
