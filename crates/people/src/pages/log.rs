//! The log: who looked at me or my child, and searching for those who may.

use decisions::store::{Query, find};
use decisions::{Logged, looked};
use identity::Action;
use jiff::civil::Date;
use shell::Fault;
use ui::{Choice, Errors};
use words::PersonId;

use super::ask::{Answer, Ask, Reading, Reply};
use crate::directory::Known;
use crate::views::Who;
use crate::views::log::{self as view, Line, Search};

/// Kinds of entries that can be chosen. Each word of the program has its own; a test holds that each is said here.
const KINDS: [&str; 95] = [
    "looked",
    "authority_confirmed",
    "guardian_added",
    "person_added",
    "person_changed",
    "person_left",
    "person_merged",
    "group_added",
    "group_member",
    "role_given",
    "role_ended",
    "roster_imported",
    "year_rolled",
    "school_changed",
    "word_kept",
    "word_removed",
    "job_revived",
    "signed_in",
    "stepped_up",
    "signed_out",
    "advice_answered",
    "advice_asked",
    "advice_forgotten",
    "advice_precedent",
    "advice_settled",
    "advice_went_on",
    "board_founded",
    "case_articles",
    "case_board",
    "case_closed",
    "case_done",
    "case_evidence",
    "case_exported",
    "case_fake",
    "case_figures",
    "case_forgotten",
    "case_hold",
    "case_joined",
    "case_legal",
    "case_letter",
    "case_mailbox",
    "case_measure",
    "case_mistaken",
    "case_noted",
    "case_objection",
    "case_opened",
    "case_opened_as",
    "case_planned",
    "case_police",
    "case_reopened",
    "case_restore",
    "case_searched",
    "case_seated",
    "case_signalled",
    "case_talked",
    "case_template",
    "case_turned",
    "case_urgent",
    "case_watch",
    "case_wrote",
    "channel",
    "channel_health",
    "consent",
    "consent_asked",
    "consent_exported",
    "consent_list",
    "consent_notice",
    "consent_purposes",
    "consent_shield",
    "consent_taken_over",
    "consent_talk",
    "consent_terms",
    "consent_undone",
    "draft_approved",
    "letter_link_again",
    "passkey",
    "password_changed",
    "photo",
    "photo_album",
    "photo_complete",
    "photo_crop",
    "photo_faces",
    "photo_film",
    "photo_request",
    "photo_terms",
    "publication",
    "publication_proof",
    "publication_release",
    "publication_terms",
    "pupil_account",
    "recovery_code",
    "second_factor",
    "service_linked",
    "service_set",
    "sessions_ended",
];

/// Pages of the log that are read at most to fill one page of what somebody may see.
const PAGES: usize = 10;

fn line(ask: &Ask<'_>, reading: &Reading, logged: &Logged) -> Line {
    let entry = &logged.entry;
    let words = ask.words();
    let who = |id: PersonId| {
        let known = reading.names.get(id);
        let opens = known.is_some_and(|known| ask.sees(known));
        let name = known.map_or_else(
            || words.t("somebody-gone").to_owned(),
            |known| known.name.said(),
        );
        Who {
            name,
            address: opens.then(|| format!("/mensen/{id}")),
        }
    };
    let program = || Who {
        name: words.t("the-program").to_owned(),
        address: None,
    };
    let key = format!("log-{}", entry.kind.replace('_', "-"));
    let kind = match words.find(&key) {
        Some(said) => said.to_owned(),
        // Of a kind that is no longer written: its name, in words that can break across lines.
        None => entry.kind.replace('_', " "),
    };
    let what = match entry.object.as_deref().filter(|_| entry.kind == "looked") {
        Some(object) => {
            let key = format!("looked-{}", object.replace('_', "-"));
            format!("{kind}: {}", words.find(&key).unwrap_or(object))
        }
        None => kind,
    };
    Line {
        seq: logged.seq,
        at: ask.frame().moment(entry.at),
        actor: entry.actor.map_or_else(program, who),
        role: entry
            .role
            .map(|role| identity::role_said(role, ask.locale()).to_owned())
            .unwrap_or_default(),
        what,
        subject: entry.subject.map(who),
    }
}

/// Where the page before this one is, if there may be one.
fn older(address: &str, lines: &[Line], page: usize) -> Option<String> {
    let last = lines.last().filter(|_| lines.len() >= page)?;
    let mark = if address.contains('?') { '&' } else { '?' };
    Some(format!("{address}{mark}voor={}", last.seq))
}

/// Who looked at this person, and what was decided about them.
pub(super) async fn of_person(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let id: PersonId = ask.id(1)?;
    let known = reading.names.get(id).cloned().ok_or(Fault::Missing)?;
    let role = ask.looks(&known).ok_or(Fault::Missing)?;
    let query = Query {
        subject: Some(id),
        before: ask.query("voor").parse().ok(),
        ..Query::default()
    };
    let found = find(&mut reading.tx, &query).await?;
    // Looking at who looked is a look too, but not one of one's own matters.
    if id != ask.caller.person {
        looked(
            &mut reading.tx,
            ask.now,
            ask.caller.person,
            Some(role),
            id,
            "log",
        )
        .await?;
    }
    let lines: Vec<Line> = found
        .iter()
        .map(|logged| line(ask, &reading, logged))
        .collect();
    reading.tx.commit().await?;
    let address = format!("/mensen/{id}");
    let older = older(&format!("{address}/gezien"), &lines, found.len().max(50));
    Ok(Reply::Page(view::of_person(
        &ask.frame(),
        &known.name.said(),
        &address,
        &lines,
        older.as_deref(),
    )))
}

/// What is searched for, checked.
fn check(ask: &Ask<'_>, reading: &Reading) -> Result<Query, Errors> {
    let words = ask.words();
    let mut errors = Errors::default();
    let mut person = |field: &str| match named(ask, reading, ask.query(field)) {
        Ok(found) => found,
        Err(key) => {
            errors.add(field, words.t(key));
            None
        }
    };
    let (subject, actor) = (person("over"), person("door"));
    let mut day = |field: &str| {
        let text = ask.query(field);
        let day: Option<Date> = text.parse().ok();
        if day.is_none() && !text.is_empty() {
            errors.add(field, words.t("fill-in-day"));
        }
        day
    };
    let (from, until) = (day("van"), day("tot"));
    errors.or(Query {
        subject,
        actor,
        kind: Some(ask.query("soort").to_owned()).filter(|kind| !kind.is_empty()),
        from: from.and_then(crate::house::begins),
        until: until
            .and_then(|day| day.tomorrow().ok())
            .and_then(crate::house::begins),
        before: ask.query("voor").parse().ok(),
        ..Query::default()
    })
}

/// Whom a name means, or why nobody: none has it, or several.
fn named(ask: &Ask<'_>, reading: &Reading, typed: &str) -> Result<Option<PersonId>, &'static str> {
    if typed.is_empty() {
        return Ok(None);
    }
    if let Ok(id) = typed.parse::<PersonId>() {
        return Ok(Some(id));
    }
    let found = reading.names.find(typed, 2, |known| sees(ask, known));
    match found.as_slice() {
        [] => Err("log-nobody"),
        [one] => Ok(Some(one.id)),
        [first, ..] if crate::names::fold(&first.name.said()) == crate::names::fold(typed) => {
            Ok(Some(first.id))
        }
        _ => Err("log-several"),
    }
}

/// The log about this person is the visitor's to search.
fn sees(ask: &Ask<'_>, known: &Known) -> bool {
    ask.role_for(Action::LookLog, &ask.of(known)).is_some()
}

/// Whether the visitor may see an entry: all of the board's, or those about people of their school.
fn shows(ask: &Ask<'_>, reading: &Reading, logged: &Logged) -> bool {
    let about = |id: Option<PersonId>| {
        id.and_then(|id| reading.names.get(id))
            .is_some_and(|known| sees(ask, known))
    };
    match logged.entry.subject {
        Some(_) => about(logged.entry.subject),
        None => about(logged.entry.actor),
    }
}

/// The page that searches.
pub(super) async fn search(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let everything = ask.role_for(Action::LookLog, &ask.board()).is_some();
    if !everything
        && ask
            .schools_for(Action::LookLog, &reading.schools)
            .is_empty()
    {
        return Err(ask.refused(Action::LookLog));
    }
    let words = ask.words();
    let chosen = ask.query("soort");
    let kinds = KINDS.iter().map(|kind| {
        let key = format!("log-{}", kind.replace('_', "-"));
        Choice::new(*kind, words.find(&key).unwrap_or(kind), *kind == chosen)
    });
    let mut search = Search {
        about: ask.query("over").to_owned(),
        by: ask.query("door").to_owned(),
        from: ask.query("van").to_owned(),
        until: ask.query("tot").to_owned(),
        kinds: std::iter::once(Choice::new("", words.t("log-all"), chosen.is_empty()))
            .chain(kinds)
            .collect(),
        lines: Vec::new(),
        older: None,
    };
    let query = match check(ask, &reading) {
        Ok(query) => query,
        Err(errors) => return Ok(Reply::Again(view::search(&ask.frame(), &search, &errors))),
    };
    let (found, last) = seen(ask, &mut reading, query, everything).await?;
    search.lines = found
        .iter()
        .map(|logged| line(ask, &reading, logged))
        .collect();
    search.older = last.map(|seq| older_search(ask, seq));
    Ok(Reply::Page(view::search(
        &ask.frame(),
        &search,
        &Errors::default(),
    )))
}

/// What the visitor may see of what was found, and where to read on.
async fn seen(
    ask: &Ask<'_>,
    reading: &mut Reading,
    mut query: Query,
    everything: bool,
) -> Result<(Vec<Logged>, Option<i64>), Fault> {
    let mut shown = Vec::new();
    for _ in 0..PAGES {
        let page = find(&mut reading.tx, &query).await?;
        let Some(last) = page.last().map(|logged| logged.seq) else {
            return Ok((shown, None));
        };
        let whole = page.len() >= 50;
        shown.extend(
            page.into_iter()
                .filter(|logged| everything || shows(ask, reading, logged)),
        );
        if !whole {
            return Ok((shown, None));
        }
        if shown.len() >= 50 {
            return Ok((shown, Some(last)));
        }
        query.before = Some(last);
    }
    Ok((shown, query.before))
}

/// The same search, further back.
fn older_search(ask: &Ask<'_>, seq: i64) -> String {
    let mut pairs = form_urlencoded::Serializer::new("/logboek?".to_owned());
    for field in ["over", "door", "soort", "van", "tot"] {
        pairs.append_pair(field, ask.query(field));
    }
    pairs.append_pair("voor", &seq.to_string()).finish()
}
