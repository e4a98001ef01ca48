//! The page of a person: what the visitor may see of it, and a line in the log that they saw it.

use decisions::looked;
use identity::Action;
use jiff::civil::Date;
use shell::Fault;
use ui::parts::Row;
use words::PersonId;

use super::ask::{Answer, Ask, Reading, Reply};
use super::find;
use crate::directory::Known;
use crate::model::{Guardianship, Part, Person};
use crate::rules::{Represented, Standing, represented, standing};
use crate::store::{groups, guardians, merge, persons};
use crate::views::file::{Belongs, Bond, File};
use crate::views::{self, Who};
use crate::year::age_on;

/// A person whom the visitor may see at least by name.
pub(super) fn known(ask: &Ask<'_>, reading: &Reading) -> Result<Known, Fault> {
    let id: PersonId = ask.id(1)?;
    let known = reading.names.get(id).cloned().ok_or(Fault::Missing)?;
    if ask.sees(&known) {
        Ok(known)
    } else {
        Err(Fault::Missing)
    }
}

/// The page of a person.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let known = known(ask, &reading)?;
    let file = file(ask, &mut reading, &known, Some(back(ask))).await?;
    reading.tx.commit().await?;
    Ok(Reply::Page(views::file::page(&ask.frame(), &file)))
}

fn back(ask: &Ask<'_>) -> (String, String) {
    ("/mensen".to_owned(), ask.words().t("find-title").to_owned())
}

/// What the visitor may see of somebody. The log says so when it is more than a name.
pub(super) async fn file(
    ask: &Ask<'_>,
    reading: &mut Reading,
    known: &Known,
    back: Option<(String, String)>,
) -> Result<File, Fault> {
    let scope = ask.of(known);
    let may_look = ask.looks(known);
    let may_edit = ask.role_for(Action::EditPersons, &scope);
    let mut file = File {
        name: known.name.said(),
        kind: find::kind(known, ask.words()),
        back,
        ..File::default()
    };
    file.belongs = belonging(ask, reading, known).await?;
    file.roles = super::roles::of_person(ask, reading, known.id).await?;
    if may_look.is_some() || may_edit.is_some() {
        let role = may_look.or(may_edit);
        looked(
            &mut reading.tx,
            ask.now,
            ask.caller.person,
            role,
            known.id,
            "file",
        )
        .await?;
        let person = persons::person(&mut reading.tx, &reading.keys, known.id)
            .await?
            .ok_or(Fault::Missing)?;
        file.rows = rows(ask, &person);
        around(ask, reading, known, &mut file).await?;
        file.merged = merge::traces(&mut reading.tx, known.id).await?.len();
    }
    file.actions = actions(ask, known, may_look.is_some());
    Ok(file)
}

fn rows(ask: &Ask<'_>, person: &Person) -> Vec<Row> {
    let words = ask.words();
    let row = |key: &str, value: String| Row {
        key: words.t(key).to_owned(),
        value,
        change: None,
    };
    let Some(details) = &person.details else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    if let Some(born) = details.born {
        let said = [
            ("day", ask.frame().day(born).into()),
            ("age", age_on(born, ask.today).into()),
        ];
        rows.push(row("born", words.f("born-said", &said)));
    }
    if let Some(email) = &details.email {
        rows.push(row("email", email.clone()));
    }
    if let Some(day) = person.left_on {
        rows.push(row("left-on", ask.frame().day(day)));
    }
    rows
}

async fn belonging(
    ask: &Ask<'_>,
    reading: &mut Reading,
    known: &Known,
) -> Result<Vec<Belongs>, Fault> {
    let words = ask.words();
    let all = groups::of_person(&mut reading.tx, known.id).await?;
    let shown = all.into_iter().map(|(member, group)| Belongs {
        address: ask
            .role_for(Action::LookGroups, &ask.of_group(&group))
            .map(|_| format!("/groepen/{}", group.id)),
        part: words.t(part_key(member.part)).to_owned(),
        year: group.year.to_string(),
        group: group.name,
    });
    Ok(shown.collect())
}

/// The text that names a part.
pub(super) fn part_key(part: Part) -> &'static str {
    match part {
        Part::Pupil => "part-pupil",
        Part::Mentor => "part-mentor",
        Part::Teacher => "part-teacher",
    }
}

/// Guardians of a pupil and children of an adult.
async fn around(
    ask: &Ask<'_>,
    reading: &mut Reading,
    known: &Known,
    file: &mut File,
) -> Result<(), Fault> {
    let may_edit = ask.role_for(Action::EditPersons, &ask.of(known)).is_some();
    if known.place.pupil {
        let bonds = guardians::of_pupil(&mut reading.tx, known.id).await?;
        file.warning = warning(ask, &bonds, known.born);
        let shown = bonds
            .iter()
            .map(|bond| self::bond(ask, reading, bond, bond.guardian, known.born, may_edit));
        file.guardians = Some(shown.collect());
    }
    let bonds = guardians::of_guardian(&mut reading.tx, known.id).await?;
    let shown = bonds.iter().map(|bond| {
        let born = reading.names.get(bond.pupil).and_then(|child| child.born);
        self::bond(ask, reading, bond, bond.pupil, born, false)
    });
    file.children = shown.collect();
    Ok(())
}

/// What the school still has to see to.
pub(super) fn warning(ask: &Ask<'_>, bonds: &[Guardianship], born: Option<Date>) -> Option<String> {
    let key = match represented(bonds, born, ask.today) {
        Represented::By(_) | Represented::OfAge => return None,
        Represented::ToConfirm => "warning-to-confirm",
        Represented::ByNobody => "warning-by-nobody",
    };
    Some(ask.words().t(key).to_owned())
}

/// A bond as the visitor may see it: the other person, and how they stand.
pub(super) fn bond(
    ask: &Ask<'_>,
    reading: &Reading,
    bond: &Guardianship,
    other: PersonId,
    born: Option<Date>,
    may_edit: bool,
) -> Bond {
    let words = ask.words();
    let stands = standing(bond, born, ask.today);
    let page = reading.names.get(other).filter(|known| ask.sees(known));
    Bond {
        who: Who {
            name: reading.names.said(other),
            address: page.map(|known| format!("/mensen/{}", known.id)),
        },
        relation: words.t(relation_key(bond)).to_owned(),
        standing: words.t(stands.key()).to_owned(),
        open: stands == Standing::ToConfirm,
        confirm: may_edit.then(|| format!("/mensen/{}/gezag/{}", bond.pupil, bond.guardian)),
    }
}

pub(super) fn relation_key(bond: &Guardianship) -> &'static str {
    use crate::model::Relation;
    match bond.relation {
        Relation::Parent => "relation-parent",
        Relation::Voogd => "relation-voogd",
        Relation::Carer => "relation-carer",
        Relation::Other => "relation-other",
    }
}

/// What can be done with this person.
fn actions(ask: &Ask<'_>, known: &Known, may_look: bool) -> Vec<(String, String)> {
    let words = ask.words();
    let may_edit = ask.role_for(Action::EditPersons, &ask.of(known)).is_some();
    let here = known.left_on.is_none();
    let offered = [
        (may_look, "gezien", "who-looked"),
        (may_edit, "wijzig", "change-details"),
        (may_edit && known.place.pupil, "ouder", "add-guardian"),
        (may_edit && here, "vertrek", "leaves"),
        (may_edit, "samenvoegen", "merge"),
    ];
    let shown = offered.into_iter().filter(|(may, ..)| *may);
    let own = shown.map(|(_, word, key)| {
        (
            format!("/mensen/{}/{word}", known.id),
            words.t(key).to_owned(),
        )
    });
    let elsewhere = ask.us.keeps.iter().filter_map(|word| word.about(ask, known));
    own.chain(elsewhere).collect()
}
