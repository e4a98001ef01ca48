//! Forms. A page comes back with what was typed, every fault twice: in the summary on top and at its field, both from
//! one list, so that the two never differ. Nothing is checked while somebody types, and the browser's own checks are off.

use maud::{Markup, Render, html};
use words::Locale;

use crate::{Errors, words_of};

/// A question with one line or one area to type an answer.
#[derive(Debug, Clone)]
pub struct Field<'a> {
    name: &'a str,
    label: &'a str,
    kind: &'a str,
    hint: &'a str,
    value: &'a str,
    optional: bool,
    complete: Option<&'a str>,
    numbers: bool,
}

impl<'a> Field<'a> {
    /// A line of text; its name is also its id.
    #[must_use]
    pub fn text(name: &'a str, label: &'a str) -> Self {
        Self {
            name,
            label,
            kind: "text",
            hint: "",
            value: "",
            optional: false,
            complete: None,
            numbers: false,
        }
    }

    /// A field of another kind: `email`, `password`, `search`, `tel`, `date`, or `area` for several lines.
    #[must_use]
    pub fn kind(mut self, kind: &'a str) -> Self {
        self.kind = kind;
        self
    }

    /// One sentence of help under the label.
    #[must_use]
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// What stands in it already.
    #[must_use]
    pub fn value(mut self, value: &'a str) -> Self {
        self.value = value;
        self
    }

    /// It may stay empty, and says so.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// What a browser may fill in: `email`, `current-password`, `one-time-code`, …
    #[must_use]
    pub fn complete(mut self, token: &'a str) -> Self {
        self.complete = Some(token);
        self
    }

    /// A code of digits: a telephone shows its number keys.
    #[must_use]
    pub fn numbers(mut self) -> Self {
        self.numbers = true;
        self
    }
}

/// One answer to choose.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What people read.
    pub label: String,
    /// More about it, or empty.
    pub hint: String,
    /// It is chosen now.
    pub chosen: bool,
}

impl Choice {
    /// An answer without a hint.
    pub fn new(value: impl Into<String>, label: impl Into<String>, chosen: bool) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: String::new(),
            chosen,
        }
    }

    /// With more about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

/// A form and its parts.
#[derive(Debug, Clone, Copy)]
pub struct Form<'a> {
    locale: Locale,
    token: &'a str,
    errors: &'a Errors,
    files: bool,
}

impl<'a> Form<'a> {
    /// A form in this language, with the token that shows it came from our own page.
    #[must_use]
    pub fn new(locale: Locale, token: &'a str, errors: &'a Errors) -> Self {
        Self {
            locale,
            token,
            errors,
            files: false,
        }
    }

    /// It sends files.
    #[must_use]
    pub fn with_files(mut self) -> Self {
        self.files = true;
        self
    }

    /// The whole form: sent to this address, with these fields and one button that says what happens.
    #[must_use]
    pub fn around(&self, action: &str, fields: impl Render, button: &str) -> Markup {
        self.around_with(
            action,
            fields,
            html! { button.button type="submit" { (button) } },
        )
    }

    /// The whole form with its own buttons and links under it.
    #[must_use]
    pub fn around_with(&self, action: &str, fields: impl Render, actions: impl Render) -> Markup {
        html! {
            form method="post" action=(action) enctype=[self.files.then_some("multipart/form-data")] novalidate {
                (hidden("csrf", self.token))
                (fields)
                div.actions { (actions) }
            }
        }
    }

    /// A line or an area to type in.
    #[must_use]
    pub fn field(&self, field: &Field<'_>) -> Markup {
        let (name, error) = (field.name, self.errors.of(field.name));
        let described = self.described(name, field.hint);
        html! {
            div.asked.wrong[error.is_some()] {
                label.field for=(name) { (field.label) (self.optional(field.optional)) }
                (self.told(name, field.hint))
                @if field.kind == "area" {
                    textarea id=(name) name=(name) rows="5" aria-describedby=[described] aria-invalid=[error.map(|_| "true")] { (field.value) }
                } @else {
                    input id=(name) name=(name) type=(field.kind) value=(field.value) autocomplete=(field.complete.unwrap_or("off"))
                        inputmode=[field.numbers.then_some("numeric")] aria-describedby=[described] aria-invalid=[error.map(|_| "true")];
                }
            }
        }
    }

    /// A file to send; `accept` as in HTML: `.xml,.zip`.
    #[must_use]
    pub fn file(&self, name: &str, label: &str, hint: &str, accept: &str) -> Markup {
        let error = self.errors.of(name);
        html! {
            div.asked.wrong[error.is_some()] {
                label.field for=(name) { (label) }
                (self.told(name, hint))
                input id=(name) name=(name) type="file" accept=(accept) aria-describedby=[self.described(name, hint)] aria-invalid=[error.map(|_| "true")];
            }
        }
    }

    /// One of a few.
    #[must_use]
    pub fn radios(&self, name: &str, legend: &str, hint: &str, choices: &[Choice]) -> Markup {
        self.group("radio", name, legend, hint, choices)
    }

    /// Any of a few.
    #[must_use]
    pub fn checkboxes(&self, name: &str, legend: &str, hint: &str, choices: &[Choice]) -> Markup {
        self.group("checkbox", name, legend, hint, choices)
    }

    /// One of many.
    #[must_use]
    pub fn select(&self, name: &str, label: &str, hint: &str, choices: &[Choice]) -> Markup {
        let error = self.errors.of(name);
        html! {
            div.asked.wrong[error.is_some()] {
                label.field for=(name) { (label) }
                (self.told(name, hint))
                select id=(name) name=(name) aria-describedby=[self.described(name, hint)] aria-invalid=[error.map(|_| "true")] {
                    @if !choices.iter().any(|choice| choice.chosen) { option value="" selected { (words_of(self.locale).t("choose")) } }
                    @for choice in choices { option value=(choice.value) selected[choice.chosen] { (choice.label) } }
                }
            }
        }
    }

    /// A day that somebody knows by heart, in three fields: `NAME`, `NAME-maand` and `NAME-jaar`.
    #[must_use]
    pub fn day(&self, name: &str, legend: &str, hint: &str, typed: [&str; 3]) -> Markup {
        let words = words_of(self.locale);
        let parts = [("", "day"), ("-maand", "month"), ("-jaar", "year")];
        let error = self.errors.of(name);
        html! {
            fieldset.asked.wrong[error.is_some()] aria-describedby=[self.described(name, hint)] {
                legend.field { (legend) }
                (self.told(name, hint))
                div.day {
                    @for ((after, key), value) in parts.into_iter().zip(typed) {
                        @let id = format!("{name}{after}");
                        div {
                            label for=(id) { (words.t(key)) }
                            input id=(id) name=(id) type="text" inputmode="numeric" autocomplete="off" value=(value) aria-invalid=[error.map(|_| "true")];
                        }
                    }
                }
            }
        }
    }

    fn group(
        &self,
        kind: &str,
        name: &str,
        legend: &str,
        hint: &str,
        choices: &[Choice],
    ) -> Markup {
        let error = self.errors.of(name);
        html! {
            fieldset.asked.wrong[error.is_some()] aria-describedby=[self.described(name, hint)] {
                legend.field { (legend) }
                (self.told(name, hint))
                @for (at, choice) in choices.iter().enumerate() {
                    // The first bears the name itself: a link of the error summary leads to it.
                    @let id = if at == 0 { name.to_owned() } else { format!("{name}-{at}") };
                    label.pick-one for=(id) {
                        input id=(id) name=(name) type=(kind) value=(choice.value) checked[choice.chosen];
                        span { (choice.label) @if !choice.hint.is_empty() { small.soft { (choice.hint) } } }
                    }
                }
            }
        }
    }

    fn optional(&self, optional: bool) -> Markup {
        html! { @if optional { " " span.soft { (words_of(self.locale).t("optional")) } } }
    }

    fn told(&self, name: &str, hint: &str) -> Markup {
        html! {
            @if !hint.is_empty() { p.hint id={ (name) "-hint" } { (hint) } }
            @if let Some(error) = self.errors.of(name) {
                p.error id={ (name) "-error" } { span.hidden { (words_of(self.locale).t("fault-word")) " " } (error) }
            }
        }
    }

    fn described(&self, name: &str, hint: &str) -> Option<String> {
        match (hint.is_empty(), self.errors.of(name).is_none()) {
            (true, true) => None,
            (false, true) => Some(format!("{name}-hint")),
            (true, false) => Some(format!("{name}-error")),
            (false, false) => Some(format!("{name}-hint {name}-error")),
        }
    }
}

/// A value that travels with a form unseen.
#[must_use]
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}

/// A form that only looks something up: its answer is an address that may be kept and sent on.
#[must_use]
pub fn search(action: &str, name: &str, label: &str, value: &str, button: &str) -> Markup {
    html! {
        form method="get" action=(action) role="search" {
            label.field for=(name) { (label) }
            div.ask {
                input id=(name) type="search" name=(name) value=(value) maxlength="100" autocomplete="off";
                button.button type="submit" { (button) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errors() -> Errors {
        let mut errors = Errors::default();
        errors.add("naam", "Vul een naam in");
        errors.add("rol", "Kies een rol");
        errors
    }

    #[test]
    fn a_fault_stands_on_top_and_at_its_field_in_the_same_words() {
        let errors = errors();
        let top = errors.summary(Locale::Nl).into_string();
        assert!(
            top.contains(r##"<a href="#naam">Vul een naam in</a>"##),
            "{top}"
        );
        let form = Form::new(Locale::Nl, "geheim", &errors);
        let field = Field::text("naam", "Hoe heet je?")
            .hint("Zoals op school")
            .value("D.");
        let shown = form.field(&field).into_string();
        assert!(
            shown.contains(r#"id="naam-error"><span class="hidden">Fout: </span>Vul een naam in"#),
            "{shown}"
        );
        assert!(
            shown.contains(r#"aria-describedby="naam-hint naam-error" aria-invalid="true""#),
            "{shown}"
        );
        assert!(shown.contains(r#"value="D.""#), "what was typed comes back");
    }

    #[test]
    fn a_fault_of_a_choice_leads_to_its_first_answer() {
        let errors = errors();
        let choices = [
            Choice::new("leraar", "Leraar", false),
            Choice::new("mr", "MR", true),
        ];
        let shown = Form::new(Locale::Nl, "", &errors).radios("rol", "Welke rol?", "", &choices);
        let shown = shown.into_string();
        assert!(
            shown.contains(r#"<input id="rol" name="rol" type="radio" value="leraar">"#),
            "{shown}"
        );
        assert!(
            shown.contains(r#"<input id="rol-1" name="rol" type="radio" value="mr" checked>"#),
            "{shown}"
        );
    }

    #[test]
    fn a_form_carries_its_token_and_leaves_checking_to_us() {
        let none = Errors::default();
        let shown = Form::new(Locale::En, "a\"b", &none)
            .around("/x", "", "Send")
            .into_string();
        assert!(
            shown.contains("novalidate") && shown.contains(r#"name="csrf" value="a&quot;b""#),
            "{shown}"
        );
        assert_eq!(none.summary(Locale::En).into_string(), "");
        assert_eq!(errors().or(1), Err(errors()));
    }
}
