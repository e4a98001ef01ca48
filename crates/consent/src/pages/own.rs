//! The page of whoever answers: a parent for the children, a pupil, a member of staff.

use std::collections::BTreeMap;

use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::store::guardians;
use shell::Fault;
use ui::Errors;
use uuid::Uuid;
use words::{PersonId, SchoolId};

use super::answers::{self, field_of};
use super::receipt;
use crate::desk;
use crate::model::{Answer, Capacity, Cell, How, Purpose};
use crate::register::Register;
use crate::rules::{self, Say, Shown};
use crate::store::events::{self, Said};
use crate::store::{publications, talks};
use crate::views::own as view;

/// Whom somebody speaks for at one school, with what holds there.
pub(super) struct Desk {
    pub(super) name: String,
    pub(super) register: Register,
    pub(super) subjects: Vec<Subject>,
}

/// Somebody for whom the visitor may answer.
pub(super) struct Subject {
    pub(super) person: PersonId,
    pub(super) name: String,
    pub(super) own: bool,
    pub(super) say: Say,
    pub(super) capacity: Capacity,
}

/// Whom the visitor speaks for, school by school.
pub(super) async fn desks(ask: &Ask<'_>, reading: &mut Reading) -> Result<Vec<Desk>, Fault> {
    let me = ask.caller.person;
    let bonds = guardians::of_guardian(&mut reading.tx, me).await?;
    let children = bonds
        .iter()
        .filter(|bond| bond.span.holds_on(ask.today))
        .map(|bond| bond.pupil);
    let people: Vec<PersonId> = std::iter::once(me).chain(children).collect();
    let mut desks = Vec::new();
    for school in &reading.schools {
        let here = people.iter().copied().filter(|person| {
            reading
                .names
                .get(*person)
                .is_some_and(|known| is_at(known, school.id))
        });
        let here: Vec<PersonId> = here.collect();
        if here.is_empty() {
            continue;
        }
        let register =
            Register::of(&mut reading.tx, &reading.names, school.id, &here, ask.today).await?;
        let subjects: Vec<Subject> = here
            .iter()
            .filter_map(|person| subject(ask, reading, &register, *person))
            .collect();
        if !subjects.is_empty() {
            desks.push(Desk {
                name: school.name.clone(),
                register,
                subjects,
            });
        }
    }
    Ok(desks)
}

/// A guardian is at the school of the children, but answers there only for them.
fn is_at(known: &people::directory::Known, school: SchoolId) -> bool {
    (known.place.pupil || known.place.staff) && known.place.schools.contains(&school)
}

fn subject(
    ask: &Ask<'_>,
    reading: &Reading,
    register: &Register,
    person: PersonId,
) -> Option<Subject> {
    let facts = register.facts(person)?;
    let (say, capacity) = rules::say(
        ask.caller.person,
        person,
        facts.pupil,
        facts.born,
        &facts.bonds,
        ask.today,
    );
    (say != Say::Nothing).then(|| Subject {
        person,
        name: reading.names.said(person),
        own: capacity == Capacity::Own,
        say,
        capacity,
    })
}

/// The page with every question.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let desks = desks(ask, &mut reading).await?;
    let shown = shown(ask, &desks, &Typed::default());
    Ok(Reply::Page(view::page(
        &ask.frame(),
        &shown,
        &Errors::default(),
    )))
}

/// What was typed, by the name of its field.
type Typed = BTreeMap<String, Answer>;

fn shown(ask: &Ask<'_>, desks: &[Desk], typed: &Typed) -> Vec<view::School> {
    desks
        .iter()
        .map(|desk| view::School {
            name: desk.name.clone(),
            waiting: waiting(ask, desk),
            purposes: desk
                .register
                .purposes
                .iter()
                .filter_map(|purpose| purpose_shown(ask, desk, purpose, typed))
                .collect(),
        })
        .collect()
}

/// For whom the visitor cannot answer now, and why.
fn waiting(ask: &Ask<'_>, desk: &Desk) -> Vec<String> {
    let words = ask.words();
    let said = |subject: &Subject| {
        let key = match subject.say {
            Say::ToConfirm => "say-to-confirm",
            Say::PupilAlone => "say-pupil-alone",
            Say::Withdraw => "say-withdraw",
            Say::Nothing | Say::Decide => return None,
        };
        Some(words.f(key, &[("name", subject.name.as_str().into())]))
    };
    desk.subjects.iter().filter_map(said).collect()
}

fn purpose_shown(
    ask: &Ask<'_>,
    desk: &Desk,
    purpose: &Purpose,
    typed: &Typed,
) -> Option<view::Purpose> {
    let locale = ask.locale();
    let questions: Vec<view::Question> = purpose
        .cells()
        .map(|cell| view::Question {
            label: super::cell_said(ask.words(), cell),
            lines: desk
                .subjects
                .iter()
                .filter_map(|subject| line(ask, desk, subject, cell, typed))
                .collect(),
        })
        .filter(|question| !question.lines.is_empty())
        .collect();
    let tells = purpose.notice.ground != crate::model::Ground::Consent
        && desk
            .subjects
            .iter()
            .any(|subject| is_for(desk, subject, purpose));
    (purpose.is_open(ask.today) && (tells || !questions.is_empty())).then(|| view::Purpose {
        id: purpose.id.to_string(),
        version: purpose.version,
        title: purpose.notice.title.said(locale).to_owned(),
        why: purpose.notice.why.said(locale).to_owned(),
        kept: purpose.notice.kept.said(locale).to_owned(),
        recipients: purpose.notice.recipients.join(", "),
        questions,
    })
}

fn is_for(desk: &Desk, subject: &Subject, purpose: &Purpose) -> bool {
    let facts = desk.register.facts(subject.person);
    facts.is_some_and(|facts| rules::is_asked(&facts.subject(subject.person), purpose))
}

fn line(
    ask: &Ask<'_>,
    desk: &Desk,
    subject: &Subject,
    cell: Cell,
    typed: &Typed,
) -> Option<view::Line> {
    let purpose = desk.register.purpose(cell.purpose)?;
    if !is_for(desk, subject, purpose) {
        return None;
    }
    let outcome = desk.register.decide(subject.person, cell);
    let facts = desk.register.facts(subject.person)?;
    let field = field_of(subject.person, cell);
    // What they said stays as they said it; a yes that has to be asked again is not filled in.
    let said = facts
        .votes
        .of(cell, ask.caller.person)
        .map(|vote| vote.answer);
    let asks_again = outcome.reason.asks_again();
    let said = said.filter(|answer| !(asks_again && *answer == Answer::Yes));
    Some(view::Line {
        name: subject.name.clone(),
        own: subject.own,
        say: subject.say,
        chosen: typed.get(&field).copied().or(said),
        may: outcome.shown == Shown::May,
        reason: ask.words().t(outcome.reason.key()).to_owned(),
        field,
    })
}

/// Keeps what was sent. All of it or nothing: an answer about somebody for whom the visitor does not speak refuses the whole.
pub(super) async fn save(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let mut desks = desks(ask, &mut reading).await?;
    let sent = answers::read(ask)?;
    if let Some(errors) = stale(ask, &desks) {
        let typed = ask
            .form
            .pairs()
            .filter_map(|(name, value)| Some((name.to_owned(), Answer::from_key(value)?)));
        let shown = shown(ask, &desks, &typed.collect());
        return Ok(Reply::Again(view::page(&ask.frame(), &shown, &errors)));
    }
    let act = ask.new_id();
    let told = receipt::of(ask, &desks, &sent, act);
    let mut changed = 0;
    for (person, answers) in sent {
        changed += save_one(ask, &mut reading, &mut desks, (act, person), answers).await?;
    }
    receipt::post(ask, &mut reading, &told, changed).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(if changed == 0 {
        "/toestemming".to_owned()
    } else {
        format!("/toestemming/bewaard/{}", act.as_simple())
    }))
}

/// The school changed a notice while the visitor read it: they read it again before they answer.
fn stale(ask: &Ask<'_>, desks: &[Desk]) -> Option<Errors> {
    let mut errors = Errors::default();
    for purpose in desks.iter().flat_map(|desk| &desk.register.purposes) {
        let seen = ask.form.one(&format!("v-{}", purpose.id)).to_owned();
        if !seen.is_empty() && seen != purpose.version.to_string() {
            let title = purpose.notice.title.said(ask.locale());
            let sentence = ask.words().f("notice-changed", &[("title", title.into())]);
            errors.add(format!("doel-{}", purpose.id), sentence);
        }
    }
    (!errors.is_empty()).then_some(errors)
}

async fn save_one(
    ask: &Ask<'_>,
    reading: &mut Reading,
    desks: &mut [Desk],
    (act, person): (Uuid, PersonId),
    answers: Vec<(Cell, Answer)>,
) -> Result<usize, Fault> {
    let mut changed = 0;
    let mut known = 0;
    for desk in desks {
        let Some(subject) = desk.subjects.iter().find(|one| one.person == person) else {
            continue;
        };
        let of_desk = |cell: &Cell| {
            let purpose = desk.register.purpose(cell.purpose)?;
            let offered = is_for(desk, subject, purpose)
                && purpose.is_open(ask.today)
                && purpose.cells().any(|one| one == *cell);
            offered.then_some(purpose.version)
        };
        let mine: Vec<(Cell, i64, Answer)> = answers
            .iter()
            .filter_map(|(cell, answer)| Some((*cell, of_desk(cell)?, *answer)))
            .collect();
        if !mine
            .iter()
            .all(|(_, _, answer)| subject.say.covers(*answer))
        {
            return Err(Fault::Missing);
        }
        known += mine.len();
        let said = Said {
            by: (ask.caller.person, subject.capacity),
            typed_by: None,
            at: ask.now,
            on: ask.today,
            how: How::Page,
            language: ask.locale(),
            act,
            evidence: None,
            rule: rules::LAW,
            answers: mine,
        };
        let (tx, keys) = (&mut reading.tx, &reading.keys);
        let role = ask.caller.roles.first().map(|held| held.role);
        changed += desk::take(tx, keys, &mut desk.register, person, said, role)
            .await?
            .changed;
    }
    if known == answers.len() {
        Ok(changed)
    } else {
        Err(Fault::Missing)
    }
}

/// What was kept, what it means at once, and what happens next.
pub(super) async fn saved(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let act: PersonId = ask.id(2)?;
    let desks = desks(ask, &mut reading).await?;
    let words = ask.words();
    let mut kept = Vec::new();
    for desk in &desks {
        for subject in &desk.subjects {
            let all = events::of_person(&mut reading.tx, subject.person).await?;
            let mine = all
                .iter()
                .filter(|event| event.act == act.0 && event.said_by == ask.caller.person);
            let answers: Vec<[String; 3]> = mine
                .filter_map(|event| {
                    let purpose = desk.register.purpose(event.cell.purpose)?;
                    Some([
                        purpose.notice.title.said(ask.locale()).to_owned(),
                        super::cell_said(words, event.cell),
                        words.t(super::answer_key(event.answer)).to_owned(),
                    ])
                })
                .collect();
            if answers.is_empty() {
                continue;
            }
            let tx = &mut reading.tx;
            let out = publications::asked_back(tx, &reading.keys, subject.person, act.0).await?;
            kept.push(view::Kept {
                name: subject.name.clone(),
                person: subject.person.to_string(),
                answers,
                out: out
                    .into_iter()
                    .map(|one| (one.what.title, super::channel_said(words, one.channel)))
                    .collect(),
                talk: talks::is_asked(tx, desk::talk_id(act.0, subject.person)).await?,
            });
        }
    }
    if kept.is_empty() {
        return Err(Fault::Missing);
    }
    Ok(Reply::Page(view::saved(&ask.frame(), &kept)))
}
