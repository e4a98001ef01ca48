//! The school year rolls over.

use std::collections::BTreeMap;

use anyhow::Context;
use jiff::civil::Date;
use store::{Tx, Value, params};
use words::{GroupId, PersonId, SchoolId};

use super::{groups, persons};
use crate::SchoolYear;
use crate::model::{Group, Membership, Part, Span};
use crate::roll_over::{Choice, Placed, Preview, Step};

/// The pupils of a school's classes on a day.
pub async fn placed(tx: &mut Tx, school: SchoolId, day: Date) -> anyhow::Result<Vec<Placed>> {
    let rows = tx
        .all(
            "SELECT m.person, m.class_group, m.level FROM membership m \
             JOIN class_group g ON g.board = m.board AND g.id = m.class_group \
             WHERE m.board = $1 AND g.school = $2 AND g.kind = 'klas' AND m.part = 'leerling' AND m.from_day <= $3 \
             AND (m.until_day IS NULL OR m.until_day >= $3) ORDER BY m.class_group, m.person",
            params![school, day],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Placed {
                pupil: row.get("person")?,
                class: row.get("class_group")?,
                level: u8::try_from(row.get::<i64>("level")?)?,
            })
        })
        .collect()
}

/// What was chosen for pupils, before this year begins.
pub async fn choices(
    tx: &mut Tx,
    school: SchoolId,
    begins: SchoolYear,
) -> anyhow::Result<BTreeMap<PersonId, Choice>> {
    let rows = tx
        .all(
            "SELECT pupil, choice, class_name FROM roll_choice WHERE board = $1 AND school = $2 AND school_year = $3",
            params![school, begins.number()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let choice = match row.get::<String>("choice")?.as_str() {
                "blijft" => Choice::Stays,
                "vertrekt" => Choice::Leaves,
                "naar" => Choice::To(row.get("class_name")?),
                other => anyhow::bail!("no choice is called {other}"),
            };
            Ok((row.get("pupil")?, choice))
        })
        .collect()
}

/// Keeps a choice for a pupil; none lets the pupil follow the class.
pub async fn choose(
    tx: &mut Tx,
    school: SchoolId,
    begins: SchoolYear,
    pupil: PersonId,
    choice: Option<&Choice>,
) -> anyhow::Result<()> {
    let Some(choice) = choice else {
        return tx
            .run(
                "DELETE FROM roll_choice WHERE board = $1 AND school = $2 AND school_year = $3 AND pupil = $4",
                params![school, begins.number(), pupil],
            )
            .await
            .map(drop);
    };
    let (word, class) = match choice {
        Choice::Stays => ("blijft", ""),
        Choice::Leaves => ("vertrekt", ""),
        Choice::To(class) => ("naar", class.as_str()),
    };
    tx.run(
        "INSERT INTO roll_choice (board, school, school_year, pupil, choice, class_name) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (board, school, school_year, pupil) DO UPDATE SET choice = excluded.choice, class_name = excluded.class_name",
        params![school, begins.number(), pupil, word, class],
    )
    .await
    .map(drop)
}

/// Carries out what the preview showed: the classes of the new year, every pupil in one, and the last day of those who
/// leave. `classes` are the new year's, one for each class of the preview, in its order.
pub async fn carry_out(
    tx: &mut Tx,
    mark: i64,
    school: SchoolId,
    ends: SchoolYear,
    preview: &Preview,
    classes: &[Group],
) -> anyhow::Result<()> {
    let begins = ends.next();
    let known = groups::groups(tx, school, begins).await?;
    let new: Vec<(Group, Option<Vec<u8>>)> = classes
        .iter()
        .filter(|class| !known.iter().any(|there| there.name == class.name))
        .map(|class| (class.clone(), None))
        .collect();
    groups::add(tx, &new).await?;
    let id_of = |name: &str| -> Option<GroupId> {
        let there = known.iter().chain(classes).find(|class| class.name == name);
        there.map(|class| class.id)
    };
    let mut places = Vec::with_capacity(preview.moves.len());
    for one in &preview.moves {
        if let Step::To { class, level } = &one.step {
            places.push(Membership {
                person: one.placed.pupil,
                group: id_of(class).context("a class of the preview is not there")?,
                part: Part::Pupil,
                level: *level,
                span: Span {
                    from: begins.first_day(),
                    until: Some(begins.last_day()),
                },
            });
        }
    }
    end_all(tx, school, ends).await?;
    groups::place(tx, &places).await?;
    for one in preview.leavers() {
        leave(tx, mark, school, one.placed.pupil, ends.last_day()).await?;
    }
    tx.run(
        "DELETE FROM roll_choice WHERE board = $1 AND school = $2 AND school_year = $3",
        params![school, begins.number()],
    )
    .await
    .map(drop)
}

/// Every place in a group of the old year ends with it.
async fn end_all(tx: &mut Tx, school: SchoolId, ends: SchoolYear) -> anyhow::Result<()> {
    tx.run(
        "UPDATE membership SET until_day = $2 WHERE board = $1 AND (until_day IS NULL OR until_day > $2) AND class_group IN \
         (SELECT id FROM class_group WHERE board = $1 AND school = $3 AND school_year = $4)",
        params![ends.last_day(), school, ends.number()],
    )
    .await
    .map(drop)
}

/// A pupil leaves a school; who is enrolled nowhere else has left.
async fn leave(
    tx: &mut Tx,
    mark: i64,
    school: SchoolId,
    pupil: PersonId,
    last: Date,
) -> anyhow::Result<()> {
    tx.run(
        "UPDATE enrolment SET until_day = $2 WHERE board = $1 AND pupil = $3 AND school = $4 AND (until_day IS NULL OR until_day > $2)",
        params![last, pupil, school],
    )
    .await?;
    let elsewhere = persons::enrolments(tx, pupil).await?;
    if elsewhere.iter().all(|one| one.span.until.is_some()) {
        persons::set_left(tx, mark, pupil, Some(last)).await?;
    }
    Ok(())
}

/// Whether pupils of a school already have a place in a year.
pub async fn has_begun(tx: &mut Tx, school: SchoolId, year: SchoolYear) -> anyhow::Result<bool> {
    let values: Vec<Value> = params![school, year.number()];
    let row = tx
        .one(
            "SELECT count(*) AS placed FROM membership m JOIN class_group g ON g.board = m.board AND g.id = m.class_group \
             WHERE m.board = $1 AND g.school = $2 AND g.school_year = $3 AND m.part = 'leerling'",
            values,
        )
        .await?;
    Ok(row.get::<i64>("placed")? > 0)
}
