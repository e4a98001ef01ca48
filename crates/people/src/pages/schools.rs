//! Schools of the board and their locations.

use identity::Action;
use shell::Fault;
use ui::{Choice, Errors};
use words::{Role, SchoolId};

use super::ask::{Answer, Ask, Reading, Reply};
use crate::forms;
use crate::model::{School, Sector};
use crate::store::{self, schools};
use crate::views::schools::{self as view, Entry, Typed};

/// The schools that the visitor keeps or works in.
pub(super) async fn list(ask: &Ask<'_>) -> Answer {
    let reading = ask.reading().await?;
    let mine = ask.schools_for(Action::SetSchool, &reading.schools);
    let may_add = ask.offers(Action::SetBoard, &ask.board());
    if mine.is_empty() && !may_add {
        return Err(ask.refused(Action::SetSchool));
    }
    let entry = |school: School| Entry {
        address: format!("/scholen/{}", school.id),
        sector: ask.words().t(sector_key(school.sector)).to_owned(),
        brin: school.brin.unwrap_or_default(),
        protocol: school
            .protocol
            .map(|name| title(ask, name))
            .unwrap_or_default(),
        name: school.name,
    };
    let list: Vec<Entry> = mine.into_iter().map(entry).collect();
    Ok(Reply::Page(view::list(&ask.frame(), &list, may_add)))
}

/// What people call a protocol.
fn title(ask: &Ask<'_>, name: String) -> String {
    let known = ask.us.protocols.iter().find(|(known, _)| *known == name);
    known.map_or(name, |(_, title)| title.clone())
}

fn sector_key(sector: Sector) -> &'static str {
    match sector {
        Sector::Po => "sector-po",
        Sector::Vo => "sector-vo",
    }
}

/// The school of the address, or none for a new one; and the role in which the visitor keeps it.
fn asked(ask: &Ask<'_>, reading: &Reading) -> Result<(Option<School>, Role), Fault> {
    if ask.visit.part(1) == "nieuw" {
        return Ok((
            None,
            ask.caller
                .must(Action::SetBoard, &ask.board(), ask.visit.address())?,
        ));
    }
    let id: SchoolId = ask.id(1)?;
    let school = reading
        .schools
        .iter()
        .find(|school| school.id == id)
        .cloned()
        .ok_or(Fault::Missing)?;
    let role = ask.must(Action::SetSchool, &ask.at(id))?;
    Ok((Some(school), role))
}

/// The form of a school.
pub(super) async fn form(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let (school, _) = asked(ask, &reading)?;
    let typed = typed(ask, &mut reading, school.as_ref()).await?;
    Ok(Reply::Page(view::form(
        &ask.frame(),
        &typed,
        &Errors::default(),
    )))
}

async fn typed(
    ask: &Ask<'_>,
    reading: &mut Reading,
    school: Option<&School>,
) -> Result<Typed, Fault> {
    let words = ask.words();
    let sent = ask.form.has("naam");
    let text = |field: &str, known: Option<String>| {
        if sent {
            ask.form.one(field).to_owned()
        } else {
            known.unwrap_or_default()
        }
    };
    let sector = text(
        "sector",
        school.map(|school| school.sector.key().to_owned()),
    );
    let protocol = text(
        "protocol",
        school.and_then(|school| school.protocol.clone()),
    );
    let sectors = Sector::ALL
        .iter()
        .map(|one| Choice::new(one.key(), words.t(sector_key(*one)), one.key() == sector));
    let none = Choice::new("", words.t("no-protocol"), protocol.is_empty());
    let protocols = ask
        .us
        .protocols
        .iter()
        .map(|(name, title)| Choice::new(name, title, *name == protocol));
    let locations = match school {
        Some(school) => Some(schools::locations(&mut reading.tx, school.id).await?),
        None => None,
    };
    Ok(Typed {
        address: school.map_or_else(
            || "/scholen/nieuw".to_owned(),
            |school| format!("/scholen/{}", school.id),
        ),
        title: school.map_or_else(
            || words.t("add-school").to_owned(),
            |school| school.name.clone(),
        ),
        name: text("naam", school.map(|school| school.name.clone())),
        brin: text("brin", school.and_then(|school| school.brin.clone())),
        sectors: sectors.collect(),
        protocols: std::iter::once(none).chain(protocols).collect(),
        locations: locations.map(|list| list.into_iter().map(|one| one.name).collect()),
        location: ask.form.one("locatie").to_owned(),
    })
}

/// What was typed, checked.
fn check(ask: &Ask<'_>, id: SchoolId) -> Result<School, Errors> {
    let words = ask.words();
    let mut errors = Errors::default();
    let name = forms::line(ask.form.one("naam"));
    if name.is_empty() || name.chars().count() > 100 {
        errors.add("naam", words.t("fill-in-school-name"));
    }
    let sector = Sector::from_key(ask.form.one("sector"));
    if sector.is_none() {
        errors.add("sector", words.t("choose-sector"));
    }
    let brin = ask.form.one("brin").to_uppercase();
    if !brin.is_empty() && !is_brin(&brin) {
        errors.add("brin", words.t("fill-in-brin"));
    }
    let protocol = ask.form.one("protocol");
    if !protocol.is_empty() && !ask.us.protocols.iter().any(|(name, _)| name == protocol) {
        errors.add("protocol", words.t("choose-protocol"));
    }
    errors.or(School {
        id,
        name,
        brin: Some(brin).filter(|brin| !brin.is_empty()),
        protocol: Some(protocol.to_owned()).filter(|name| !name.is_empty()),
        sector: sector.unwrap_or(Sector::Po),
    })
}

/// Two digits and two letters, with two digits for a branch or without: `99ZZ`, `99ZZ00`.
fn is_brin(text: &str) -> bool {
    let digit = |sign: &u8| sign.is_ascii_digit();
    match text.as_bytes() {
        [a, b, c, d, branch @ ..] => {
            let base = digit(a) && digit(b) && c.is_ascii_uppercase() && d.is_ascii_uppercase();
            base && matches!(branch.len(), 0 | 2) && branch.iter().all(digit)
        }
        _ => false,
    }
}

/// Adds a school or keeps what changed of it.
pub(super) async fn keep(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let (known, role) = asked(ask, &reading)?;
    let id = known
        .as_ref()
        .map_or_else(|| SchoolId(ask.new_id()), |school| school.id);
    let school = match check(ask, id) {
        Ok(school) => school,
        Err(errors) => {
            let typed = typed(ask, &mut reading, known.as_ref()).await?;
            return Ok(Reply::Again(view::form(&ask.frame(), &typed, &errors)));
        }
    };
    schools::keep(&mut reading.tx, &school).await?;
    let outcome = if known.is_some() { "changed" } else { "added" };
    decisions::record(
        &mut reading.tx,
        &ask.entry("school_changed", outcome, role)
            .on(id.to_string()),
    )
    .await?;
    store::mark(&mut reading.tx).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/scholen/{id}")))
}

/// Adds a location of a school.
pub(super) async fn add_location(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let (Some(school), role) = asked(ask, &reading)? else {
        return Err(Fault::Missing);
    };
    let name = forms::line(ask.form.one("locatie"));
    if name.is_empty() || name.chars().count() > 100 {
        let mut errors = Errors::default();
        errors.add("locatie", ask.words().t("fill-in-location"));
        let typed = typed(ask, &mut reading, Some(&school)).await?;
        return Ok(Reply::Again(view::form(&ask.frame(), &typed, &errors)));
    }
    schools::add_location(
        &mut reading.tx,
        school.id,
        &schools::Location {
            id: ask.new_id(),
            name,
        },
    )
    .await?;
    decisions::record(
        &mut reading.tx,
        &ask.entry("school_changed", "location", role)
            .on(school.id.to_string()),
    )
    .await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/scholen/{}", school.id)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brin_is_two_digits_two_letters_and_perhaps_two_more_digits() {
        for good in ["99ZZ", "00AA01"] {
            assert!(is_brin(good), "{good}");
        }
        for wrong in [
            "", "99Z", "ZZ99", "99ZZ0", "99ZZ000", "99ZÉ", "9999", "99zz",
        ] {
            assert!(!is_brin(wrong), "{wrong}");
        }
    }
}
