//! What waits in this word: rosters to confirm, people who left with work open, work of the program that was given up.

use identity::Action;
use jiff::ToSpan;
use words::Role;

use super::{Found, Listed, Risk, Waiting, Waits};
use crate::ask::{Ask, Reading};
use crate::store::{desk, leave};

/// What this word itself knows of.
pub(crate) fn own() -> Vec<Box<dyn Waits>> {
    vec![Box::new(Rosters), Box::new(Leavers), Box::new(GivenUp)]
}

/// Rosters that were sent: nobody confirmed them yet, and after a day they are gone.
struct Rosters;

impl Waits for Rosters {
    fn for_caller<'a>(
        &'a self,
        ask: &'a Ask<'_>,
        reading: &'a mut Reading,
        most: usize,
    ) -> Listed<'a, Found> {
        Box::pin(async move {
            let words = crate::texts(ask.locale());
            let mut items = Vec::new();
            for school in &reading.schools {
                let may = ask.role_for(Action::ImportRoster, &ask.at(school.id));
                if may.is_none() {
                    continue;
                }
                for (id, since) in desk::to_confirm(&mut reading.tx, school.id, ask.now).await? {
                    items.push(Waiting {
                        what: words.t("waits-roster").to_owned(),
                        about: school.name.clone(),
                        since,
                        risk: Risk::Soon,
                        address: format!("/inlezen/{}", id.as_simple()),
                        claim: Some(format!("roster-{}", id.as_simple())),
                    });
                }
            }
            let all = items.len() as u64;
            items.truncate(most);
            Ok(Found::of(items, all))
        })
    }
}

/// People who left, or leave soon, while something goes on that they did.
struct Leavers;

/// So many days before the last one somebody should have handed over.
const BEFORE: i32 = 30;
/// After so many days nobody is looked for any more.
const AFTER: i32 = 120;

impl Waits for Leavers {
    fn for_caller<'a>(
        &'a self,
        ask: &'a Ask<'_>,
        reading: &'a mut Reading,
        most: usize,
    ) -> Listed<'a, Found> {
        Box::pin(async move {
            if !ask.caller.is_offered(Action::EditPersons) {
                return Ok(Found::default());
            }
            let words = crate::texts(ask.locale());
            let (from, until) = (
                ask.today.saturating_sub(AFTER.days()),
                ask.today.saturating_add(BEFORE.days()),
            );
            let rows = i64::try_from(most)?;
            let left = leave::with_open_ties(&mut reading.tx, from, until, rows).await?;
            let mut items = Vec::new();
            for (person, day) in left {
                let known = reading.names.get(person);
                let known = known.filter(|known| {
                    let scope = ask.of(known);
                    ask.role_for(Action::EditPersons, &scope).is_some()
                });
                let Some(known) = known else { continue };
                let said = ask.frame().day(day);
                items.push(Waiting {
                    what: words.f("waits-leaver", &[("name", known.name.said().into())]),
                    about: words.f("waits-leaver-day", &[("day", said.into())]),
                    since: crate::begins(day).unwrap_or(ask.now),
                    risk: Risk::Soon,
                    address: format!("/mensen/{person}/vertrek"),
                    claim: Some(format!("leaver-{person}")),
                });
            }
            let all = items.len() as u64;
            Ok(Found::of(items, all))
        })
    }
}

/// Letters and other work outside the screen that the program gave up.
struct GivenUp;

impl Waits for GivenUp {
    fn for_caller<'a>(
        &'a self,
        ask: &'a Ask<'_>,
        reading: &'a mut Reading,
        _: usize,
    ) -> Listed<'a, Found> {
        Box::pin(async move {
            if !ask.caller.has(Role::Beheerder) {
                return Ok(Found::default());
            }
            let words = crate::texts(ask.locale());
            let (many, since) = reading.tx.given_up().await?;
            let item = since.map(|since| Waiting {
                what: words.f("waits-jobs", &[("n", many.into())]),
                about: words.t("waits-jobs-why").to_owned(),
                since,
                risk: Risk::Soon,
                address: "/taken".to_owned(),
                claim: Some("jobs".to_owned()),
            });
            Ok(Found::of(item.into_iter().collect(), u64::from(many > 0)))
        })
    }
}
