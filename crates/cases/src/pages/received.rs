//! What the school wrote to somebody who is in a case: they read it here, and object here.

use identity::Action;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::rules::{Standing, standing};
use people::store::guardians;
use seal::SubjectKey;
use shell::Fault;
use ui::Errors;
use uuid::Uuid;
use words::{Locale, PersonId, Role};

use super::acts::facts;
use super::letter::kind_of;
use super::mine;
use crate::model::{Event, Opened, Part, Record};
use crate::rules::measure;
use crate::rules::received::{Known, letters, measures, thread};
use crate::store::{cases, parties};
use crate::take::{LONGEST, text_of};
use crate::views::letter::Looked;
use crate::views::{received as view, thread::Line};

/// A case as far as it was written about to who asks.
struct Mine {
    opened: Opened,
    key: SubjectKey,
    school: people::model::School,
    /// As which parties they are in it.
    parties: Vec<Uuid>,
    /// Whom a measure can be on for them: themselves, and the children whom they represent.
    subjects: Vec<Uuid>,
}

/// Whoever comes by a link of a letter reads nothing here.
fn may_read(ask: &Ask<'_>) -> Result<(), Fault> {
    if ask.caller.by_letter || !ask.caller.is_offered(Action::Signal) {
        return Err(Fault::Missing);
    }
    Ok(())
}

/// A case in which the school wrote to who asks; none where it did not, or where they do not represent the child any more.
async fn mine(ask: &Ask<'_>, reading: &mut Reading, id: Uuid) -> Result<Option<Mine>, Fault> {
    let Some(case) = cases::one(&mut reading.tx, id).await? else {
        return Ok(None);
    };
    let school = reading.schools.iter().find(|one| one.id == case.school);
    let Some(school) = school.cloned() else {
        return Ok(None);
    };
    let (opened, key) = mine::opened(&mut reading.tx, &reading.keys, case).await?;
    let (mut own, mut subjects) = (Vec::new(), Vec::new());
    for party in &opened.parties {
        if party.person != Some(ask.caller.person) {
            continue;
        }
        match party.parent_of.filter(|_| party.part == Part::Guardian) {
            None => subjects.push(party.id),
            Some(child) if represents(ask, reading, &opened, child).await? => subjects.push(child),
            Some(_) => continue,
        }
        own.push(party.id);
    }
    let reads = !letters(&opened, &own).is_empty();
    Ok(reads.then_some(Mine {
        opened,
        key,
        school,
        parties: own,
        subjects,
    }))
}

/// Who asks represents this child today. A child whom the school does not know is asked about by whoever came with it.
async fn represents(
    ask: &Ask<'_>,
    reading: &mut Reading,
    opened: &Opened,
    child: Uuid,
) -> anyhow::Result<bool> {
    let Some(pupil) = opened.party(child).and_then(|one| one.person) else {
        return Ok(true);
    };
    let born = reading.names.get(pupil).and_then(|known| known.born);
    let bonds = guardians::of_pupil(&mut reading.tx, pupil).await?;
    Ok(bonds.iter().any(|bond| {
        bond.guardian == ask.caller.person
            && standing(bond, born, ask.today) == Standing::Represents
    }))
}

/// The cases in which the school wrote to who asks.
pub(super) async fn list(ask: &Ask<'_>) -> Page {
    may_read(ask)?;
    let mut reading = ask.reading().await?;
    let frame = ask.frame();
    let mut rows = Vec::new();
    let mut ids = parties::cases_with(&mut reading.tx, ask.caller.person).await?;
    ids.dedup();
    for id in ids {
        let Some(it) = mine(ask, &mut reading, id).await? else {
            continue;
        };
        let last = letters(&it.opened, &it.parties).last().map(|one| one.at);
        rows.push((
            last,
            view::Row {
                address: frame.to(&format!("/melden/brieven/{}", id.as_simple())),
                number: it.opened.case.number.to_string(),
                day: last.map(|at| frame.moment(at)).unwrap_or_default(),
            },
        ));
    }
    rows.sort_by_key(|(last, _)| std::cmp::Reverse(*last));
    let rows: Vec<view::Row> = rows.into_iter().map(|(_, row)| row).collect();
    let title = ask.words().t("received-title");
    Ok(Reply::Page(frame.page(title, view::list(&frame, &rows))))
}

async fn named(ask: &Ask<'_>, reading: &mut Reading) -> Result<Mine, Fault> {
    may_read(ask)?;
    let id: PersonId = ask.id(2)?;
    mine(ask, reading, id.0).await?.ok_or(Fault::Missing)
}

/// One of them.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let it = named(ask, &mut reading).await?;
    looked(ask, &mut reading, &it).await?;
    let page = shown(ask, &reading, &it, &Errors::default());
    reading.tx.commit().await?;
    Ok(Reply::Page(page))
}

/// That a parent read about a child stands in the log, as everybody's reading does.
async fn looked(ask: &Ask<'_>, reading: &mut Reading, it: &Mine) -> anyhow::Result<()> {
    let (by, role) = (ask.caller.person, role_of(reading, it));
    let tx = &mut reading.tx;
    for child in it.subjects.iter().filter(|one| !it.parties.contains(one)) {
        let pupil = it.opened.party(*child).and_then(|one| one.person);
        if let Some(pupil) = pupil {
            decisions::looked(tx, ask.now, by, Some(role), pupil, "case-letter").await?;
        }
    }
    Ok(())
}

/// In which role they read and object: as a parent, or as what they are at school themselves.
fn role_of(reading: &Reading, it: &Mine) -> Role {
    if it.subjects.iter().any(|one| !it.parties.contains(one)) {
        return Role::Ouder;
    }
    let own = it.parties.first().and_then(|id| it.opened.party(*id));
    own.and_then(|party| kind_of(&reading.names, party))
        .unwrap_or(Role::Leerling)
}

fn shown(ask: &Ask<'_>, reading: &Reading, it: &Mine, errors: &Errors) -> maud::Markup {
    let (frame, opened) = (ask.frame(), &it.opened);
    let all = letters(opened, &it.parties);
    let letters = all.iter().filter_map(|event| match &event.record {
        Record::Letter {
            subject,
            text,
            language,
            ..
        } => Some(Looked {
            to: frame.moment(event.at),
            subject: subject.clone(),
            text: text.clone(),
            language: language.unwrap_or(Locale::Nl),
        }),
        _ => None,
    });
    let known = measures(opened, &it.parties, &it.subjects);
    let received = view::Received {
        to: frame.to(&format!("/melden/brieven/{}", opened.case.id.as_simple())),
        number: opened.case.number.to_string(),
        letters: letters.collect(),
        measures: known
            .iter()
            .filter_map(|one| objecting(ask, reading, it, one))
            .collect(),
    };
    let title = ask.words().t("received-title");
    let content = view::page(&frame, &received, errors);
    crate::views::page(&frame, title, errors, content)
}

/// What one can still say of a measure, and what was said.
fn objecting(
    ask: &Ask<'_>,
    reading: &Reading,
    it: &Mine,
    known: &Known<'_>,
) -> Option<view::Measure> {
    let (words, frame) = (ask.words(), ask.frame());
    let Record::Measure { step, .. } = &known.measure.record else {
        return None;
    };
    let line = |(text, ours, event): (&str, bool, &Event)| Line {
        at: frame.moment(event.at),
        text: text.to_owned(),
        ours,
    };
    let said = known
        .objections
        .iter()
        .flat_map(|one| thread(&it.opened, one));
    let ruled = known
        .objections
        .iter()
        .flat_map(|one| it.opened.after(one.id));
    let ruled = ruled.filter_map(|event| match &event.record {
        Record::Ruled { ruling, .. } => {
            Some(words.t(&format!("ruled-{}", ruling.key())).to_owned())
        }
        _ => None,
    });
    // Once decided there is no second objection to the same.
    let fresh = known.stands && known.objections.is_empty();
    let until = fresh.then(|| match term(ask, reading, it, known.measure) {
        Some(term) if term.is_in_time(ask.now) => {
            let day = people::day_said(ask.locale(), term.last_day);
            words.f("object-until", &[("day", day.into())])
        }
        Some(_) => words.t("object-late").to_owned(),
        None => words.t("object-no-term").to_owned(),
    });
    let id = known.measure.id.as_simple().to_string();
    let typed = if ask.form.one("bij") == id {
        text_of(&ask.form, "tekst")
    } else {
        String::new()
    };
    Some(view::Measure {
        step: step.clone(),
        until,
        lines: said.map(line).collect(),
        ruled: ruled.last(),
        is_open: known.is_open(),
        typed,
        id,
    })
}

/// Until when one may object; none where no law gives a term.
fn term(ask: &Ask<'_>, reading: &Reading, it: &Mine, event: &Event) -> Option<law::terms::Term> {
    let (about, on) = imposed(ask, reading, it, event)?;
    measure::objecting(&about, on)
}

fn imposed(
    ask: &Ask<'_>,
    reading: &Reading,
    it: &Mine,
    event: &Event,
) -> Option<(measure::About, jiff::civil::Date)> {
    let Record::Measure { party, .. } = &event.record else {
        return None;
    };
    let party = it.opened.party(*party)?;
    let facts = facts(&reading.names, &it.school, party, ask.today);
    let about = measure::about(event, facts)?;
    let (on, _) = measure::imposed_on(&it.opened, event.id)?;
    Some((about, on))
}

/// Objects, or says more in an objection that waits.
pub(super) async fn object(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let it = named(ask, &mut reading).await?;
    let text = text_of(&ask.form, "tekst");
    let mut errors = Errors::default();
    let signs = text.chars().count();
    if signs < 3 {
        errors.add("tekst", ask.words().t("text-short"));
    } else if signs > LONGEST {
        errors.add("tekst", ask.words().t("text-long"));
    }
    if !errors.is_empty() {
        return Ok(Reply::Again(shown(ask, &reading, &it, &errors)));
    }
    let (event, outcome) = said(ask, &reading, &it, text)?;
    let entry = ask
        .entry("case_objection", outcome, role_of(&reading, &it))
        .on(it.opened.case.id.as_simple().to_string());
    decisions::record(&mut reading.tx, &entry).await?;
    let case = it.opened.case.id;
    let id = case.as_simple();
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    mine::added(ask.us, (tx, keys), (it.opened, &it.key), event).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/melden/brieven/{id}")))
}

/// What is added: a new objection, or a line in the one that waits.
fn said(
    ask: &Ask<'_>,
    reading: &Reading,
    it: &Mine,
    text: String,
) -> Result<(Event, &'static str), Fault> {
    let all = measures(&it.opened, &it.parties, &it.subjects);
    let named = super::handle::id_of(ask.form.one("bij"));
    let known = all.iter().find(|one| Some(one.measure.id) == named);
    let known = known.ok_or(Fault::Missing)?;
    let mut event = Event {
        id: ask.new_id(),
        about: Some(known.measure.id),
        at: ask.now,
        by: Some(ask.caller.person),
        role: Some(role_of(reading, it)),
        due: None,
        done_at: None,
        record: Record::Said {
            text: text.clone(),
            ours: false,
        },
    };
    if let Some(open) = known.objections.iter().find(|one| one.is_open()) {
        event.about = Some(open.id);
        return Ok((event, "said"));
    }
    if !known.stands || !known.objections.is_empty() {
        return Err(Fault::Missing);
    }
    let (about, on) = imposed(ask, reading, it, known.measure).ok_or(Fault::Missing)?;
    let in_time = measure::objecting(&about, on).is_none_or(|term| term.is_in_time(ask.now));
    event.due = Some(measure::answering(&about, on, ask.today).ends);
    event.record = Record::Objection {
        party: it.parties.first().copied(),
        text,
        in_time,
    };
    Ok((event, if in_time { "in-time" } else { "late" }))
}
