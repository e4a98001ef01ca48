//! What happens outside a request: terms that come near, signals that nobody took up, and forgetting in time. Once a day for each board.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use people::store::persons;
use people::year::SchoolYear;
use seal::BoardKeys;
use store::jobs::{Ending, Handler, handler};
use store::{Db, NewJob, Tx};
use uuid::Uuid;
use words::{BoardId, PersonId, Role};

use crate::Cases;
use crate::letters::{News, filling, tell};
use crate::model::{Case, Seat, State};
use crate::rules::closing;
use crate::store::{cases, events, lists, parties, precedents, watches};

/// The job of every day.
pub const DAY: &str = "case_day";
/// Reading what a school watches.
const WATCH: &str = "case_watch";
/// Longer a signal does not wait without somebody above hearing of it.
const PATIENCE: SignedDuration = SignedDuration::from_hours(48);
/// So long before a hold ends somebody looks whether it must go on.
const REVIEW: SignedDuration = SignedDuration::from_hours(14 * 24);
/// After so long the board looks whether something of the law's own road is still to be kept: a year.
const LONG: SignedDuration = SignedDuration::from_hours(365 * 24);
/// So many of each are done in one go; the rest is done the next time.
const MOST: i64 = 500;

/// What this word does outside a request.
pub fn jobs(us: &Cases) -> Vec<(&'static str, Handler)> {
    let (daily, watching) = (us.clone(), us.clone());
    let day = handler(move |db, board, _| {
        let us = daily.clone();
        async move { day(&us, &db, board).await }
    });
    let watch = handler(move |db, board, _| {
        let us = watching.clone();
        async move { watch(&us, &db, board).await }
    });
    vec![(DAY, day), (WATCH, watch)]
}

/// The job of a day for each board that has none of today: called when the program starts.
///
/// # Errors
/// What the database cannot do.
pub async fn begin_all(db: &Db, now: Timestamp) -> anyhow::Result<()> {
    db.begin_daily(DAY, shell::clock::today(now), now).await
}

/// Reads what is watched at this moment: once for each, however often it is asked.
pub(crate) async fn read_at(tx: &mut Tx, due: Timestamp) -> anyhow::Result<()> {
    tx.job(NewJob {
        kind: WATCH,
        key: format!("{}", due.as_second()),
        payload: serde_json::Value::Null,
        due,
    })
    .await
    .map(drop)
}

/// The feeds of a board are read; the next time is in an hour, as long as there are any.
async fn watch(us: &Cases, db: &Db, board: BoardId) -> anyhow::Result<Ending> {
    crate::watching::read(us, db, board).await?;
    let now = us.people.identity.now();
    let keys = us.people.keys(board).await?;
    let mut tx = db.begin(board).await?;
    if !watches::all(&mut tx, &keys).await?.is_empty() {
        let hour = now.as_second() - now.as_second().rem_euclid(3_600) + 3_600;
        read_at(&mut tx, Timestamp::from_second(hour)?).await?;
    }
    tx.commit().await?;
    Ok(Ending::Done)
}

async fn day(us: &Cases, db: &Db, board: BoardId) -> anyhow::Result<Ending> {
    let now = us.people.identity.now();
    let keys = us.people.keys(board).await?;
    let mut tx = db.begin(board).await?;
    let (tomorrow, at) = people::tomorrow_at(now, 6)?;
    tx.job_of_day(DAY, tomorrow, at).await?;
    terms(us, &mut tx, &keys, now).await?;
    waiting(us, &mut tx, &keys, now).await?;
    review(us, &mut tx, &keys, now).await?;
    settle(&mut tx, &keys, now).await?;
    forget(&mut tx, now).await?;
    let year = SchoolYear::of(shell::clock::today(now)).number();
    precedents::forget(&mut tx, year).await?;
    tx.commit().await?;
    Ok(Ending::Done)
}

/// What is due today or before, or within two days: who leads hears of it, once a day for each case.
async fn terms(us: &Cases, tx: &mut Tx, keys: &BoardKeys, now: Timestamp) -> anyhow::Result<()> {
    let soon = now.saturating_add(SignedDuration::from_hours(48))?;
    for id in events::due_before(tx, soon, MOST).await? {
        let Some(case) = cases::one(tx, id).await? else {
            continue;
        };
        let people = leading(tx, &case).await?;
        write(us, (tx, keys), &case, News::Due, &people, now).await?;
    }
    Ok(())
}

/// Who leads a case and who stands in.
async fn leading(tx: &mut Tx, case: &Case) -> anyhow::Result<Vec<PersonId>> {
    let seats = parties::seats(tx, case.id).await?;
    let leads = seats.into_iter().filter(|one| one.seat != Seat::Reader);
    Ok(leads.map(|one| one.person).collect())
}

/// Signals that nobody took up in time: who runs the school hears of it, and of those of the board the board.
async fn waiting(us: &Cases, tx: &mut Tx, keys: &BoardKeys, now: Timestamp) -> anyhow::Result<()> {
    let today = shell::clock::today(now);
    let from = (Timestamp::MIN, MOST);
    let mut waits = lists::of_board(tx, State::Signal, from).await?;
    for school in people::store::schools::schools(tx).await? {
        waits.extend(lists::of_school(tx, school.id, State::Signal, from).await?);
    }
    for case in waits {
        let late = case.received_at.saturating_add(PATIENCE)? < now;
        if !late && !case.urgent {
            continue;
        }
        let people = above(tx, &case, today).await?;
        write(us, (tx, keys), &case, News::Waits, &people, now).await?;
    }
    Ok(())
}

/// Nothing is kept because nobody thought of it: who leads hears when a hold comes to its end, and the board each month of what has lain
/// on the road of the law for more than a year.
async fn review(us: &Cases, tx: &mut Tx, keys: &BoardKeys, now: Timestamp) -> anyhow::Result<()> {
    let today = shell::clock::today(now);
    let soon = (now, now.saturating_add(REVIEW)?);
    for case in lists::holds_ending(tx, soon, MOST).await? {
        let mut people = leading(tx, &case).await?;
        if people.is_empty() {
            people = above(tx, &case, today).await?;
        }
        let hold = case.hold_until.unwrap_or(now).as_second().to_string();
        let news = (News::Review, hold.as_str());
        tell(&us.people, (&mut *tx, keys), &case, news, &people, now).await?;
    }
    let month = format!("{}-{:02}", today.year(), today.month());
    for case in lists::of_board(tx, State::Mandatory, (Timestamp::MIN, MOST)).await? {
        let held = case.hold_until.is_some_and(|until| until > now);
        if !held && case.received_at.saturating_add(LONG)? < now {
            let people = above(tx, &case, today).await?;
            let news = (News::Review, month.as_str());
            tell(&us.people, (&mut *tx, keys), &case, news, &people, now).await?;
        }
    }
    Ok(())
}

/// Who is above whoever handles a case.
async fn above(tx: &mut Tx, case: &Case, today: Date) -> anyhow::Result<Vec<PersonId>> {
    let role = if case.to_board {
        Role::Bestuur
    } else {
        Role::Directeur
    };
    filling(tx, &[role], case.school, today).await
}

async fn write(
    us: &Cases,
    (tx, keys): (&mut Tx, &BoardKeys),
    case: &Case,
    news: News,
    people: &[PersonId],
    now: Timestamp,
) -> anyhow::Result<()> {
    let round = shell::clock::today(now).to_string();
    let news = (news, round.as_str());
    tell(&us.people, (tx, keys), case, news, people, now).await
}

/// Cases that are closed and had no day to go, since somebody in them was still at the school: once that person left, there is one.
async fn settle(tx: &mut Tx, keys: &BoardKeys, now: Timestamp) -> anyhow::Result<()> {
    let mut after = Uuid::nil();
    loop {
        let found = lists::without_day(tx, after, MOST).await?;
        let Some(last) = found.last() else {
            return Ok(());
        };
        after = last.id;
        for mut case in found {
            let Some(closed) = case.closed_at else {
                continue;
            };
            let Some(key) = cases::key(tx, keys, case.id).await? else {
                continue;
            };
            let opened = cases::open(tx, &key, case.clone()).await?;
            let people: Vec<PersonId> =
                opened.parties.iter().filter_map(|one| one.person).collect();
            let left = persons::these(tx, keys, &people).await?;
            let left = |party| {
                let person = opened.party(party)?.person?;
                // Nothing holds for who is not known any more.
                left.iter()
                    .find(|one| one.id == person)
                    .map_or(Some(shell::clock::today(closed)), |one| one.left_on)
            };
            let at = closing::forget_at(&opened, shell::clock::today(closed), left);
            if let Some(at) = at {
                // Nothing goes the day after it got a day.
                case.forget_at = Some(at.max(now.saturating_add(closing::GRACE)?));
                cases::keep(tx, &case).await?;
            }
        }
    }
}

/// Cases whose time is up: the key goes first, and a stone without names is left.
async fn forget(tx: &mut Tx, now: Timestamp) -> anyhow::Result<()> {
    for case in lists::to_forget(tx, now, MOST).await? {
        // A letter that waits does not leave any more, and what those said that left goes as well: they stand under the board's key.
        let letters = format!("case-{}-", case.id.as_simple());
        identity::jobs::forget(tx, &letters).await?;
        cases::forget(tx, &case, now).await?;
        let entry = decisions::Entry::new(now, "case_forgotten", "gone")
            .on(case.id.as_simple().to_string());
        decisions::record(tx, &entry).await?;
    }
    Ok(())
}
