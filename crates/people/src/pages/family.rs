//! Parents and pupils about themselves; and what the school sees to about authority.

use identity::Action;
use jiff::civil::Date;
use serde_json::json;
use shell::Fault;
use ui::{Choice, Errors};
use words::{PersonId, PersonName, Role};

use super::ask::{Answer, Ask, Reading, Reply};
use super::{file, find};
use crate::forms;
use crate::model::{Authority, Details, Guardianship, Relation, Span};
use crate::rules::{Standing, standing};
use crate::store::persons::NewPerson;
use crate::store::{self, guardians, persons};
use crate::views::Who;
use crate::views::family::{self as view, Child, Guardian, Question};

/// The file of who asks.
pub(super) async fn me(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let known = reading
        .names
        .get(ask.caller.person)
        .cloned()
        .ok_or(Fault::Missing)?;
    let file = file::file(ask, &mut reading, &known, None).await?;
    reading.tx.commit().await?;
    Ok(Reply::Page(crate::views::file::page(&ask.frame(), &file)))
}

/// The children of who asks.
pub(super) async fn children(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let bonds = guardians::of_guardian(&mut reading.tx, ask.caller.person).await?;
    if bonds.is_empty() && !ask.caller.has(Role::Ouder) {
        return Err(ask.refused(Action::LookFile));
    }
    let now = bonds.iter().filter(|bond| bond.span.holds_on(ask.today));
    let list: Vec<Child> = now.filter_map(|bond| child(ask, &reading, bond)).collect();
    Ok(Reply::Page(view::children(&ask.frame(), &list)))
}

fn child(ask: &Ask<'_>, reading: &Reading, bond: &Guardianship) -> Option<Child> {
    let known = reading.names.get(bond.pupil)?;
    let stands = standing(bond, known.born, ask.today);
    let open = ask.looks(known).is_some();
    Some(Child {
        who: Who {
            name: known.name.said(),
            address: open.then(|| format!("/mensen/{}", known.id)),
        },
        place: find::place(reading, known),
        standing: ask.words().t(own_key(stands)).to_owned(),
        open: stands == Standing::ToConfirm,
        seen: open.then(|| format!("/mensen/{}/gezien", known.id)),
    })
}

/// How it stands, said to the parent.
fn own_key(stands: Standing) -> &'static str {
    match stands {
        Standing::Represents => "you-represent",
        Standing::ToConfirm => "you-to-confirm",
        Standing::WithoutAuthority => "you-without",
        Standing::OfAge => "you-of-age",
        Standing::NotNow => "you-not-now",
    }
}

/// The pupil of the address whom the visitor may change, and the bond with the adult of the address.
async fn pair(
    ask: &Ask<'_>,
    reading: &mut Reading,
) -> Result<(Role, Guardianship, Option<Date>), Fault> {
    let known = file::known(ask, reading)?;
    let role = ask.must(Action::EditPersons, &ask.of(&known))?;
    let guardian: PersonId = ask.id(3)?;
    let bonds = guardians::of_pupil(&mut reading.tx, known.id).await?;
    let bond = bonds.into_iter().find(|bond| bond.guardian == guardian);
    Ok((role, bond.ok_or(Fault::Missing)?, known.born))
}

/// Asks what the school saw.
pub(super) async fn authority(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let (_, bond, born) = pair(ask, &mut reading).await?;
    let question = question(ask, &reading, &bond, born);
    Ok(Reply::Page(view::authority(
        &ask.frame(),
        &question,
        &Errors::default(),
    )))
}

fn question(ask: &Ask<'_>, reading: &Reading, bond: &Guardianship, born: Option<Date>) -> Question {
    let words = ask.words();
    Question {
        pupil: reading.names.said(bond.pupil),
        guardian: reading.names.said(bond.guardian),
        relation: words.t(file::relation_key(bond)).to_owned(),
        now: words.t(standing(bond, born, ask.today).key()).to_owned(),
        choices: authorities(ask, bond.confirmed.map(|_| bond.authority)),
        action: ask.visit.address().to_owned(),
        back: format!("/mensen/{}", bond.pupil),
    }
}

fn authorities(ask: &Ask<'_>, chosen: Option<Authority>) -> Vec<Choice> {
    let words = ask.words();
    let choice = |one: Authority| {
        let key = match one {
            Authority::Yes => "authority-yes",
            Authority::No => "authority-no",
            Authority::Unknown => "authority-unknown",
        };
        Choice::new(one.key(), words.t(key), chosen == Some(one))
    };
    Authority::ALL.iter().copied().map(choice).collect()
}

/// Keeps what the school saw.
pub(super) async fn confirm(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let (role, bond, born) = pair(ask, &mut reading).await?;
    let Some(authority) = Authority::from_key(ask.form.one("gezag")) else {
        let mut errors = Errors::default();
        errors.add("gezag", ask.words().t("choose-authority"));
        let question = question(ask, &reading, &bond, born);
        return Ok(Reply::Again(view::authority(
            &ask.frame(),
            &question,
            &errors,
        )));
    };
    guardians::confirm(
        &mut reading.tx,
        bond.pupil,
        bond.guardian,
        authority,
        ask.caller.person,
        ask.now,
    )
    .await?;
    if authority == Authority::No {
        // What was sent to them asked for answers that they cannot give any more.
        identity::invite::end(&mut reading.tx, bond.guardian, ask.now).await?;
    }
    let entry = ask
        .entry("authority_confirmed", authority.key(), role)
        .about(bond.pupil)
        .from_facts(json!({ "guardian": bond.guardian, "was": bond.authority.key() }));
    decisions::record(&mut reading.tx, &entry).await?;
    store::mark(&mut reading.tx).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/mensen/{}", bond.pupil)))
}

/// The form for a new guardian.
pub(super) async fn newcomer(ask: &Ask<'_>) -> Answer {
    let reading = ask.reading().await?;
    let known = file::known(ask, &reading)?;
    ask.must(Action::EditPersons, &ask.of(&known))?;
    let typed = typed(ask, known.id, known.name.said());
    Ok(Reply::Page(view::guardian(
        &ask.frame(),
        &typed,
        &Errors::default(),
    )))
}

fn typed(ask: &Ask<'_>, pupil: PersonId, name: String) -> Guardian {
    let words = ask.words();
    let text = |field: &str| ask.form.one(field).to_owned();
    let relation = Relation::from_key(ask.form.one("relatie"));
    let keys = [
        "relation-parent",
        "relation-voogd",
        "relation-carer",
        "relation-other",
    ];
    let relations = Relation::ALL.iter().zip(keys);
    Guardian {
        pupil: name,
        back: format!("/mensen/{pupil}"),
        action: format!("/mensen/{pupil}/ouder"),
        call: text("roepnaam"),
        infix: text("tussenvoegsel"),
        family: text("achternaam"),
        email: text("email"),
        relations: relations
            .map(|(one, key)| Choice::new(one.key(), words.t(key), relation == Some(*one)))
            .collect(),
        authorities: authorities(ask, Authority::from_key(ask.form.one("gezag"))),
    }
}

/// What was typed, checked.
fn check(ask: &Ask<'_>) -> Result<(Details, Relation, Authority), Errors> {
    let words = ask.words();
    let mut errors = Errors::default();
    let name: PersonName = forms::name(&ask.form, words, &mut errors);
    let email = forms::email(&ask.form, words, &mut errors);
    let relation = Relation::from_key(ask.form.one("relatie"));
    let authority = Authority::from_key(ask.form.one("gezag"));
    if relation.is_none() {
        errors.add("relatie", words.t("choose-relation"));
    }
    if authority.is_none() {
        errors.add("gezag", words.t("choose-authority"));
    }
    let details = Details {
        name,
        born: None,
        email,
    };
    errors.or((
        details,
        relation.unwrap_or(Relation::Other),
        authority.unwrap_or(Authority::Unknown),
    ))
}

/// Adds a guardian of a pupil.
pub(super) async fn add(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let known = file::known(ask, &reading)?;
    let role = ask.must(Action::EditPersons, &ask.of(&known))?;
    let (details, relation, authority) = match check(ask) {
        Ok(valid) => valid,
        Err(errors) => {
            let typed = typed(ask, known.id, known.name.said());
            return Ok(Reply::Again(view::guardian(&ask.frame(), &typed, &errors)));
        }
    };
    let id = PersonId(ask.new_id());
    let mark = store::mark(&mut reading.tx).await?;
    let person = NewPerson {
        id,
        details,
        source: None,
    };
    persons::add(&mut reading.tx, &reading.keys, mark, ask.now, &[person]).await?;
    let bond = Guardianship {
        pupil: known.id,
        guardian: id,
        relation,
        authority,
        // Who types this in at the school saw to it, unless nobody knows.
        confirmed: (authority != Authority::Unknown).then_some((ask.caller.person, ask.now)),
        span: Span {
            from: ask.today,
            until: None,
        },
    };
    guardians::add(&mut reading.tx, &[bond]).await?;
    let entry = ask
        .entry("guardian_added", authority.key(), role)
        .about(known.id)
        .from_facts(json!({ "guardian": id, "relation": relation.key() }));
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/mensen/{}", known.id)))
}
