//! The mailbox for signals of a school: where it is, how it is entered, and how it goes.

use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::model::School;
use shell::Fault;
use ui::{Errors, Table};
use words::{PersonId, Role};

use super::acts::Doing;
use super::watch::place;
use crate::model::{Access, Mailbox, Way};
use crate::store::mailboxes;
use crate::views::mailbox as view;

/// The page.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let (school, _) = place(ask, &reading)?;
    let kept = mailboxes::of_school(&mut reading.tx, &reading.keys, school.id).await?;
    Ok(Reply::Page(shown(ask, kept.as_ref(), &Errors::default())))
}

fn shown(ask: &Ask<'_>, kept: Option<&Mailbox>, errors: &Errors) -> maud::Markup {
    let (frame, words) = (ask.frame(), ask.words());
    // A form that was sent is shown as it was filled in; the password never.
    let typed = ask.form.has("server");
    let was = |field: &str, of: fn(&Access) -> String| {
        if typed {
            ask.form.one(field).to_owned()
        } else {
            kept.map(|one| of(&one.access)).unwrap_or_default()
        }
    };
    let or = |value: String, otherwise: &str| {
        if value.is_empty() && !typed {
            otherwise.to_owned()
        } else {
            value
        }
    };
    let shown = view::Shown {
        host: was("server", |one| one.host.clone()),
        port: or(was("poort", |one| one.port.to_string()), "993"),
        security: or(was("beveiliging", |one| one.security.clone()), "tls"),
        user: was("gebruiker", |one| one.user.clone()),
        folder: or(was("map", |one| one.folder.clone()), "INBOX"),
        kept: kept.map(|one| view::Kept {
            user: one.access.user.clone(),
            read: one.read_at.map(|at| frame.moment(at)),
            fault: one
                .fault
                .as_deref()
                .and_then(mail::Trouble::from_key)
                .map(|why| words.t(&format!("mailbox-{}", why.key())).to_owned()),
            waiting: one.waiting,
        }),
    };
    view::page(&frame, &shown, errors)
}

/// Keeps it, or stops.
pub(super) async fn keep(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (school, role) = place(ask, &reading)?;
    let kept = mailboxes::of_school(&mut reading.tx, &reading.keys, school.id).await?;
    if ask.form.has("stop") {
        if let Some(kept) = kept {
            mailboxes::stop(&mut reading.tx, kept.id).await?;
            log(ask, &mut reading, role, (&kept, "stopped")).await?;
        }
    } else {
        let mut errors = Errors::default();
        let access = typed(ask, kept.as_ref(), ask.words(), &mut errors);
        if !errors.is_empty() {
            return Ok(Reply::Again(shown(ask, kept.as_ref(), &errors)));
        }
        let outcome = if kept.is_some() { "changed" } else { "begun" };
        let mailbox = kept_as(ask, kept, &school, access);
        mailboxes::put(&mut reading.tx, &reading.keys, &mailbox, ask.now).await?;
        crate::jobs::visit_at(&mut reading.tx, mailbox.id, ask.now).await?;
        log(ask, &mut reading, role, (&mailbox, outcome)).await?;
    }
    reading.tx.commit().await?;
    Ok(Reply::GoOn("/zaken/postbus?klaar=1".to_owned()))
}

fn kept_as(ask: &Ask<'_>, kept: Option<Mailbox>, school: &School, access: Access) -> Mailbox {
    match kept {
        Some(kept) => Mailbox { access, ..kept },
        None => Mailbox {
            id: ask.new_id(),
            school: school.id,
            by: ask.caller.person,
            read_at: None,
            fault: None,
            waiting: 0,
            access,
        },
    }
}

/// What was typed. A password that is there stays with an empty field, and never goes to another place than it was typed for.
fn typed(ask: &Ask<'_>, kept: Option<&Mailbox>, words: &Table, errors: &mut Errors) -> Access {
    let line = |field: &str| people::forms::line(ask.form.one(field));
    let (host, user, folder) = (
        line("server").to_lowercase(),
        line("gebruiker"),
        line("map"),
    );
    let security = line("beveiliging");
    let port = line("poort").parse::<u16>().ok().filter(|port| *port > 0);
    let signs = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-');
    let named = !host.is_empty() && host.len() <= 253 && host.chars().all(signs);
    if !named || (!host.contains('.') && host != "localhost") {
        errors.add("server", words.t("mailbox-host-wrong"));
    }
    if port.is_none() {
        errors.add("poort", words.t("mailbox-port-wrong"));
    }
    let here = matches!(host.as_str(), "localhost" | "127.0.0.1");
    let kept_from_others = match security.as_str() {
        "tls" | "starttls" => true,
        "open" => here,
        _ => false,
    };
    if !kept_from_others {
        errors.add("beveiliging", words.t("mailbox-security-wrong"));
    }
    if user.is_empty() || user.chars().count() > 200 {
        errors.add("gebruiker", words.t("mailbox-user-wrong"));
    }
    let plain = |sign: char| matches!(sign, ' '..='~');
    if folder.is_empty() || folder.len() > 200 || !folder.chars().all(plain) {
        errors.add("map", words.t("mailbox-folder-wrong"));
    }
    let (port, typed) = (port.unwrap_or_default(), ask.form.raw("wachtwoord"));
    let same = kept.filter(|one| {
        let was = &one.access;
        (&was.host, was.port, &was.security, &was.user) == (&host, port, &security, &user)
    });
    let password = match (typed, same) {
        ("", Some(one)) => one.access.password.clone(),
        (typed, _) => typed.to_owned(),
    };
    if password.is_empty() {
        let key = if kept.is_some() {
            "mailbox-password-again"
        } else {
            "mailbox-password-wrong"
        };
        errors.add("wachtwoord", words.t(key));
    }
    Access {
        host,
        port,
        security,
        user,
        password,
        folder,
    }
}

impl Doing<'_> {
    /// What somebody who signalled is called: of who a message says it is from only that it says so.
    pub(super) fn reporter(&self, person: PersonId) -> String {
        let name = self.names.said(person);
        if self.room.opened.case.way == Way::Mail {
            self.ask.words().f("mail-says", &[("who", name.into())])
        } else {
            name
        }
    }
}

async fn log(
    ask: &Ask<'_>,
    reading: &mut Reading,
    role: Role,
    (mailbox, outcome): (&Mailbox, &str),
) -> Result<(), Fault> {
    let object = mailbox.id.as_simple().to_string();
    let entry = ask.entry("case_mailbox", outcome, role).on(object);
    decisions::record(&mut reading.tx, &entry).await?;
    Ok(())
}
