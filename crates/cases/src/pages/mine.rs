//! What somebody signalled, and what the school and they write to each other about it.

use people::ask::{Answer as Page, Ask, Reading, Reply};
use seal::{BoardKeys, SubjectKey};
use shell::Fault;
use store::Tx;
use ui::Errors;
use uuid::Uuid;
use words::PersonId;

use crate::letters::{News, filling, tell};
use crate::model::{Case, Event, Opened, Record};
use crate::store::{cases, events, lists};
use crate::take::{LONGEST, text_of};
use crate::views::signal::{Route, Taken};
use crate::views::thread as view;

/// So many of somebody's own signals are listed.
const MOST: i64 = 50;

/// Somebody's own signals.
pub(super) async fn list(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let mine = lists::of_reporter(&mut reading.tx, ask.caller.person, MOST).await?;
    let frame = ask.frame();
    let rows = mine.iter().map(|case| view::Mine {
        address: frame.to(&format!("/melden/mijn/{}", case.id.as_simple())),
        number: case.number.to_string(),
        day: frame.moment(case.received_at),
        state: case.state,
    });
    let content = view::list(&frame, &rows.collect::<Vec<_>>());
    Ok(Reply::Page(
        frame.page(ask.words().t("mine-title"), content),
    ))
}

/// A signal of who asks, with its key.
async fn mine(ask: &Ask<'_>, reading: &mut Reading) -> Result<(Opened, SubjectKey), Fault> {
    let id: PersonId = ask.id(2)?;
    let case = cases::one(&mut reading.tx, id.0).await?;
    let case = case.filter(|case| case.reporter == Some(ask.caller.person));
    let case = case.ok_or(Fault::Missing)?;
    opened(&mut reading.tx, &reading.keys, case).await
}

/// A case with its key, for who signalled it.
pub(super) async fn opened(
    tx: &mut Tx,
    keys: &BoardKeys,
    case: Case,
) -> Result<(Opened, SubjectKey), Fault> {
    let key = cases::key(tx, keys, case.id).await?.ok_or(Fault::Missing)?;
    let opened = cases::open(tx, &key, case).await?;
    Ok((opened, key))
}

/// What was written to and fro: all that who signalled reads of a case.
pub(super) fn lines(opened: &Opened, said: impl Fn(&Event) -> String) -> Vec<view::Line> {
    let line = |event: &Event| {
        let (text, ours) = match &event.record {
            Record::Message { text, ours } => (text.clone(), *ours),
            Record::Answer {
                text,
                silent: false,
            } => (text.clone(), true),
            _ => return None,
        };
        Some(view::Line {
            at: said(event),
            text,
            ours,
        })
    };
    opened.events.iter().filter_map(line).collect()
}

/// One of them.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let (opened, _) = mine(ask, &mut reading).await?;
    if !ask.query("net").is_empty() {
        return Ok(Reply::Page(taken(ask, &opened)));
    }
    let page = shown(ask, &opened, &Errors::default());
    Ok(Reply::Page(page))
}

/// What was taken in just now.
fn taken(ask: &Ask<'_>, opened: &Opened) -> maud::Markup {
    let (frame, just) = (ask.frame(), ask.query("net"));
    let has = |word: &str| just.split(['.', '-']).any(|one| one == word);
    let taken = Taken {
        number: opened.case.number.to_string(),
        code: None,
        route: Route {
            image: has("beeld"),
            staff: has("personeel"),
        },
        dropped: has("weg"),
        thread: Some(frame.to(&format!("/melden/mijn/{}", opened.case.id.as_simple()))),
        derails: has("ontspoort"),
    };
    let content = crate::views::signal::taken(ask.locale(), &taken);
    frame.page(ask.words().t("taken-title"), content)
}

fn shown(ask: &Ask<'_>, opened: &Opened, errors: &Errors) -> maud::Markup {
    let frame = ask.frame();
    let thread = view::Thread {
        to: frame.to(&format!("/melden/mijn/{}", opened.case.id.as_simple())),
        token: frame.token().to_owned(),
        code: None,
        number: opened.case.number.to_string(),
        state: opened.case.state,
        text: opened.account.text.clone(),
        lines: lines(opened, |event| frame.moment(event.at)),
        typed: text_of(&ask.form, "bericht"),
    };
    let content = view::thread(ask.locale(), &thread, errors);
    let title = ask.words().t("thread-title");
    crate::views::page(&frame, title, errors, content)
}

/// Who signalled writes something.
pub(super) async fn write(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (opened, key) = mine(ask, &mut reading).await?;
    let text = text_of(&ask.form, "bericht");
    let mut errors = Errors::default();
    check(ask.words(), &text, &mut errors);
    if !errors.is_empty() {
        return Ok(Reply::Again(shown(ask, &opened, &errors)));
    }
    let by = Some(ask.caller.person);
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    let writing = Writing {
        us: ask.us,
        id: ask.new_id(),
        now: ask.now,
    };
    writing.add(tx, keys, (opened, &key), by, text).await?;
    reading.tx.commit().await?;
    let id: PersonId = ask.id(2)?;
    Ok(Reply::GoOn(format!("/melden/mijn/{}", id.0.as_simple())))
}

/// A message is neither empty nor endless.
pub(super) fn check(words: &ui::Table, text: &str, errors: &mut Errors) {
    let signs = text.chars().count();
    if signs < 2 {
        errors.add("bericht", words.t("message-short"));
    } else if signs > LONGEST {
        errors.add("bericht", words.t("text-long"));
    }
}

/// A message of who signalled.
pub(super) struct Writing<'a> {
    pub(super) us: &'a people::People,
    pub(super) id: Uuid,
    pub(super) now: jiff::Timestamp,
}

impl Writing<'_> {
    /// Adds it.
    pub(super) async fn add(
        &self,
        tx: &mut Tx,
        keys: &BoardKeys,
        (opened, key): (Opened, &SubjectKey),
        by: Option<PersonId>,
        text: String,
    ) -> anyhow::Result<()> {
        let event = Event {
            id: self.id,
            about: None,
            at: self.now,
            by,
            role: opened.case.reporter_role,
            due: None,
            done_at: None,
            record: Record::Message { text, ours: false },
        };
        added(self.us, (tx, keys), (opened, key), event).await
    }
}

/// Adds what somebody wrote who does not handle the case, and tells who does, or who hears signals while nobody does. What was added keeps
/// a case that would go soon.
pub(super) async fn added(
    us: &people::People,
    (tx, keys): (&mut Tx, &BoardKeys),
    (mut opened, key): (Opened, &SubjectKey),
    event: Event,
) -> anyhow::Result<()> {
    let (by, now) = (event.by, event.at);
    events::add(tx, key, opened.case.id, &[event]).await?;
    opened.case.touched_at = now;
    opened.case.forget_at = crate::rules::closing::with_grace(opened.case.forget_at, now);
    cases::keep(tx, &opened.case).await?;
    let mut people: Vec<PersonId> = opened.seats.iter().map(|one| one.person).collect();
    if people.is_empty() {
        let school = people::store::schools::school(tx, opened.case.school).await?;
        let roles = match (opened.case.to_board, school) {
            (true, _) => vec![words::Role::Bestuur],
            (false, Some(school)) => super::script_of(&school).told(),
            (false, None) => Vec::new(),
        };
        let today = shell::clock::today(now);
        people = filling(tx, &roles, opened.case.school, today).await?;
    }
    people.retain(|person| Some(*person) != by);
    let round = now.as_second().to_string();
    let news = (News::Wrote, round.as_str());
    tell(us, (tx, keys), &opened.case, news, &people, now).await
}
