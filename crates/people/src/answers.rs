//! What signing in asks of people.

use std::sync::Arc;

use anyhow::Context;
use identity::{Asked, Directory, First, HeldRole, Known, Scope, Ties};
use jiff::Timestamp;
use jiff::civil::Date;
use seal::BoardKeys;
use shell::{Chance, Clock};
use store::Tx;
use words::{PersonId, Role, SchoolId};

use crate::model::{Details, Part, Person, School, Sector};
use crate::rules::{Standing, standing};
use crate::store::persons::NewPerson;
use crate::store::{self as sql, groups, guardians, persons, schools};

/// Answers from the tables of this word.
#[derive(Clone)]
pub struct Answers {
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
}

impl Answers {
    /// Answers by this clock; identities of what begins come from this chance.
    pub fn new(clock: Arc<dyn Clock>, chance: Arc<dyn Chance>) -> Self {
        Self { clock, chance }
    }

    /// Somebody who is still here, as signing in knows them. On a last day one is still here.
    fn here(&self, person: Person) -> Option<Known> {
        let today = shell::clock::today(self.clock.now());
        let gone = person.merged_into.is_some() || person.left_on.is_some_and(|last| last < today);
        let details = person.details.filter(|_| !gone)?;
        Some(Known {
            person: person.id,
            name: details.name,
            address: details.email,
        })
    }
}

impl Directory for Answers {
    fn by_address<'a>(
        &'a self,
        tx: &'a mut Tx,
        keys: &'a BoardKeys,
        address: &'a str,
    ) -> Asked<'a, Vec<Known>> {
        Box::pin(async move {
            let mut found = Vec::new();
            for id in persons::by_email(tx, &persons::email_index(keys, address)).await? {
                found.extend(
                    persons::person(tx, keys, id)
                        .await?
                        .and_then(|person| self.here(person)),
                );
            }
            Ok(found)
        })
    }

    fn person<'a>(
        &'a self,
        tx: &'a mut Tx,
        keys: &'a BoardKeys,
        person: PersonId,
    ) -> Asked<'a, Option<Known>> {
        Box::pin(async move {
            Ok(persons::person(tx, keys, person)
                .await?
                .and_then(|person| self.here(person)))
        })
    }

    fn ties<'a>(&'a self, tx: &'a mut Tx, person: PersonId, today: Date) -> Asked<'a, Ties> {
        Box::pin(ties(tx, person, today))
    }

    fn scope<'a>(&'a self, tx: &'a mut Tx, person: PersonId, today: Date) -> Asked<'a, Scope> {
        Box::pin(scope(tx, person, today))
    }

    fn begin<'a>(
        &'a self,
        tx: &'a mut Tx,
        keys: &'a BoardKeys,
        first: &'a First,
        now: Timestamp,
    ) -> Asked<'a, ()> {
        Box::pin(begin(
            tx,
            keys,
            first,
            SchoolId(shell::chance::id(&*self.chance, now)),
            now,
        ))
    }

    fn somebody<'a>(
        &'a self,
        tx: &'a mut Tx,
        role: Role,
        today: Date,
    ) -> Asked<'a, Option<PersonId>> {
        Box::pin(async move { sql::ties::somebody(tx, role, today).await })
    }
}

/// Groups, children and roles by the roster.
async fn ties(tx: &mut Tx, person: PersonId, today: Date) -> anyhow::Result<Ties> {
    let mut ties = Ties::default();
    for one in persons::enrolments(tx, person).await? {
        if one.span.holds_on(today) {
            add(&mut ties.roles, HeldRole::at(Role::Leerling, one.school));
        }
    }
    for (member, group) in groups::of_person(tx, person).await? {
        let role = match member.part {
            Part::Mentor => Role::Mentor,
            Part::Teacher => Role::Leraar,
            Part::Pupil => continue,
        };
        if member.span.holds_on(today) {
            add(&mut ties.roles, HeldRole::at(role, group.school));
            add(&mut ties.groups, group.id);
        }
    }
    let bonds = guardians::of_guardian(tx, person).await?;
    for bond in bonds.iter().filter(|bond| bond.span.holds_on(today)) {
        add(&mut ties.roles, HeldRole::everywhere(Role::Ouder));
        // Without a birth date a pupil counts as a minor; whoever is of age is left out when the page opens the file.
        if standing(bond, None, today) == Standing::Represents {
            add(&mut ties.children, bond.pupil);
        }
    }
    Ok(ties)
}

/// Where somebody is today: their own schools and groups, and those of their children.
async fn scope(tx: &mut Tx, person: PersonId, today: Date) -> anyhow::Result<Scope> {
    let (mut at, mut of): (Vec<SchoolId>, Vec<_>) = (Vec::new(), Vec::new());
    let children = guardians::of_guardian(tx, person).await?;
    let children = children
        .iter()
        .filter(|bond| bond.span.holds_on(today))
        .map(|bond| bond.pupil);
    for (who, own) in std::iter::once((person, true)).chain(children.map(|child| (child, false))) {
        let enrolled = persons::enrolments(tx, who).await?;
        enrolled
            .iter()
            .filter(|one| one.span.holds_on(today))
            .for_each(|one| add(&mut at, one.school));
        for (member, group) in groups::of_person(tx, who)
            .await?
            .iter()
            .filter(|(member, _)| member.span.holds_on(today))
        {
            if own {
                add(&mut at, group.school);
            }
            if member.part == Part::Pupil {
                add(&mut of, group.id);
            }
        }
    }
    for row in identity::store::roles::of(tx, person, today).await? {
        row.held
            .school
            .into_iter()
            .for_each(|school| add(&mut at, school));
    }
    let scope = at
        .into_iter()
        .fold(Scope::of(tx.board()).person(person), Scope::school);
    Ok(of.into_iter().fold(scope, Scope::group))
}

fn add<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if !list.contains(&one) {
        list.push(one);
    }
}

/// The first school and the person who administers.
async fn begin(
    tx: &mut Tx,
    keys: &BoardKeys,
    first: &First,
    id: SchoolId,
    now: Timestamp,
) -> anyhow::Result<()> {
    let school = School {
        id,
        name: first.school.clone(),
        brin: None,
        protocol: first.protocol.clone(),
        sector: Sector::from_key(&first.sector).context("no sector is called so")?,
    };
    let person = NewPerson {
        id: first.person,
        details: Details {
            name: first.name.clone(),
            born: None,
            email: Some(first.address.clone()),
        },
        source: None,
    };
    let mark = sql::mark(tx).await?;
    schools::keep(tx, &school).await?;
    persons::add(tx, keys, mark, now, &[person]).await
}
