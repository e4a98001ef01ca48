//! Who has which role; giving one, and naming a substitute.

use ::store::Tx;
use identity::store::roles::{self as held, RoleRow};
use identity::{Action, HeldRole, Scope};
use serde_json::json;
use shell::Fault;
use ui::{Choice, Errors};
use uuid::Uuid;
use words::{PersonId, Role, SchoolId};

use super::ask::{Answer, Ask, Reading, Reply};
use super::find;
use crate::directory::Known;
use crate::forms;
use crate::rules::{Reach, gives, reach};
use crate::store;
use crate::views::Who;
use crate::views::roles::{self as view, Filled, Giving, List, OfRole};

/// Where a role holds, as the policy sees it.
pub(super) fn scope(ask: &Ask<'_>, held: &HeldRole) -> Scope {
    let scope = match held.school {
        Some(school) => ask.at(school),
        None => ask.board(),
    };
    match held.group {
        Some(group) => scope.group(group),
        None => scope,
    }
}

pub(super) fn place(ask: &Ask<'_>, reading: &Reading, held: &HeldRole) -> String {
    let school = reading
        .schools
        .iter()
        .find(|school| Some(school.id) == held.school);
    let group = held.group.and_then(|id| reading.names.group(id));
    match (school, group) {
        (Some(school), Some(group)) => format!("{} · {}", school.name, group.name),
        (Some(school), None) => school.name.clone(),
        (None, _) => ask.words().t("whole-board").to_owned(),
    }
}

pub(super) fn said(ask: &Ask<'_>, role: Role) -> String {
    identity::role_said(role, ask.locale()).to_owned()
}

/// The roles of a person, as their page tells them.
pub(super) async fn of_person(
    ask: &Ask<'_>,
    reading: &mut Reading,
    person: PersonId,
) -> Result<Vec<String>, Fault> {
    let rows = held::of(&mut reading.tx, person, ask.today).await?;
    let shown = rows
        .iter()
        .filter(|row| {
            person == ask.caller.person
                || ask
                    .role_for(Action::LookRoles, &scope(ask, &row.held))
                    .is_some()
        })
        .map(|row| {
            format!(
                "{} · {}",
                said(ask, row.held.role),
                place(ask, reading, &row.held)
            )
        });
    Ok(shown.collect())
}

/// Who has which role.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let rows = held::all(&mut reading.tx, ask.today).await?;
    let shows = |row: &&RoleRow| {
        ask.role_for(Action::LookRoles, &scope(ask, &row.held))
            .is_some()
    };
    let seen: Vec<&RoleRow> = rows.iter().filter(shows).collect();
    let everywhere = ask.role_for(Action::LookRoles, &ask.board()).is_some();
    if seen.is_empty()
        && !everywhere
        && ask
            .schools_for(Action::LookRoles, &reading.schools)
            .is_empty()
    {
        return Err(ask.refused(Action::LookRoles));
    }
    let mut list = List {
        roles: Vec::new(),
        nobody: Vec::new(),
        may_give: !places(ask, &reading).is_empty(),
    };
    for role in Role::ALL
        .into_iter()
        .filter(|role| reach(*role) != Reach::Roster)
    {
        let filled: Vec<Filled> = seen
            .iter()
            .filter(|row| row.held.role == role)
            .map(|row| filled(ask, &reading, row))
            .collect();
        if filled.is_empty() {
            list.nobody.push(said(ask, role));
        } else {
            list.roles.push(OfRole {
                role: said(ask, role),
                filled,
            });
        }
    }
    Ok(Reply::Page(view::page(&ask.frame(), &list)))
}

fn filled(ask: &Ask<'_>, reading: &Reading, row: &RoleRow) -> Filled {
    let may = ask.offers(Action::GiveRoles, &scope(ask, &row.held));
    let opens = reading
        .names
        .get(row.person)
        .is_some_and(|known| ask.sees(known));
    Filled {
        who: Who {
            name: reading.names.said(row.person),
            address: opens.then(|| format!("/mensen/{}", row.person)),
        },
        place: place(ask, reading, &row.held),
        days: days(ask, row),
        for_whom: row.held.substitute_for.map(|whom| reading.names.said(whom)),
        end: may.then(|| format!("/rollen/{}/einde", row.id.as_simple())),
        substitute: (may && row.held.substitute_for.is_none())
            .then(|| format!("/rollen/geef?voor={}", row.id.as_simple())),
    }
}

fn days(ask: &Ask<'_>, row: &RoleRow) -> String {
    let (words, frame) = (ask.words(), ask.frame());
    let from = frame.day(row.from);
    match row.until {
        Some(until) => words.f(
            "from-until",
            &[("from", from.into()), ("until", frame.day(until).into())],
        ),
        None => words.f("since", &[("from", from.into())]),
    }
}

/// Where the visitor may give roles: schools by their identity, and the board as `bestuur`.
fn places(ask: &Ask<'_>, reading: &Reading) -> Vec<(Option<SchoolId>, String)> {
    let schools = ask
        .schools_for(Action::GiveRoles, &reading.schools)
        .into_iter()
        .map(|school| (Some(school.id), school.name));
    let board = ask
        .offers(Action::GiveRoles, &ask.board())
        .then(|| (None, ask.words().t("whole-board").to_owned()));
    schools.chain(board).collect()
}

fn place_key(school: Option<SchoolId>) -> String {
    school.map_or_else(|| "bestuur".to_owned(), |school| school.to_string())
}

/// The role for which a substitute is named, if that is what is asked.
async fn stood_in_for(ask: &Ask<'_>, tx: &mut Tx) -> Result<Option<RoleRow>, Fault> {
    let asked = [ask.form.one("voor"), ask.query("voor")].join("");
    if asked.is_empty() {
        return Ok(None);
    }
    let id = Uuid::try_parse(&asked).map_err(|_| Fault::Missing)?;
    let row = held::one(tx, id).await?.ok_or(Fault::Missing)?;
    ask.must(Action::GiveRoles, &scope(ask, &row.held))?;
    Ok(Some(row))
}

/// The form that gives a role.
pub(super) async fn form(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let row = stood_in_for(ask, &mut reading.tx).await?;
    must_give_somewhere(ask, &reading)?;
    let giving = giving(ask, &reading, row.as_ref());
    Ok(Reply::Page(view::give(
        &ask.frame(),
        &giving,
        &Errors::default(),
    )))
}

/// They give roles somewhere, and proved just now that it is them.
fn must_give_somewhere(ask: &Ask<'_>, reading: &Reading) -> Result<(), Fault> {
    let first = places(ask, reading).into_iter().next();
    let scope = match first {
        Some((Some(school), _)) => ask.at(school),
        Some((None, _)) => ask.board(),
        None => return Err(ask.refused(Action::GiveRoles)),
    };
    ask.must(Action::GiveRoles, &scope).map(drop)
}

/// Whom the visitor may give a role: whom they may find, and who is here.
fn may_get(ask: &Ask<'_>, known: &Known) -> Result<(), Fault> {
    let scope = ask.of(known);
    let seen = [Action::LookPersons, Action::GiveRoles]
        .iter()
        .any(|action| ask.role_for(*action, &scope).is_some());
    if seen && known.left_on.is_none() {
        Ok(())
    } else {
        Err(Fault::Missing)
    }
}

fn giving(ask: &Ask<'_>, reading: &Reading, row: Option<&RoleRow>) -> Giving {
    let words = ask.words();
    let typed = [ask.query("zoek"), ask.form.one("zoek")].join("");
    let chosen = |field: &str| ask.form.one(field).to_owned();
    let found = reading.names.find(&typed, 10, |known| {
        may_get(ask, known).is_ok() && Some(known.id) != row.map(|row| row.person)
    });
    let found = found.into_iter().map(|known| {
        let about = [find::kind(known, words), find::place(reading, known)].join(" · ");
        let id = known.id.to_string();
        Choice::new(&id, known.name.said(), id == chosen("wie")).hint(about)
    });
    let roles = Role::ALL
        .into_iter()
        .filter(|role| reach(*role) != Reach::Roster);
    let places = places(ask, reading);
    let only = places.len() == 1;
    let places = places.into_iter().map(|(school, name)| {
        let key = place_key(school);
        Choice::new(&key, name, only || key == chosen("waar"))
    });
    Giving {
        for_whom: row.map(|row| {
            (
                reading.names.said(row.person),
                said(ask, row.held.role),
                row.id.as_simple().to_string(),
            )
        }),
        found: found.collect(),
        roles: roles
            .map(|role| Choice::new(role.key(), said(ask, role), role.key() == chosen("rol")))
            .collect(),
        places: places.collect(),
        from: Some(chosen("van"))
            .filter(|text| !text.is_empty())
            .unwrap_or_else(|| ask.today.to_string()),
        until: chosen("tot"),
        typed,
    }
}

/// What was typed, checked.
fn check(ask: &Ask<'_>, reading: &Reading, row: Option<&RoleRow>) -> Result<RoleRow, Errors> {
    let words = ask.words();
    let mut errors = Errors::default();
    let person = ask.form.one("wie").parse::<PersonId>().ok();
    let person = person.filter(|id| {
        reading
            .names
            .get(*id)
            .is_some_and(|known| may_get(ask, known).is_ok())
    });
    if person.is_none() {
        errors.add("wie", words.t("choose-person"));
    }
    let place = places(ask, reading)
        .into_iter()
        .find(|(school, _)| place_key(*school) == ask.form.one("waar"));
    let held = match row {
        Some(row) => Some(HeldRole {
            substitute_for: Some(row.person),
            ..row.held.clone()
        }),
        None => Role::from_key(ask.form.one("rol"))
            .filter(|role| reach(*role) != Reach::Roster)
            .zip(place)
            .map(|(role, (school, _))| HeldRole {
                school,
                ..HeldRole::everywhere(role)
            }),
    };
    match &held {
        None => errors.add("rol", words.t("choose-role")),
        Some(held) => {
            if let Err(key) = gives(held.role, held.school) {
                errors.add("waar", words.t(key));
            }
        }
    }
    let (from, until) = (forms::day(&ask.form, "van"), forms::day(&ask.form, "tot"));
    if from.is_none() {
        errors.add("van", words.t("fill-in-first-day"));
    }
    let until_is_wrong = (until.is_none() && (row.is_some() || !ask.form.one("tot").is_empty()))
        || until.is_some_and(|until| Some(until) < from);
    if until_is_wrong {
        errors.add("tot", words.t("fill-in-until"));
    }
    errors.or(RoleRow {
        id: ask.new_id(),
        person: person.unwrap_or(ask.caller.person),
        held: held.unwrap_or_else(|| HeldRole::everywhere(Role::Medewerker)),
        from: from.unwrap_or(ask.today),
        until,
    })
}

/// Gives a role.
pub(super) async fn give(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let row = stood_in_for(ask, &mut reading.tx).await?;
    must_give_somewhere(ask, &reading)?;
    let given = match check(ask, &reading, row.as_ref()) {
        Ok(given) => given,
        Err(errors) => {
            let giving = giving(ask, &reading, row.as_ref());
            return Ok(Reply::Again(view::give(&ask.frame(), &giving, &errors)));
        }
    };
    let role = ask.must(Action::GiveRoles, &scope(ask, &given.held))?;
    held::give(&mut reading.tx, &given, ask.now).await?;
    record(ask, &mut reading.tx, &given, role).await?;
    store::mark(&mut reading.tx).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn("/rollen".to_owned()))
}

async fn record(ask: &Ask<'_>, tx: &mut Tx, given: &RoleRow, role: Role) -> anyhow::Result<()> {
    let facts = json!({
        "role": given.held.role.key(),
        "school": given.held.school,
        "from": given.from.to_string(),
        "until": given.until.map(|day| day.to_string()),
        "for": given.held.substitute_for,
    });
    decisions::record(
        tx,
        &ask.entry("role_given", "given", role)
            .about(given.person)
            .from_facts(facts),
    )
    .await
    .map(drop)
}

/// Who comes to work at a school is staff of it: what more they may do, somebody gives them.
pub(super) async fn begin_as_staff(
    ask: &Ask<'_>,
    tx: &mut Tx,
    person: PersonId,
    school: SchoolId,
    role: Role,
) -> anyhow::Result<()> {
    let row = RoleRow {
        id: ask.new_id(),
        person,
        held: HeldRole::at(Role::Medewerker, school),
        from: ask.today,
        until: None,
    };
    held::give_many(tx, std::slice::from_ref(&row)).await?;
    record(ask, tx, &row, role).await
}
