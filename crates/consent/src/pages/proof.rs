//! The proof of what was asked and answered about one person: to read, to keep and to hand to another program.

use std::collections::BTreeSet;

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use identity::{Action, Caller};
use papers::{Pdf, Run, Table};
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::model::School;
use shell::{Fault, Form, Visit};
use words::PersonId;

use super::office::how_key;
use super::own;
use crate::model::{Capacity, Cell, Event};
use crate::proof::{self, About, Party, Told};
use crate::register::Register;
use crate::rules::{self, Reason, Say, Shown};
use crate::store::{asked, events, purposes};
use crate::views::proof as view;
use crate::{Consent, texts};

/// Everything that the proof of one person is made of.
struct Proof {
    name: String,
    person: PersonId,
    school: School,
    register: Register,
    events: Vec<Event>,
}

/// Somebody whose proof the visitor may see: themselves, for whom they may answer, or at whose school they type answers in.
/// Whoever looks for the school is written down.
async fn of_address(ask: &Ask<'_>, reading: &mut Reading) -> Result<Proof, Fault> {
    let person: PersonId = ask.id(2)?;
    let known = reading.names.get(person).cloned().ok_or(Fault::Missing)?;
    let mut schools = reading.schools.clone();
    schools.retain(|school| known.place.schools.contains(&school.id));
    let asked_for = schools
        .iter()
        .find(|school| school.id.to_string() == ask.query("school"))
        .or(schools.first());
    let school = asked_for.cloned().ok_or(Fault::Missing)?;
    let people = [person];
    let register = Register::of(
        &mut reading.tx,
        &reading.names,
        school.id,
        &people,
        ask.today,
    )
    .await?;
    let facts = register.facts(person).ok_or(Fault::Missing)?;
    let me = ask.caller.person;
    let (say, _) = rules::say(me, person, facts.pupil, facts.born, &facts.bonds, ask.today);
    if me != person && say != Say::Decide {
        let role = ask.must(Action::TypeConsent, &ask.at(school.id))?;
        let (tx, now) = (&mut reading.tx, ask.now);
        decisions::looked(tx, now, me, Some(role), person, "consent-proof").await?;
    }
    Ok(Proof {
        name: known.name.said(),
        person,
        events: events::of_person(&mut reading.tx, person).await?,
        school,
        register,
    })
}

/// The questions that were asked about a person or answered, in the order of the school's list.
fn cells(proof: &Proof) -> Vec<Cell> {
    let all = proof
        .register
        .purposes
        .iter()
        .flat_map(crate::model::Purpose::cells);
    all.filter(|cell| {
        let said = proof.events.iter().any(|event| event.cell == *cell);
        said || proof.register.decide(proof.person, *cell).reason != Reason::NotAsked
    })
    .collect()
}

/// Who said something, without a name of somebody else: a pupil and both guardians read the same page.
fn who_said(ask: &Ask<'_>, event: &Event) -> &'static str {
    ask.words().t(match event.capacity {
        _ if event.said_by == ask.caller.person => "said-by-you",
        Capacity::Own => "said-by-self",
        Capacity::Guardian => "said-by-guardian",
    })
}

fn line(ask: &Ask<'_>, event: &Event) -> view::Line {
    let words = ask.words();
    view::Line {
        when: ask.frame().moment(event.at),
        said: words.t(super::answer_key(event.answer)).to_owned(),
        who: who_said(ask, event).to_owned(),
        how: words.t(how_key(event.how)).to_owned(),
        notice: event.notice,
    }
}

fn shown(ask: &Ask<'_>, proof: &Proof) -> view::Shown {
    let words = ask.words();
    let questions = cells(proof).into_iter().filter_map(|cell| {
        let purpose = proof.register.purpose(cell.purpose)?;
        let outcome = proof.register.decide(proof.person, cell);
        let of_cell = proof.events.iter().filter(|event| event.cell == cell);
        Some(view::Question {
            purpose: purpose.notice.title.said(ask.locale()).to_owned(),
            label: super::cell_said(words, cell),
            may: outcome.shown == Shown::May,
            reason: words.t(outcome.reason.key()).to_owned(),
            lines: of_cell.map(|event| line(ask, event)).collect(),
        })
    });
    view::Shown {
        name: proof.name.clone(),
        school: proof.school.name.clone(),
        address: format!("/toestemming/bewijs/{}", proof.person),
        made: ask.frame().moment(ask.now),
        questions: questions.collect(),
    }
}

/// The proof as a page.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let proof = of_address(ask, &mut reading).await?;
    reading.tx.commit().await?;
    Ok(Reply::Page(view::page(&ask.frame(), &shown(ask, &proof))))
}

/// The proof as a file: `jsonld` or `pdf`.
pub(super) async fn file(State(us): State<Consent>, visit: Visit, caller: Caller) -> Response {
    let ask = Ask::with_words(&us.people, &visit, &caller, Form::default(), texts);
    let made = match visit.part(3) {
        "jsonld" => linked(&ask)
            .await
            .map(|file| (file, "application/ld+json", "bewijs.jsonld")),
        "pdf" => printed(&ask)
            .await
            .map(|file| (file, "application/pdf", "bewijs.pdf")),
        _ => Err(Fault::Missing),
    };
    match made {
        Ok((bytes, kind, name)) => download(bytes, kind, name),
        Err(fault) => us.people.identity.parts.site.fault(&visit, &fault),
    }
}

/// A file that a browser keeps under this name.
pub(super) fn download(bytes: Vec<u8>, kind: &'static str, name: &'static str) -> Response {
    let mut response = shell::headers::file(bytes, kind);
    if let Ok(value) = HeaderValue::try_from(format!("attachment; filename=\"{name}\"")) {
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

async fn linked(ask: &Ask<'_>) -> Result<Vec<u8>, Fault> {
    let mut reading = ask.writing().await?;
    let proof = of_address(ask, &mut reading).await?;
    let tx = &mut reading.tx;
    let asked = asked::when(tx, proof.person).await?;
    let mut notices = Vec::new();
    let seen: BTreeSet<_> = proof
        .events
        .iter()
        .map(|event| (event.cell.purpose, event.notice))
        .collect();
    for (purpose, version) in seen {
        if let Some(made) = purposes::notice(tx, purpose, version).await? {
            notices.push(((purpose, version), made));
        }
    }
    let all = cells(&proof).into_iter().filter_map(|cell| {
        Some(Told {
            purpose: proof.register.purpose(cell.purpose)?,
            cell,
            events: proof
                .events
                .iter()
                .filter(|event| event.cell == cell)
                .collect(),
            asked: asked.clone(),
            reason: proof.register.decide(proof.person, cell).reason,
        })
    });
    let all: Vec<Told<'_>> = all.collect();
    let facts = proof.register.facts(proof.person).ok_or(Fault::Missing)?;
    let relations: Vec<_> = facts
        .bonds
        .iter()
        .map(|bond| (bond.guardian, bond.relation))
        .collect();
    let about = About {
        person: proof.person,
        pupil: facts.pupil,
        child: proof::is_child(facts.pupil, facts.born, ask.today),
        relations: &relations,
        school: &Party {
            id: format!("urn:pleinwacht:school:{}", proof.school.id),
            name: proof.school.name.clone(),
            brin: proof.school.brin.clone(),
            address: ask.us.identity.parts.origins.first().to_owned(),
        },
        now: ask.now,
        notices: &notices,
    };
    let id = uuid::Builder::from_random_bytes(shell::chance::bytes(&*ask.us.identity.parts.chance));
    let receipt = proof::receipt(&about, &all, &reading.keys, id.into_uuid());
    reading.tx.commit().await?;
    Ok(serde_json::to_vec_pretty(&receipt).map_err(anyhow::Error::from)?)
}

async fn printed(ask: &Ask<'_>) -> Result<Vec<u8>, Fault> {
    let mut reading = ask.writing().await?;
    let proof = of_address(ask, &mut reading).await?;
    reading.tx.commit().await?;
    let shown = shown(ask, &proof);
    let words = ask.words();
    let title = words.f("proof-title", &[("name", shown.name.as_str().into())]);
    let mut pdf = Pdf::new(title.as_str(), ask.locale().tag());
    pdf.footer(format!("{} · {}", shown.school, shown.made));
    pdf.heading(1, title.as_str());
    pdf.paragraph(&[Run::plain(
        words.f("proof-made", &[("when", shown.made.as_str().into())]),
    )]);
    let head = ["proof-when", "proof-said", "proof-who", "proof-how"].map(|key| words.t(key));
    for question in &shown.questions {
        pdf.heading(2, format!("{}: {}", question.purpose, question.label));
        let holds = words.t(if question.may {
            "holds-may"
        } else {
            "holds-may-not"
        });
        pdf.paragraph(&[
            Run::bold(holds),
            Run::plain(format!(". {}", question.reason)),
        ]);
        if !question.lines.is_empty() {
            let lines = question.lines.iter();
            let table = lines.fold(Table::new(&[2.0, 1.0, 2.0, 2.0], &head), |table, one| {
                table.row(&[&one.when, &one.said, &one.who, &one.how])
            });
            pdf.table(&table);
        }
    }
    Ok(pdf.finish().map_err(anyhow::Error::from)?)
}

/// Every earlier answer about whom the visitor speaks for, the newest first.
pub(super) async fn history(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let desks = own::desks(ask, &mut reading).await?;
    let mut people = Vec::new();
    for desk in &desks {
        for subject in &desk.subjects {
            if !subject.own && subject.say != Say::Decide {
                continue;
            }
            let all = events::of_person(&mut reading.tx, subject.person).await?;
            let lines = all.iter().rev().filter_map(|event| {
                let purpose = desk.register.purpose(event.cell.purpose)?;
                let title = purpose.notice.title.said(ask.locale());
                let cell = super::cell_said(ask.words(), event.cell);
                Some((format!("{title}: {cell}"), line(ask, event)))
            });
            people.push(view::Past {
                name: subject.name.clone(),
                proof: format!("/toestemming/bewijs/{}", subject.person),
                lines: lines.collect(),
            });
        }
    }
    Ok(Reply::Page(view::history(&ask.frame(), &people)))
}
