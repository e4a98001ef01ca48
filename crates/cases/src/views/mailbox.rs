//! The mailbox for signals, and what is shown of a message that came by it.

use maud::{Markup, html};
use people::Frame;
use ui::form::{Choice, Field, Form, hidden};
use ui::{Errors, Table};

use crate::model::Mailed;

/// The mailbox as it is kept.
pub(crate) struct Kept {
    pub(crate) user: String,
    pub(crate) read: Option<String>,
    pub(crate) fault: Option<String>,
    pub(crate) waiting: i64,
}

/// The form as it was filled in, and the mailbox there is.
pub(crate) struct Shown {
    pub(crate) host: String,
    pub(crate) port: String,
    pub(crate) security: String,
    pub(crate) user: String,
    pub(crate) folder: String,
    pub(crate) kept: Option<Kept>,
}

/// The page.
pub(crate) fn page(frame: &Frame<'_>, shown: &Shown, errors: &Errors) -> Markup {
    let words = frame.words();
    let title = words.t("mailbox-title");
    let fields = Form::new(frame.locale(), frame.token(), errors);
    let here = frame.to("/zaken/postbus");
    let security = [("tls", "mailbox-tls"), ("starttls", "mailbox-starttls")];
    let security =
        security.map(|(key, text)| Choice::new(key, words.t(text), shown.security == key));
    let keeps = if shown.kept.is_some() {
        words.t("mailbox-password-keep")
    } else {
        words.t("mailbox-password-hint")
    };
    let inputs = html! {
        (fields.field(&Field::text("server", words.t("mailbox-host")).hint(words.t("mailbox-host-hint")).value(&shown.host)))
        (fields.field(&Field::text("poort", words.t("mailbox-port")).numbers().value(&shown.port)))
        (fields.radios("beveiliging", words.t("mailbox-security"), "", &security))
        (fields.field(&Field::text("gebruiker", words.t("mailbox-user")).value(&shown.user)))
        (fields.field(&Field::text("wachtwoord", words.t("mailbox-password")).kind("password").hint(keeps)))
        (fields.field(&Field::text("map", words.t("mailbox-folder")).hint(words.t("mailbox-folder-hint")).value(&shown.folder)))
    };
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back("/zaken/volgen", words.t("watch-title")))
        h1 { (title) }
        p.lead { (words.t("mailbox-lead")) }
        p { (words.t("mailbox-naked")) }
        @match &shown.kept {
            None => p.soft { (words.t("mailbox-none")) },
            Some(kept) => section.card {
                p { code { (kept.user) } }
                @match (&kept.fault, &kept.read) {
                    (Some(fault), _) => p.error { (fault) },
                    (None, Some(read)) => p.soft { (words.f("watch-read", &[("when", read.as_str().into())])) },
                    (None, None) => p.soft { (words.t("watch-new")) },
                }
                (waiting(words, kept.waiting))
                (fields.around_with(&here, hidden("stop", "ja"), html! { button.button.quiet { (words.t("mailbox-stop")) } }))
            },
        }
        h2 { (words.t(if shown.kept.is_some() { "mailbox-change" } else { "mailbox-add" })) }
        (fields.around(&here, inputs, words.t("mailbox-button")))
    };
    super::page(frame, title, errors, content)
}

/// That messages stay in the mailbox, to who reads signals.
pub(crate) fn waiting(words: &Table, many: i64) -> Markup {
    html! { @if many > 0 { p.soft { (words.f("mailbox-waiting", &[("many", many.into())])) } } }
}

/// Who a message says it is from.
pub(crate) fn says(words: &Table, mail: &Mailed) -> String {
    if mail.address.is_empty() {
        return words.t("mail-nobody").to_owned();
    }
    let (name, address) = (mail.name.as_str(), mail.address.as_str());
    words.f(
        "mail-from",
        &[("name", name.into()), ("address", address.into())],
    )
}

/// What a message says of itself, and what of it was left out.
pub(crate) fn came(frame: &Frame<'_>, mail: Option<&Mailed>) -> Markup {
    let words = frame.words();
    let Some(mail) = mail else { return html! {} };
    html! {
        p.soft {
            (says(words, mail))
            @if let Some(at) = mail.at { " " (words.f("mail-at", &[("when", frame.moment(at).into())])) }
        }
        @if mail.cut { p.soft { (words.t("mail-cut")) } }
        @if !mail.left.is_empty() {
            ul { @for (name, why) in &mail.left {
                li { @if !name.is_empty() { code { (name) } ": " } (words.t(&format!("mail-left-{}", why.key()))) }
            } }
        }
    }
}
