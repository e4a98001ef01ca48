//! What is done with a case: each thing has a form of its own, and all are kept in the same way.

use std::collections::BTreeSet;

use decisions::{Basis, Entry};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::store::claims;
use seal::BoardKeys;
use serde_json::json;
use shell::Fault;
use store::Tx;
use ui::Errors;
use uuid::Uuid;
use words::{Locale, PersonId, Role};

use super::acts::{Act, Change, Doing, New};
use super::precedent;
use super::room::{self, Room};
use crate::letters::{News, address, deliver, filling, tell};
use crate::model::{Event, Opened, Party, Record, Seat, State};
use crate::rules::figures::{kept, outcome};
use crate::store::{cases, events, figures, parties};
use crate::views::{act as view, letter as letter_view};

/// So long after a signal was taken up a talk is due: two days, by the calendar.
const FIRST: SignedDuration = SignedDuration::from_hours(48);

/// Takes a signal up: it is a case from then on, who took it leads it, and the first thing to do has a term.
pub(super) async fn take_up(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let room = room::enter(ask, &mut reading).await?;
    let address = room.opened.case.address();
    if room.opened.case.state != State::Signal || ask.form.one("wat") != "oppakken" {
        return Ok(Reply::GoOn(address));
    }
    let me = ask.caller.person;
    let mut change = Change::new("case_opened_as", "open");
    change.case.state = Some(State::Open);
    change.seat(me, Some(Seat::Lead));
    let due = ask.now.saturating_add(FIRST).unwrap_or(ask.now);
    let text = ask.words().t("first-task").to_owned();
    change.plan(Some(due), Record::Task { text });
    claims::end(&mut reading.tx, &room.opened.case.claim()).await?;
    carry_out(ask, &mut reading, room, change).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(address))
}

/// The form of something to do.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let room = room::enter(ask, &mut reading).await?;
    let act = offered(ask, &room)?;
    let doing = Doing::to(ask, &mut reading, &room, act).await?;
    let page = shown(&doing, act, &Errors::default())?;
    reading.tx.commit().await?;
    Ok(Reply::Page(page))
}

/// What the address names, if it can be done now by who asks.
fn offered(ask: &Ask<'_>, room: &Room) -> Result<Act, Fault> {
    let act = Act::from_key(ask.visit.part(2)).ok_or(Fault::Missing)?;
    let may = act.fits(room.opened.case.state) && (room.sight.decides() || !act.decides());
    if may { Ok(act) } else { Err(Fault::Missing) }
}

fn shown(doing: &Doing<'_>, act: Act, errors: &Errors) -> Result<maud::Markup, Fault> {
    let (ask, room) = (doing.ask, doing.room);
    let form = view::Form {
        act: act.key(),
        title: ask.words().t(&format!("act-{}", act.key())).to_owned(),
        back: room.opened.case.address(),
        number: room.opened.case.number.to_string(),
        about: doing.about().map(|event| event.id),
        inputs: act.inputs(doing)?,
    };
    Ok(view::page(&ask.frame(), &form, errors))
}

/// Takes the form of something to do.
pub(super) async fn keep(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let room = room::enter(ask, &mut reading).await?;
    let act = offered(ask, &room)?;
    let mut errors = Errors::default();
    let doing = Doing::to(ask, &mut reading, &room, act).await?;
    let change = act.read(&doing, &mut errors)?;
    let Some(change) = change.filter(|_| errors.is_empty()) else {
        let page = shown(&doing, act, &errors)?;
        reading.tx.commit().await?;
        return Ok(Reply::Again(page));
    };
    let step = ask.form.one("stap-brief");
    let letters = letters_of(&doing, &change);
    if !letters.is_empty() && step != "doen" {
        // Nothing is made known that nobody looked at.
        let page = match step {
            "schrijf" => shown(&doing, act, &errors)?,
            _ => looked_at(&doing, act, &letters),
        };
        reading.tx.commit().await?;
        return Ok(Reply::Page(page));
    }
    let (id, school) = (room.opened.case.id, room.school.clone());
    let address = room.opened.case.address();
    carry_out(ask, &mut reading, room, change).await?;
    // Whoever put themselves or their child in it, or gave their seat away, has no business there any more.
    let case = cases::one(&mut reading.tx, id).await?;
    let still = match &case {
        Some(case) => room::seen(ask, &mut reading.tx, case, &school).await?,
        None => None,
    };
    reading.tx.commit().await?;
    Ok(Reply::GoOn(match still {
        Some(_) => address,
        None => "/zaken".to_owned(),
    }))
}

/// The letters that a change writes, as each gets theirs.
fn letters_of(doing: &Doing<'_>, change: &Change) -> Vec<letter_view::Looked> {
    let to = |id: Uuid| {
        let parties = doing.room.opened.parties.iter().chain(&change.joins);
        let party = parties.into_iter().find(|one| one.id == id);
        party.map_or_else(String::new, |party| doing.called(party))
    };
    let all = change.events.iter().filter_map(|new| match &new.record {
        Record::Letter {
            subject,
            text,
            party,
            language,
            ..
        } => Some(letter_view::Looked {
            to: party.map(to).unwrap_or_default(),
            subject: subject.clone(),
            text: text.clone(),
            language: language.unwrap_or(Locale::Nl),
        }),
        _ => None,
    });
    all.collect()
}

/// The letters before they are kept, with all that was typed.
fn looked_at(doing: &Doing<'_>, act: Act, letters: &[letter_view::Looked]) -> maud::Markup {
    let case = &doing.room.opened.case;
    let title = doing
        .ask
        .words()
        .t(&format!("act-{}", act.key()))
        .to_owned();
    let looking = view::Looking {
        act: act.key(),
        title: &title,
        back: case.address(),
        number: case.number.to_string(),
        letters,
        typed: &doing.ask.form,
    };
    view::looking(&doing.ask.frame(), &looking)
}

/// Does it: rows, seats, the log and letters, in the transaction of the request.
pub(super) async fn carry_out(
    ask: &Ask<'_>,
    reading: &mut Reading,
    mut room: Room,
    mut change: Change,
) -> anyhow::Result<()> {
    let id = room.opened.case.id;
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    step_aside(tx, &room, &mut change, ask.today).await?;
    for party in &change.joins {
        parties::add(tx, &room.key, id, party).await?;
    }
    for party in &change.clears {
        parties::clear(tx, id, *party, ask.now).await?;
    }
    for party in &change.unnames {
        let nobody = ask.words().t("mistaken-nobody");
        parties::unname(tx, &room.key, (id, *party), nobody, ask.now).await?;
    }
    for (person, seat) in &change.seats {
        parties::sit(tx, id, *person, *seat).await?;
    }
    let whose = (&room.opened, change.joins.as_slice());
    let new = happened(ask, (tx, keys), whose, room.role, change.events).await?;
    events::add(tx, &room.key, id, &new).await?;
    deliver((tx, keys), whose, &room.school.name, &new, ask.now).await?;
    if let Some((other, record)) = change.elsewhere.take() {
        note_in(ask, (tx, keys), (other, room.role), record).await?;
    }
    for event in &change.done {
        events::done(tx, id, *event, ask.now).await?;
    }
    let was = room.opened.case.to_board;
    change.case.apply(&mut room.opened.case, ask.now);
    cases::keep(tx, &room.opened.case).await?;
    settle(tx, &mut room.opened, &new, &change.done, ask.now).await?;
    precedent::learn(tx, &room, &reading.names, &new, ask.today).await?;
    if let Some((title, verdict)) = change.named {
        room.opened.account.title = title;
        room.opened.account.verdict = verdict;
        cases::name(tx, &room.key, id, &room.opened.account).await?;
    }
    let mut entry = logged(ask, &room, change.kind, &change.outcome, &change.articles);
    entry.receipt = change.receipt.take();
    decisions::record(tx, &entry.from_facts(json!({ "events": kinds(&new) }))).await?;
    if room.opened.case.to_board && !was {
        let board = filling(tx, &[Role::Bestuur], room.school.id, ask.today).await?;
        change.news.push((News::Board, board));
    }
    let round = ask.now.as_second().to_string();
    for (news, mut people) in change.news {
        people.retain(|one| *one != ask.caller.person);
        let news = (news, round.as_str());
        tell(
            ask.us,
            (tx, keys),
            &room.opened.case,
            news,
            &people,
            ask.now,
        )
        .await?;
    }
    Ok(())
}

/// Notes something in another case, which who asks sees as well.
async fn note_in(
    ask: &Ask<'_>,
    (tx, keys): (&mut Tx, &BoardKeys),
    (other, role): (Uuid, Role),
    record: Record,
) -> anyhow::Result<()> {
    let Some(key) = cases::key(tx, keys, other).await? else {
        return Ok(());
    };
    let new = New {
        about: None,
        due: None,
        record,
    };
    events::add(tx, &key, other, &[new.happens(ask, role)]).await
}

/// What happens now, by who asks. A letter to somebody of whom the school has no address is not mailed.
async fn happened(
    ask: &Ask<'_>,
    (tx, keys): (&mut Tx, &BoardKeys),
    whose: (&Opened, &[Party]),
    role: Role,
    all: Vec<New>,
) -> anyhow::Result<Vec<Event>> {
    let mut events = Vec::with_capacity(all.len());
    for mut new in all {
        if let Record::Letter {
            party,
            mailed: mailed @ true,
            ..
        } = &mut new.record
        {
            *mailed = address(tx, keys, whose, *party).await?.is_some();
        }
        events.push(new.happens(ask, role));
    }
    Ok(events)
}

/// Writes how a case that is over ended, for the figures of its year.
async fn settle(
    tx: &mut Tx,
    opened: &mut Opened,
    new: &[Event],
    done: &[Uuid],
    now: Timestamp,
) -> anyhow::Result<()> {
    opened.events.extend(new.iter().cloned());
    let over = opened.case.state.is_over();
    let ended = over.then(|| (outcome(opened), kept(opened, done, now)));
    figures::settle(tx, opened.case.id, ended).await
}

/// Whoever comes into a case, or whose child does, handles it no more: a seat goes, and where it is who runs the school, the board
/// handles it.
async fn step_aside(
    tx: &mut Tx,
    room: &Room,
    change: &mut Change,
    today: Date,
) -> anyhow::Result<()> {
    let joining: Vec<PersonId> = change.joins.iter().filter_map(|one| one.person).collect();
    if joining.is_empty() {
        return Ok(());
    }
    let heads = filling(tx, &[Role::Directeur], room.school.id, today).await?;
    let seated = room.opened.seats.iter().map(|one| one.person);
    let all: BTreeSet<PersonId> = seated.clone().chain(heads.iter().copied()).collect();
    for person in all {
        let children = room::children(tx, person).await?;
        let within = |one: &PersonId| *one == person || children.contains(one);
        if !joining.iter().any(within) {
            continue;
        }
        change.case.to_board |= heads.contains(&person);
        if seated.clone().any(|one| one == person) {
            change.seat(person, None);
            change.news.push((News::Waits, heads.clone()));
        }
    }
    Ok(())
}

fn kinds(events: &[Event]) -> Vec<&'static str> {
    // Which offence may be meant is said nowhere but in the record itself; that there is one about the police is.
    events.iter().map(|event| event.record.kind()).collect()
}

/// The line of the log: the case by its identity, resting on the protocol and the articles in play.
fn logged(ask: &Ask<'_>, room: &Room, kind: &str, outcome: &str, articles: &[String]) -> Entry {
    let case = &room.opened.case;
    let mut entry = ask
        .entry(kind, outcome, room.role)
        .on(case.id.as_simple().to_string());
    let mut all = articles.to_vec();
    all.extend(case.articles.iter().cloned());
    all.sort_unstable();
    all.dedup();
    entry.basis = case.in_force.as_ref().map(|force| Basis {
        protocol: force.protocol.clone(),
        version: force.version.clone(),
        articles: all,
    });
    entry
}

/// So many days from now.
pub(super) fn at(now: Timestamp, days: i64) -> Timestamp {
    now.saturating_add(SignedDuration::from_hours(24 * days))
        .unwrap_or(now)
}

/// The identity that a form field holds.
pub(super) fn id_of(text: &str) -> Option<Uuid> {
    text.parse::<PersonId>().ok().map(|id| id.0)
}
