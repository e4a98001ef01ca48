//! Asking many people at once: what a school chose, and whom it asked about whom.

use anyhow::Context;
use jiff::Timestamp;
use store::{Row, Tx, Value, params};
use uuid::Uuid;
use words::{GroupId, PersonId, PurposeId, SchoolId};

use crate::campaign::{Kind, Plan, State, Way};

/// Asking as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Campaign {
    /// Identity.
    pub id: Uuid,
    /// At which school.
    pub school: SchoolId,
    /// Why.
    pub kind: Kind,
    /// How far.
    pub state: State,
    /// Who began it.
    pub made_by: PersonId,
    /// When.
    pub made_at: Timestamp,
    /// What they chose.
    pub plan: Plan,
    /// The last person who was looked at, while letters are being made.
    pub looked: Option<PersonId>,
}

const COLUMNS: &str = "INSERT INTO consent_campaign (board, id, school, kind, state, made_by, made_at, plan, looked) VALUES";

fn campaign_of(row: &Row) -> anyhow::Result<Campaign> {
    let (kind, state): (String, String) = (row.get("kind")?, row.get("state")?);
    Ok(Campaign {
        id: row.get("id")?,
        school: row.get("school")?,
        kind: Kind::from_key(&kind).context("no way of asking is called so")?,
        state: State::from_key(&state).context("no state is called so")?,
        made_by: row.get("made_by")?,
        made_at: row.get("made_at")?,
        plan: serde_json::from_value(row.get("plan")?).context("a plan is not written as one")?,
        looked: row.get("looked")?,
    })
}

/// Begins to ask.
pub async fn add(tx: &mut Tx, new: &Campaign) -> anyhow::Result<()> {
    let row = params![
        new.id,
        new.school,
        new.kind.key(),
        new.state.key(),
        new.made_by,
        new.made_at,
        serde_json::to_value(&new.plan)?,
        new.looked
    ];
    tx.many(COLUMNS, vec![row]).await
}

/// One.
pub async fn one(tx: &mut Tx, id: Uuid) -> anyhow::Result<Option<Campaign>> {
    let row = tx
        .maybe(
            "SELECT id, school, kind, state, made_by, made_at, plan, looked FROM consent_campaign WHERE board = $1 AND id = $2",
            params![id],
        )
        .await?;
    row.as_ref().map(campaign_of).transpose()
}

/// Everything that the schools of the board ask and asked, the newest first.
pub async fn all(tx: &mut Tx) -> anyhow::Result<Vec<Campaign>> {
    let rows = tx
        .all(
            "SELECT id, school, kind, state, made_by, made_at, plan, looked FROM consent_campaign WHERE board = $1 \
             ORDER BY made_at DESC, id",
            params![],
        )
        .await?;
    rows.iter().map(campaign_of).collect()
}

/// The letters for everybody up to this person were made, or all of them. False if another process was first, or it was stopped.
pub async fn go_on(
    tx: &mut Tx,
    id: Uuid,
    from: Option<PersonId>,
    to: Option<PersonId>,
) -> anyhow::Result<bool> {
    let nobody = PersonId(Uuid::nil());
    let touched = tx
        .run(
            "UPDATE consent_campaign SET looked = $2 WHERE board = $1 AND id = $3 AND state = 'bezig' \
             AND coalesce(looked, $4) = $5",
            params![to, id, nobody, from.unwrap_or(nobody)],
        )
        .await?;
    Ok(touched == 1)
}

/// It goes from one state to another; false if it was not in the first.
pub async fn turn(tx: &mut Tx, id: Uuid, from: State, to: State) -> anyhow::Result<bool> {
    let touched = tx
        .run(
            "UPDATE consent_campaign SET state = $2 WHERE board = $1 AND id = $3 AND state = $4",
            params![to.key(), id, from.key()],
        )
        .await?;
    Ok(touched == 1)
}

/// That somebody was asked about somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Who was asked.
    pub asked: PersonId,
    /// About whom.
    pub about: PersonId,
    /// The class of a pupil at that time.
    pub group: Option<GroupId>,
    /// How.
    pub way: Way,
    /// When.
    pub at: Timestamp,
    /// How often they were reminded.
    pub reminded: i64,
    /// When they answered.
    pub answered: Option<Timestamp>,
}

fn asked_of(row: &Row) -> anyhow::Result<Asked> {
    let way: String = row.get("way")?;
    Ok(Asked {
        asked: row.get("asked")?,
        about: row.get("about")?,
        group: row.get("class_group")?,
        way: Way::from_key(&way).context("no way is called so")?,
        at: row.get("asked_at")?,
        reminded: row.get("reminded")?,
        answered: row.get("answered_at")?,
    })
}

/// Writes down that people were asked. Who is asked again begins anew.
pub async fn ask(tx: &mut Tx, campaign: Uuid, all: &[Asked]) -> anyhow::Result<()> {
    let rows = all.iter().map(|one| {
        params![
            campaign,
            one.asked,
            one.about,
            one.group,
            one.way.key(),
            one.at,
            one.reminded,
            one.answered
        ]
    });
    tx.many_or(
        "INSERT INTO consent_asked (board, campaign, asked, about, class_group, way, asked_at, reminded, answered_at) VALUES",
        "ON CONFLICT (board, campaign, asked, about) DO UPDATE SET class_group = excluded.class_group, way = excluded.way, \
         asked_at = excluded.asked_at, reminded = excluded.reminded, answered_at = excluded.answered_at",
        rows.collect(),
    )
    .await
}

/// Everybody whom it asked, in the order of their identities.
pub async fn asked(tx: &mut Tx, campaign: Uuid) -> anyhow::Result<Vec<Asked>> {
    let rows = tx
        .all(
            "SELECT asked, about, class_group, way, asked_at, reminded, answered_at FROM consent_asked \
             WHERE board = $1 AND campaign = $2 ORDER BY asked, about",
            params![campaign],
        )
        .await?;
    rows.iter().map(asked_of).collect()
}

/// Whom it asked of a stretch of people: after the first, up to and with the last.
pub async fn asked_between(
    tx: &mut Tx,
    campaign: Uuid,
    after: Option<PersonId>,
    last: PersonId,
) -> anyhow::Result<Vec<Asked>> {
    let after = after.unwrap_or(PersonId(Uuid::nil()));
    let rows = tx
        .all(
            "SELECT asked, about, class_group, way, asked_at, reminded, answered_at FROM consent_asked \
             WHERE board = $1 AND campaign = $2 AND asked > $3 AND asked <= $4",
            params![campaign, after, last],
        )
        .await?;
    rows.iter().map(asked_of).collect()
}

/// Somebody was reminded, this often now. Who answered in the meantime stays as they are.
pub async fn reminded(
    tx: &mut Tx,
    campaign: Uuid,
    person: PersonId,
    number: i64,
) -> anyhow::Result<()> {
    tx.run(
        "UPDATE consent_asked SET reminded = $2 WHERE board = $1 AND campaign = $3 AND asked = $4 AND answered_at IS NULL",
        params![number, campaign, person],
    )
    .await
    .map(drop)
}

/// When the versions of the notices were made.
pub async fn versions(tx: &mut Tx) -> anyhow::Result<Vec<((PurposeId, i64), Timestamp)>> {
    let rows = tx
        .all(
            "SELECT purpose, version, made_at FROM consent_notice WHERE board = $1",
            params![],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok((
                (row.get("purpose")?, row.get("version")?),
                row.get("made_at")?,
            ))
        })
        .collect()
}

/// In which languages these people answered before.
pub async fn languages(
    tx: &mut Tx,
    people: &[PersonId],
) -> anyhow::Result<Vec<(PersonId, String)>> {
    let mut found = Vec::new();
    for values in Value::by_eights(people) {
        let rows = tx
            .all(
                "SELECT DISTINCT said_by, language FROM consent_event \
                 WHERE board = $1 AND said_by IN ($2, $3, $4, $5, $6, $7, $8, $9) AND typed_by IS NULL",
                values,
            )
            .await?;
        for row in &rows {
            found.push((row.get("said_by")?, row.get("language")?));
        }
    }
    Ok(found)
}
