//! Answers: events that are only ever added, and beside them what holds of each person.

use anyhow::Context;
use jiff::Timestamp;
use jiff::civil::Date;
use people::store::merge;
use seal::{BoardKeys, Place};
use store::{Row, Tx, Value, params};
use uuid::Uuid;
use words::{Channel, GroupId, Locale, Medium, PersonId};

use crate::model::{Answer, Capacity, Cell, Event, How, Vote, Votes};

/// What is about to be stored about one person. `number` is given here, and `at` never lies before the event before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Whose answer it is, and as what.
    pub by: (PersonId, Capacity),
    /// Who typed it in for them.
    pub typed_by: Option<PersonId>,
    /// Now.
    pub at: Timestamp,
    /// The day on which it was said.
    pub on: Date,
    /// How.
    pub how: How,
    /// In which language.
    pub language: Locale,
    /// What was sent at once is one act.
    pub act: Uuid,
    /// The scan of a form on paper.
    pub evidence: Option<Uuid>,
    /// The rule of law by which they may say it.
    pub rule: &'static str,
    /// What was said: a cell, the version of its notice, and the answer.
    pub answers: Vec<(Cell, i64, Answer)>,
}

const EVENT: &str = "INSERT INTO consent_event (board, person, number, purpose, channel, medium, answer, said_by, capacity, typed_by, at, \
     said_on, how, notice, language, act, evidence, rule) VALUES";

/// Stores answers about a person and brings up to date what holds. Two that come at the same moment wait for each other.
pub async fn record(tx: &mut Tx, person: PersonId, said: &Said) -> anyhow::Result<Votes> {
    let many = i64::try_from(said.answers.len())?;
    let row = tx
        .one(
            "INSERT INTO consent_held (board, person, number, votes) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (board, person) DO UPDATE SET number = consent_held.number + $3 RETURNING number",
            params![person, many, Vec::<u8>::new()],
        )
        .await?;
    let first = row.get::<i64>("number")? - many + 1;
    let at = last_moment(tx, person)
        .await?
        .map_or(said.at, |last| last.max(said.at));
    let rows = said.answers.iter().zip(first..).map(|(answer, number)| {
        let (cell, notice, answer) = answer;
        params![
            person,
            number,
            cell.purpose,
            cell.channel.key(),
            cell.medium.key(),
            answer.key(),
            said.by.0,
            said.by.1.key(),
            said.typed_by,
            at,
            said.on,
            said.how.key(),
            *notice,
            said.language.tag(),
            said.act,
            said.evidence,
            said.rule
        ]
    });
    let rows: Vec<Vec<Value>> = rows.collect();
    tx.many(EVENT, rows).await?;
    rebuild(tx, person).await
}

/// Stores answers about many people who said nothing before: a made-up school, or answers taken over at the start.
pub async fn begin(tx: &mut Tx, all: &[(PersonId, Vec<Event>)]) -> anyhow::Result<()> {
    let mut rows = Vec::new();
    let mut held = Vec::with_capacity(all.len());
    for (person, events) in all {
        rows.extend(events.iter().map(row_of));
        let last = events.last().map_or(0, |event| event.number);
        held.push(params![*person, last, packed(&Votes::replay(events))?]);
    }
    tx.many(EVENT, rows).await?;
    tx.many(
        "INSERT INTO consent_held (board, person, number, votes) VALUES",
        held,
    )
    .await
}

fn row_of(event: &Event) -> Vec<Value> {
    params![
        event.person,
        event.number,
        event.cell.purpose,
        event.cell.channel.key(),
        event.cell.medium.key(),
        event.answer.key(),
        event.said_by,
        event.capacity.key(),
        event.typed_by,
        event.at,
        event.said_on,
        event.how.key(),
        event.notice,
        event.language.tag(),
        event.act,
        event.evidence,
        event.rule.clone()
    ]
}

async fn last_moment(tx: &mut Tx, person: PersonId) -> anyhow::Result<Option<Timestamp>> {
    let row = tx
        .maybe(
            "SELECT at FROM consent_event WHERE board = $1 AND person = $2 ORDER BY number DESC LIMIT 1",
            params![person],
        )
        .await?;
    row.map(|row| row.get("at")).transpose()
}

/// Works out again what holds of a person, from the events: its own and those of records that were merged into it.
pub async fn rebuild(tx: &mut Tx, person: PersonId) -> anyhow::Result<Votes> {
    let events = of_person(tx, person).await?;
    let votes = Votes::replay(&events);
    let last = events.iter().map(|event| event.number).max().unwrap_or(0);
    tx.run(
        "INSERT INTO consent_held (board, person, number, votes) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (board, person) DO UPDATE SET votes = $4, \
         number = CASE WHEN consent_held.number > $3 THEN consent_held.number ELSE $3 END",
        params![person, last, packed(&votes)?],
    )
    .await?;
    Ok(votes)
}

/// Everything that was said about a person, the oldest first. Whoever goes on under another record is named by that one.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> anyhow::Result<Vec<Event>> {
    let mut records = vec![person];
    let mut next = 0;
    while let Some(one) = records.get(next).copied() {
        let traces = merge::traces(tx, one).await?;
        records.extend(traces.into_iter().filter(|trace| *trace != person));
        next += 1;
    }
    let mut events = Vec::new();
    for record in records {
        let rows = tx
            .all(
                "SELECT person, number, purpose, channel, medium, answer, said_by, capacity, typed_by, at, said_on, how, notice, \
                 language, act, evidence, rule FROM consent_event WHERE board = $1 AND person = $2 ORDER BY number",
                params![record],
            )
            .await?;
        for row in &rows {
            events.push(event_of(row)?);
        }
    }
    events.sort_by_key(|event| (event.at, event.number));
    let mut speakers: Vec<PersonId> = events.iter().map(|event| event.said_by).collect();
    speakers.sort_unstable();
    speakers.dedup();
    for speaker in speakers {
        let now = goes_on_as(tx, speaker).await?;
        let theirs = events.iter_mut().filter(|event| event.said_by == speaker);
        theirs.for_each(|event| event.said_by = now);
    }
    Ok(events)
}

/// Everything of the board that was said from this moment on, in the order in which it was stored.
pub async fn since(tx: &mut Tx, from: Timestamp) -> anyhow::Result<Vec<Event>> {
    let rows = tx
        .all(
            "SELECT person, number, purpose, channel, medium, answer, said_by, capacity, typed_by, at, said_on, how, notice, \
             language, act, evidence, rule FROM consent_event WHERE board = $1 AND at >= $2 ORDER BY at, person, number",
            params![from],
        )
        .await?;
    rows.iter().map(event_of).collect()
}

/// About whom somebody spoke, by the records that go on.
pub async fn spoken_about(tx: &mut Tx, speaker: PersonId) -> anyhow::Result<Vec<PersonId>> {
    let rows = tx
        .all(
            "SELECT DISTINCT person FROM consent_event WHERE board = $1 AND said_by = $2",
            params![speaker],
        )
        .await?;
    let mut about = Vec::with_capacity(rows.len());
    for row in rows {
        let now = goes_on_as(tx, row.get("person")?).await?;
        if !about.contains(&now) {
            about.push(now);
        }
    }
    Ok(about)
}

/// The record under which somebody goes on.
async fn goes_on_as(tx: &mut Tx, person: PersonId) -> anyhow::Result<PersonId> {
    let mut now = person;
    // A chain of merges is short; the bound guards against a circle.
    for _ in 0..16 {
        let row = tx
            .maybe(
                "SELECT merged_into FROM person WHERE board = $1 AND id = $2",
                params![now],
            )
            .await?;
        match row.map(|row| row.get("merged_into")).transpose()?.flatten() {
            Some(next) => now = next,
            None => break,
        }
    }
    Ok(now)
}

fn event_of(row: &Row) -> anyhow::Result<Event> {
    let word = |column: &str| row.get::<String>(column);
    Ok(Event {
        number: row.get("number")?,
        person: row.get("person")?,
        cell: cell_of(row)?,
        answer: Answer::from_key(&word("answer")?).context("no answer is called so")?,
        said_by: row.get("said_by")?,
        capacity: Capacity::from_key(&word("capacity")?).context("no capacity is called so")?,
        typed_by: row.get("typed_by")?,
        at: row.get("at")?,
        said_on: row.get("said_on")?,
        how: How::from_key(&word("how")?).context("no way is called so")?,
        notice: row.get("notice")?,
        language: Locale::from_tag(&word("language")?).unwrap_or_default(),
        act: row.get("act")?,
        evidence: row.get("evidence")?,
        rule: row.get("rule")?,
    })
}

/// The purpose, channel and medium of a row.
pub(crate) fn cell_of(row: &Row) -> anyhow::Result<Cell> {
    let (channel, medium): (String, String) = (row.get("channel")?, row.get("medium")?);
    Ok(Cell {
        purpose: row.get("purpose")?,
        channel: Channel::from_key(&channel).context("no channel is called so")?,
        medium: Medium::from_key(&medium).context("no medium is called so")?,
    })
}

/// The first byte says how the rest is packed: another number is worked out from the events again.
const PACKED: u8 = 1;

fn packed(votes: &Votes) -> anyhow::Result<Vec<u8>> {
    let mut bytes = vec![PACKED];
    bytes.extend(postcard::to_stdvec(votes)?);
    Ok(bytes)
}

fn unpacked(bytes: &[u8]) -> Option<Votes> {
    let (first, rest) = bytes.split_first()?;
    let votes: Vec<Vote> = (*first == PACKED).then(|| postcard::from_bytes(rest).ok())??;
    Some(Votes(votes))
}

/// What holds of one person.
pub async fn votes(tx: &mut Tx, person: PersonId) -> anyhow::Result<Votes> {
    Ok(votes_of(tx, &[person])
        .await?
        .pop()
        .map_or_else(Votes::default, |(_, votes)| votes))
}

/// What holds of these people; whoever nobody spoke about is left out.
pub async fn votes_of(tx: &mut Tx, people: &[PersonId]) -> anyhow::Result<Vec<(PersonId, Votes)>> {
    let mut all = Vec::with_capacity(people.len());
    for values in Value::by_eights(people) {
        let rows = tx
            .all(
                "SELECT person, votes FROM consent_held WHERE board = $1 AND person IN ($2, $3, $4, $5, $6, $7, $8, $9)",
                values,
            )
            .await?;
        opened(&rows, &mut all)?;
    }
    Ok(all)
}

/// What holds of the pupils of a group on a day.
pub async fn votes_of_group(
    tx: &mut Tx,
    group: GroupId,
    day: Date,
) -> anyhow::Result<Vec<(PersonId, Votes)>> {
    let rows = tx
        .all(
            "SELECT h.person, h.votes FROM membership m JOIN consent_held h ON h.board = m.board AND h.person = m.person \
             WHERE m.board = $1 AND m.class_group = $2 AND m.part = 'leerling' AND m.from_day <= $3 \
             AND (m.until_day IS NULL OR m.until_day >= $3)",
            params![group, day],
        )
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    opened(&rows, &mut all)?;
    Ok(all)
}

fn opened(rows: &[Row], all: &mut Vec<(PersonId, Votes)>) -> anyhow::Result<()> {
    for row in rows {
        let bytes: Vec<u8> = row.get("votes")?;
        let votes = unpacked(&bytes)
            .context("what holds of a person is packed in a way that is not known here")?;
        all.push((row.get("person")?, votes));
    }
    Ok(())
}

/// Keeps the scan of a form, sealed under the key of the person whom it is about.
pub async fn keep_evidence(
    tx: &mut Tx,
    keys: &BoardKeys,
    (id, person): (Uuid, PersonId),
    kind: &str,
    content: &[u8],
    at: Timestamp,
) -> anyhow::Result<()> {
    let key = super::shields::key_of(tx, keys, person)
        .await?
        .context("this person was erased")?;
    let sealed = key.seal(evidence_place(id), content)?;
    tx.run(
        "INSERT INTO consent_evidence (board, id, person, kind, made_at, sealed) VALUES ($1, $2, $3, $4, $5, $6)",
        params![id, person, kind, at, sealed],
    )
    .await
    .map(drop)
}

/// The scan of a form: of whom, of what kind, and what it is.
pub async fn evidence(
    tx: &mut Tx,
    keys: &BoardKeys,
    id: Uuid,
) -> anyhow::Result<Option<(PersonId, String, Vec<u8>)>> {
    let row = tx
        .maybe(
            "SELECT person, kind, sealed FROM consent_evidence WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let person: PersonId = row.get("person")?;
    let Some(key) = super::shields::key_of(tx, keys, person).await? else {
        return Ok(None);
    };
    let sealed: Vec<u8> = row.get("sealed")?;
    Ok(Some((
        person,
        row.get("kind")?,
        key.open(evidence_place(id), &sealed)?,
    )))
}

fn evidence_place(id: Uuid) -> Place<'static> {
    Place {
        table: "consent_evidence",
        column: "sealed",
        row: id,
    }
}
