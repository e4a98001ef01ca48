//! A dossier to hand over: for the school's own system, for somebody who is in it and asks to see it, or for the police.

mod mask;
mod write;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use identity::Caller;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::rules::Standing;
use shell::{Fault, Form, Visit};
use ui::Errors;
use ui::form::Choice;
use uuid::Uuid;
use words::PersonId;

use super::acts::Doing;
use super::letter::why;
use super::room::{self, Room};
use crate::Cases;
use crate::rules::dossier::Reader;
use crate::views::dossier as view;

/// Somebody who may ask to see it: what a form says, their name, as what, and for whom.
struct Asker {
    key: String,
    name: String,
    hint: String,
    who: Result<Reader, &'static str>,
}

/// The form.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let room = room::decided(ask, &mut reading).await?;
    let doing = Doing::of(ask, &mut reading, &room).await?;
    let page = shown(&doing, &Errors::default());
    reading.tx.commit().await?;
    Ok(Reply::Page(page))
}

fn shown(doing: &Doing<'_>, errors: &Errors) -> maud::Markup {
    let (words, case) = (doing.ask.words(), &doing.room.opened.case);
    let chosen = doing.ask.form.one("voor");
    let mut all = vec![
        Choice::new("school", words.t("dossier-for-school"), chosen == "school"),
        Choice::new(
            "politie",
            words.t("dossier-for-police"),
            chosen == "politie",
        )
        .hint(words.t("dossier-for-police-hint")),
    ];
    all.extend(askers(doing).into_iter().map(|one| {
        let is_chosen = one.key == chosen;
        Choice::new(one.key, one.name, is_chosen).hint(one.hint)
    }));
    let system = doing.room.script.dossier().map(|(system, article)| {
        let values = [("system", system.into()), ("article", article.into())];
        words.f("dossier-system", &values)
    });
    let form = view::Form {
        back: case.address(),
        number: case.number.to_string(),
        system,
        readers: all,
    };
    view::page(&doing.ask.frame(), &form, errors)
}

/// Pupils who are in it, and the adults around them; others who are in it as themselves.
fn askers(doing: &Doing<'_>) -> Vec<Asker> {
    let words = doing.ask.words();
    let parties = &doing.room.opened.parties;
    let mut all: Vec<Asker> = Vec::new();
    for party in parties.iter().filter(|one| one.person.is_some()) {
        let Some(person) = party.person else { continue };
        // A parent stands below, by child.
        let by_child = party
            .parent_of
            .is_some_and(|pupil| doing.mailroom.standing(pupil, person).is_some());
        if by_child || all.iter().any(|one| one.key == person.to_string()) {
            continue;
        }
        let own = parties.iter().filter(|one| one.person == Some(person));
        all.push(Asker {
            key: person.to_string(),
            name: doing.called(party),
            hint: words.t(&format!("part-{}", party.part.key())).to_owned(),
            who: Ok(Reader::Party {
                own: own.map(|one| one.id).collect(),
                people: vec![person],
            }),
        });
    }
    for (pupil, guardian, standing) in doing.mailroom.adults() {
        let key = format!("{guardian}-{}", pupil.as_simple());
        let Some(child) = doing.room.opened.party(pupil) else {
            continue;
        };
        let values = [("who", doing.called(child).into())];
        all.push(Asker {
            key,
            name: doing.names.said(guardian),
            hint: words.f("parent-of", &values),
            who: for_parent(doing, (pupil, guardian), standing),
        });
    }
    all
}

/// A parent sees it for the child whom they represent, and as themselves. Whoever represents nobody gets none, with the reason.
fn for_parent(
    doing: &Doing<'_>,
    (pupil, guardian): (Uuid, PersonId),
    standing: Standing,
) -> Result<Reader, &'static str> {
    if let Some(why) = why(standing) {
        return Err(why);
    }
    let child = doing.room.opened.party(pupil).and_then(|one| one.person);
    let people: Vec<PersonId> = child.into_iter().chain([guardian]).collect();
    let parties = doing.room.opened.parties.iter();
    let own = parties.filter(|one| one.person.is_some_and(|person| people.contains(&person)));
    Ok(Reader::Party {
        own: own.map(|one| one.id).collect(),
        people,
    })
}

/// Makes it: a body that is written while it is sent.
pub(super) async fn take(
    State(us): State<Cases>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let (form, read) = match Form::read(&headers, body, shell::form::CAP).await {
        Ok(form) => (form, Ok(())),
        Err(fault) => (Form::default(), Err(fault)),
    };
    let ask = super::asked(&us, &visit, &caller, form);
    let made = match read.and_then(|()| ask.is_ours()) {
        Ok(()) => made(&ask).await,
        Err(fault) => Err(fault),
    };
    match made {
        Ok(Made::Form(page)) => ask.reply(Ok(Reply::Again(page))),
        Ok(Made::File(response)) => response,
        Err(fault) => ask.reply(Err(fault)),
    }
}

/// What came of it.
enum Made {
    Form(maud::Markup),
    File(Response),
}

async fn made(ask: &Ask<'_>) -> Result<Made, Fault> {
    let mut reading = ask.writing().await?;
    let room = room::decided(ask, &mut reading).await?;
    let mut doing = Doing::of(ask, &mut reading, &room).await?;
    let words = ask.words();
    let chosen = ask.form.one("voor");
    let (reader, outcome) = match chosen {
        "school" => (Ok(Reader::School), "school"),
        "politie" => (Ok(Reader::Police), "police"),
        _ => match askers(&doing).into_iter().find(|one| one.key == chosen) {
            Some(asker) => {
                let refuse = |why: &str| words.f(why, &[("who", asker.name.as_str().into())]);
                (asker.who.map_err(refuse), "party")
            }
            None => (Err(words.t("choose-one").to_owned()), "party"),
        },
    };
    let reader = match reader {
        Ok(reader) => reader,
        Err(sentence) => {
            let mut errors = Errors::default();
            errors.add("voor", sentence);
            let page = shown(&doing, &errors);
            reading.tx.commit().await?;
            return Ok(Made::Form(page));
        }
    };
    let written = write::write(&mut doing, &reader);
    log(ask, &mut reading, &room, &reader, outcome).await?;
    reading.tx.commit().await?;
    let name = format!(
        "attachment; filename=\"dossier-{}.pdf\"",
        room.opened.case.number
    );
    let parcel = crate::stream::Parcel {
        people: ask.us.clone(),
        board: ask.caller.board,
        case: room.opened.case.id,
        files: written.files,
    };
    let body = crate::stream::body(parcel, written.dossier)?;
    let mut response = shell::headers::file(body, "application/pdf");
    let name = HeaderValue::try_from(name).map_err(anyhow::Error::from)?;
    response
        .headers_mut()
        .insert(header::CONTENT_DISPOSITION, name);
    Ok(Made::File(response))
}

/// That it was handed over, to whom, and about whom.
async fn log(
    ask: &Ask<'_>,
    reading: &mut Reading,
    room: &Room,
    reader: &Reader,
    outcome: &str,
) -> anyhow::Result<()> {
    let case = &room.opened.case;
    let mut entry = ask.entry("case_exported", outcome, room.role);
    entry = entry.on(case.id.as_simple().to_string());
    if let Reader::Party { people, .. } = reader {
        let people: Vec<String> = people.iter().map(ToString::to_string).collect();
        entry = entry.from_facts(serde_json::json!({ "for": people }));
    }
    decisions::record(&mut reading.tx, &entry).await?;
    room::looked(
        ask,
        &mut reading.tx,
        &room.opened.parties,
        room.role,
        "dossier",
    )
    .await
}
