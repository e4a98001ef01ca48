//! A signal is taken in: from whoever signs it, and from who stays unknown.

use jiff::Timestamp;
use people::People;
use people::ask::Ask;
use people::model::School;
use seal::{BoardKeys, SubjectKey};
use sha2::{Digest as _, Sha256};
use shell::Form;
use shell::upload::Sent;
use store::Tx;
use ui::{Errors, Table};
use uuid::Uuid;
use words::{PersonId, Role};

use crate::letters::{News, filling, tell};
use crate::model::{Account, Case, Event, File, InForce, Number, Record, State, Way};
use crate::pages::{protocol_of, script_of};
use crate::store::{cases, events, pieces};

/// The longest text.
pub(crate) const LONGEST: usize = 6_000;

/// What was typed in the form of a signal, checked.
pub(crate) struct Typed {
    pub(crate) account: Account,
    /// A sexual image is part of it: no file of it is taken in.
    pub(crate) image: bool,
    /// Somebody of the staff is suspected of a sexual offence.
    pub(crate) staff: bool,
}

/// A text of several lines as it is kept.
pub(crate) fn text_of(form: &Form, field: &str) -> String {
    form.raw(field).replace("\r\n", "\n").trim().to_owned()
}

/// Reads the form. One sentence for each fault.
pub(crate) fn typed(form: &Form, words: &Table, errors: &mut Errors) -> Typed {
    let text = text_of(form, "wat");
    let signs = text.chars().count();
    if signs < 3 {
        errors.add("wat", words.t("signal-short"));
    } else if signs > LONGEST {
        errors.add("wat", words.t("text-long"));
    }
    Typed {
        account: Account {
            text,
            link: link(form, words, errors),
            verdict: verdict(form.one("over")).map(|one| one.address),
            ..Account::default()
        },
        image: form.has("naakt"),
        staff: form.has("personeel"),
    }
}

/// What *Mag dit?* said, if that is what an address leads to.
pub(crate) fn verdict(address: &str) -> Option<protocols::Judged> {
    let path = shell::origin::own_path(address)?;
    let protocol = path.split('/').nth(1)?;
    protocols::judged(protocol, path)
}

/// An address of the web, or nothing. Nobody follows it by itself.
pub(crate) fn link(form: &Form, words: &Table, errors: &mut Errors) -> Option<String> {
    let link = people::forms::line(form.one("link"));
    if link.is_empty() {
        return None;
    }
    let known = link.starts_with("https://") || link.starts_with("http://");
    if !known || link.contains(' ') || link.len() > 2_000 {
        errors.add("link", words.t("link-wrong"));
    }
    Some(link)
}

/// Who signals, and as what.
#[derive(Debug, Clone, Copy)]
pub(crate) enum From<'a> {
    /// Somebody signed in.
    Somebody(PersonId, Role),
    /// Somebody who stays unknown, with this code.
    Unknown(&'a str),
    /// It was found in a feed.
    Nobody,
}

/// What a signal is taken in with.
pub(crate) struct Taking<'a> {
    pub(crate) us: &'a People,
    pub(crate) tx: &'a mut Tx,
    pub(crate) keys: &'a BoardKeys,
    pub(crate) school: &'a School,
    pub(crate) now: Timestamp,
    pub(crate) id: Uuid,
    pub(crate) event: Uuid,
}

/// A case as it begins.
fn fresh(taking: &Taking<'_>, way: Way, from: From<'_>, typed: &Typed) -> Case {
    let wall = shell::clock::on_the_wall(taking.now);
    let (reporter, role) = match from {
        From::Somebody(person, role) => (Some(person), Some(role)),
        From::Unknown(_) | From::Nobody => (None, None),
    };
    let in_force = protocol_of(taking.school).map(|protocol| {
        let front = &protocol.document.front;
        InForce {
            protocol: front.protocol.as_ref().clone(),
            version: front.versie.clone(),
        }
    });
    Case {
        id: taking.id,
        number: Number {
            year: i64::from(wall.year()),
            serial: 0,
        },
        school: taking.school.id,
        state: if typed.staff {
            State::Mandatory
        } else {
            State::Signal
        },
        way,
        urgent: way == Way::Derails || typed.staff || typed.image,
        to_board: typed.staff,
        reporter,
        reporter_role: role,
        has_code: matches!(from, From::Unknown(_)),
        received_at: taking.now,
        opened_at: None,
        closed_at: None,
        touched_at: taking.now,
        forget_at: None,
        hold_until: None,
        in_force,
        articles: Vec::new(),
    }
}

/// Takes it in: the case with its key, the file as evidence, the log, and word to who hears signals.
pub(crate) async fn take(
    taking: Taking<'_>,
    way: Way,
    from: From<'_>,
    typed: &Typed,
    file: Option<&Sent>,
) -> anyhow::Result<Case> {
    let mut case = fresh(&taking, way, from, typed);
    let code = match from {
        From::Unknown(code) => Some(code),
        From::Somebody(..) | From::Nobody => None,
    };
    let Taking {
        us,
        tx,
        keys,
        school,
        now,
        event,
        ..
    } = taking;
    let key = cases::begin(tx, keys, &mut case, &typed.account, code).await?;
    // A file that may be a sexual image is not kept, whoever sends it along.
    if let Some(file) = file.filter(|_| !typed.image && !typed.staff) {
        let by = case.reporter.zip(case.reporter_role);
        let evidence = Evidence {
            id: event,
            at: now,
            by,
            text: String::new(),
            link: None,
        };
        keep(tx, &key, case.id, evidence, Some(file)).await?;
    }
    let mut entry = decisions::Entry::new(now, "case_signalled", case.state.key())
        .on(case.id.as_simple().to_string());
    if let Some((person, role)) = case.reporter.zip(case.reporter_role) {
        entry = entry.by(person, Some(role));
    }
    decisions::record(tx, &entry).await?;
    let today = shell::clock::today(now);
    let script = script_of(school);
    let (news, roles) = match (case.state, way) {
        (State::Mandatory, _) => (News::Mandatory, vec![Role::Bestuur]),
        (_, Way::Derails) => (News::Derails, script.at_once()),
        _ => (News::Signal, script.told()),
    };
    let mut people = filling(tx, &roles, school.id, today).await?;
    people.retain(|person| Some(*person) != case.reporter);
    tell(us, (tx, keys), &case, (news, "new"), &people, now).await?;
    Ok(case)
}

/// Evidence that is taken in.
pub(crate) struct Evidence {
    pub(crate) id: Uuid,
    pub(crate) at: Timestamp,
    pub(crate) by: Option<(PersonId, Role)>,
    pub(crate) text: String,
    pub(crate) link: Option<String>,
}

/// Keeps evidence as it came: sealed in pieces, with the hash of its bytes. Nothing of it is opened.
pub(crate) async fn keep(
    tx: &mut Tx,
    key: &SubjectKey,
    case: Uuid,
    evidence: Evidence,
    file: Option<&Sent>,
) -> anyhow::Result<()> {
    let file = match file {
        Some(sent) => Some(keep_file(tx, key, (case, evidence.id), sent).await?),
        None => None,
    };
    let event = Event {
        id: evidence.id,
        about: None,
        at: evidence.at,
        by: evidence.by.map(|by| by.0),
        role: evidence.by.map(|by| by.1),
        due: None,
        done_at: None,
        record: Record::Evidence {
            text: evidence.text,
            link: evidence.link,
            file,
        },
    };
    events::add(tx, key, case, &[event]).await
}

async fn keep_file(
    tx: &mut Tx,
    key: &SubjectKey,
    of: (Uuid, Uuid),
    sent: &Sent,
) -> anyhow::Result<File> {
    use std::io::Read as _;
    let mut reader = std::fs::File::open(sent.file.path())?;
    let (mut hash, mut part) = (Sha256::new(), 0);
    loop {
        let mut piece = Vec::with_capacity(pieces::PIECE);
        let limit = u64::try_from(pieces::PIECE)?;
        reader.by_ref().take(limit).read_to_end(&mut piece)?;
        if piece.is_empty() {
            break;
        }
        hash.update(&piece);
        pieces::add(tx, key, of, part, &piece).await?;
        part += 1;
    }
    Ok(File {
        name: sent.name.clone(),
        size: sent.size,
        sha256: shell::chance::hex(&hash.finalize()),
    })
}

/// What a request of somebody who signed in is taken in with.
pub(crate) fn taking<'a>(
    ask: &'a Ask<'_>,
    tx: &'a mut Tx,
    keys: &'a BoardKeys,
    school: &'a School,
) -> Taking<'a> {
    Taking {
        us: ask.us,
        tx,
        keys,
        school,
        now: ask.now,
        id: ask.new_id(),
        event: ask.new_id(),
    }
}
