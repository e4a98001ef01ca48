//! A case that somebody opens: whether they see it, what opens it, and that they looked.

use std::collections::BTreeSet;

use people::ask::{Ask, Reading};
use people::model::School;
use people::store::guardians;
use seal::SubjectKey;
use shell::Fault;
use store::Tx;
use uuid::Uuid;
use words::{PersonId, Role};

use super::{handling, script_of};
use crate::model::{Case, Event, Opened, Party, State};
use crate::rules::access::{Sight, Who, sight_of};
use crate::rules::script::Script;
use crate::store::{cases, parties};

/// A case that is open.
pub(super) struct Room {
    pub(super) opened: Opened,
    pub(super) key: SubjectKey,
    pub(super) school: School,
    pub(super) script: Script<'static>,
    pub(super) sight: Sight,
    pub(super) role: Role,
}

impl Room {
    /// The event that an address or form says it goes on from.
    pub(super) fn about(&self, ask: &Ask<'_>) -> Option<&Event> {
        let sent = [ask.form.one("bij"), ask.query("bij")];
        let sent = sent.into_iter().find(|text| !text.is_empty())?;
        let id: PersonId = sent.parse().ok()?;
        self.opened.event(id.0)
    }
}

/// The case of this identity, if who asks sees it: otherwise it is not there. Whoever sees it proves first that it is them.
pub(super) async fn of(
    ask: &Ask<'_>,
    reading: &mut Reading,
    id: Uuid,
) -> Result<(Case, School, Sight, Role), Fault> {
    let case = cases::one(&mut reading.tx, id)
        .await?
        .ok_or(Fault::Missing)?;
    let school = reading.schools.iter().find(|one| one.id == case.school);
    let school = school.cloned().ok_or(Fault::Missing)?;
    let seen = seen(ask, &mut reading.tx, &case, &school).await?;
    let (why, role) = seen.ok_or(Fault::Missing)?;
    ask.must(identity::Action::HandleCases, &ask.at(school.id))?;
    Ok((case, school, why, role))
}

/// The children of somebody, whether or not they represent them: whoever has a child in a case does not handle it.
pub(super) async fn children(tx: &mut Tx, person: PersonId) -> anyhow::Result<Vec<PersonId>> {
    let bonds = guardians::of_guardian(tx, person).await?;
    Ok(bonds.into_iter().map(|bond| bond.pupil).collect())
}

/// Why who asks sees a case, if they do.
pub(super) async fn seen(
    ask: &Ask<'_>,
    tx: &mut Tx,
    case: &Case,
    school: &School,
) -> anyhow::Result<Option<(Sight, Role)>> {
    let within = parties::of(tx, None, case.id).await?;
    let seats = parties::seats(tx, case.id).await?;
    let roles = handling(ask.caller, Some(school.id));
    let children = children(tx, ask.caller.person).await?;
    let who = Who {
        person: ask.caller.person,
        children: &children,
        roles: &roles,
    };
    let hears = script_of(school).hears();
    let stands = (case.state, case.to_board);
    Ok(sight_of(stands, &within, &seats, &who, &hears))
}

/// Each who is in a case was looked at.
pub(super) async fn looked(
    ask: &Ask<'_>,
    tx: &mut Tx,
    parties: &[Party],
    role: Role,
    what: &str,
) -> anyhow::Result<()> {
    let about: BTreeSet<PersonId> = parties.iter().filter_map(|one| one.person).collect();
    let by = ask.caller.person;
    for person in about {
        decisions::looked(tx, ask.now, by, Some(role), person, what).await?;
    }
    Ok(())
}

/// Opens a case that is handled or was, for who decides in it.
pub(super) async fn decided(ask: &Ask<'_>, reading: &mut Reading) -> Result<Room, Fault> {
    let room = enter(ask, reading).await?;
    let fits = matches!(room.opened.case.state, State::Open | State::Closed);
    if fits && room.sight.decides() {
        Ok(room)
    } else {
        Err(Fault::Missing)
    }
}

/// Opens the case of the address. That it was opened stands in the log, and about each who is in it.
pub(super) async fn enter(ask: &Ask<'_>, reading: &mut Reading) -> Result<Room, Fault> {
    let id: PersonId = ask.id(1)?;
    cases::hold(&mut reading.tx, id.0).await?;
    let (case, school, sight, role) = of(ask, reading, id.0).await?;
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    let key = cases::key(tx, keys, case.id).await?.ok_or(Fault::Missing)?;
    let opened = cases::open(tx, &key, case).await?;
    let object = opened.case.id.as_simple().to_string();
    decisions::record(tx, &ask.entry("case_opened", "looked", role).on(object)).await?;
    looked(ask, tx, &opened.parties, role, "case").await?;
    Ok(Room {
        script: script_of(&school),
        opened,
        key,
        school,
        sight,
        role,
    })
}
