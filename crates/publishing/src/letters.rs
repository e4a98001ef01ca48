//! Letters about publications. They name nobody who is in one: they say that something waits, and where.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};
use jiff::{Timestamp, ToSpan};
use mail::Letter;
use people::ask::Reading;
use people::store::persons;
use seal::BoardKeys;
use store::Tx;
use words::{Locale, PersonId, Role, SchoolId};

use crate::post::model::Publication;
use crate::post::release::{self, Release};
use crate::post::steps::Step;
use crate::road::{Acting, Opened};
use crate::{Publishing, jobs, texts};

/// Whoever fills one of these roles at a school today, and whoever stands in for them.
pub(crate) async fn in_roles(
    tx: &mut Tx,
    school: SchoolId,
    roles: &[Role],
    day: Date,
) -> anyhow::Result<Vec<PersonId>> {
    let all = identity::store::roles::all(tx, day).await?;
    let here = all.iter().filter(|row| {
        let at = row.held.school.is_none_or(|one| one == school);
        at && row.from <= day && roles.contains(&row.held.role)
    });
    let people: BTreeSet<PersonId> = here.map(|row| row.person).collect();
    Ok(people.into_iter().collect())
}

/// Queues a letter to each of these people; who has no address gets none and finds it on the own list.
pub(crate) async fn write(
    us: &Publishing,
    tx: &mut Tx,
    keys: &BoardKeys,
    (of, text): (&Publication, &str),
    (key, readers): (&str, &[PersonId]),
) -> anyhow::Result<()> {
    let origin = us.people.identity.parts.origins.first();
    let path = format!("/berichten/{}", of.id.as_simple());
    let mut all = Vec::new();
    for person in persons::these(tx, keys, readers).await? {
        let details = person.details.filter(|_| person.merged_into.is_none());
        let Some((details, to)) = details.and_then(|one| Some((one.name.said(), one.email?)))
        else {
            continue;
        };
        let words = texts(Locale::Nl);
        let link = format!("{origin}{path}");
        let values = [("name", details.into()), ("link", link.into())];
        let letter = Letter {
            to,
            subject: words.t(&format!("{text}-subject")).to_owned(),
            text: words.f(text, &values),
            html: None,
            language: Locale::Nl.tag().to_owned(),
        };
        all.push((format!("{key}/{}", person.id), letter));
    }
    let now = us.people.identity.now();
    identity::jobs::post_all(tx, keys, &all, now).await
}

/// It was handed in: whoever releases hears of it, and is reminded on the next two working days.
pub(crate) async fn submitted(
    acting: &Acting<'_>,
    reading: &mut Reading,
    opened: &Opened,
) -> anyhow::Result<()> {
    let of = &opened.publication;
    let tx = &mut reading.tx;
    let readers = in_roles(tx, of.school, &opened.releasers.roles, acting.today).await?;
    let readers: Vec<PersonId> = readers
        .into_iter()
        .filter(|one| *one != of.author)
        .collect();
    let key = format!(
        "publication-submitted/{}/{}",
        of.id.as_simple(),
        of.revision
    );
    write(
        acting.us,
        tx,
        &reading.keys,
        (of, "letter-submitted"),
        (&key, &readers),
    )
    .await?;
    let first = working_day_after(acting.now);
    jobs::remind(tx, of, [first, working_day_after(first)]).await?;
    Ok(())
}

/// The same time on the next working day: by the wall, so that an hour more or less in between changes nothing.
pub(crate) fn working_day_after(at: Timestamp) -> Timestamp {
    let mut wall = shell::clock::on_the_wall(at);
    loop {
        wall = wall.saturating_add(1.day());
        if !matches!(wall.weekday(), Weekday::Saturday | Weekday::Sunday) {
            return shell::clock::from_the_wall(wall).unwrap_or(at);
        }
    }
}

/// Whoever wrote it hears what became of it.
pub(crate) async fn answered(
    acting: &Acting<'_>,
    reading: &mut Reading,
    opened: &Opened,
    step: Step,
) -> anyhow::Result<()> {
    let of = &opened.publication;
    let text = match step {
        Step::Approve => "letter-approved",
        Step::Return => "letter-returned",
        Step::Reject => "letter-rejected",
        _ => "letter-held",
    };
    let key = format!(
        "publication-{}/{}/{}",
        step.key(),
        of.id.as_simple(),
        acting.now.as_second()
    );
    write(
        acting.us,
        &mut reading.tx,
        &reading.keys,
        (of, text),
        (&key, &[of.author]),
    )
    .await
}

/// Something happened to it at an account.
pub(crate) async fn about(
    us: &Publishing,
    tx: &mut Tx,
    keys: &BoardKeys,
    of: &Publication,
    at: &Release,
) -> anyhow::Result<()> {
    let mut readers = release::told(of);
    readers.sort_unstable();
    readers.dedup();
    let text = format!("letter-{}", at.standing.key());
    if !texts(Locale::Nl).has(&text) {
        return Ok(());
    }
    let moment = at.changed_at.as_second();
    let key = format!(
        "publication-{}/{}/{moment}",
        at.standing.key(),
        at.id.as_simple()
    );
    write(us, tx, keys, (of, &text), (&key, &readers)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reminder_comes_on_a_working_day_at_the_same_time_by_the_wall() {
        let next = |at: &str| working_day_after(at.parse().unwrap()).to_string();
        // From Friday to Monday, and over the change of the clock in March.
        assert_eq!(next("2026-11-20T09:00:00Z"), "2026-11-23T09:00:00Z");
        assert_eq!(next("2026-03-27T09:00:00Z"), "2026-03-30T08:00:00Z");
    }
}
