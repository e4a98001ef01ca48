//! Evidence: taken in as it came, and saved again as it was. No page of ours ever shows it.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use identity::Caller;
use people::ask::{Answer as Page, Ask, Reply};
use shell::upload::Sent;
use shell::{Fault, Visit};
use ui::Errors;
use words::PersonId;

use super::room::{self, Room};
use crate::Cases;
use crate::model::{Record, State as Stands};
use crate::store::pieces;
use crate::take::{self, Evidence};
use crate::views::evidence as view;

/// The form.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let room = open(ask, &mut reading).await?;
    let page = shown(ask, &room, &Errors::default());
    reading.tx.commit().await?;
    Ok(Reply::Page(page))
}

/// The case of the address, as long as it is open.
async fn open(ask: &Ask<'_>, reading: &mut people::ask::Reading) -> Result<Room, Fault> {
    let room = room::enter(ask, reading).await?;
    if room.opened.case.state == Stands::Open {
        Ok(room)
    } else {
        Err(Fault::Missing)
    }
}

fn shown(ask: &Ask<'_>, room: &Room, errors: &Errors) -> maud::Markup {
    let form = view::Form {
        back: room.opened.case.address(),
        number: room.opened.case.number.to_string(),
        text: take::text_of(&ask.form, "tekst"),
        link: ask.form.one("link").to_owned(),
    };
    view::page(&ask.frame(), &form, errors)
}

/// Takes it in.
pub(super) async fn send(ask: &Ask<'_>, file: Option<Sent>) -> Page {
    let mut reading = ask.writing().await?;
    let room = open(ask, &mut reading).await?;
    let words = ask.words();
    let mut errors = Errors::default();
    let link = take::link(&ask.form, words, &mut errors);
    let text = take::text_of(&ask.form, "tekst");
    if text.chars().count() > take::LONGEST {
        errors.add("tekst", words.t("text-long"));
    }
    if !ask.form.has("geen-naakt") {
        errors.add("geen-naakt", words.t("evidence-promise"));
    }
    if text.is_empty() && link.is_none() && file.is_none() {
        errors.add("tekst", words.t("evidence-nothing"));
    }
    if !errors.is_empty() {
        let page = shown(ask, &room, &errors);
        reading.tx.commit().await?;
        return Ok(Reply::Again(page));
    }
    let evidence = Evidence {
        id: ask.new_id(),
        at: ask.now,
        by: Some((ask.caller.person, room.role)),
        text,
        link,
    };
    let case = &room.opened.case;
    take::keep(&mut reading.tx, &room.key, case.id, evidence, file.as_ref()).await?;
    let object = case.id.as_simple().to_string();
    let entry = ask.entry("case_evidence", "taken", room.role).on(object);
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(case.address()))
}

/// A file, to save: as bytes of no kind, so that no browser opens it by itself.
pub(super) async fn download(State(us): State<Cases>, visit: Visit, caller: Caller) -> Response {
    let ask = super::asked(&us, &visit, &caller, shell::Form::default());
    match bytes(&ask).await {
        Ok(bytes) => {
            let mut response = shell::headers::file(bytes, "application/octet-stream");
            let attachment = HeaderValue::from_static("attachment; filename=bewijs.bin");
            response
                .headers_mut()
                .insert(header::CONTENT_DISPOSITION, attachment);
            response
        }
        Err(fault) => ask.reply(Err(fault)),
    }
}

async fn bytes(ask: &Ask<'_>) -> Result<Vec<u8>, Fault> {
    let mut reading = ask.writing().await?;
    let room = room::enter(ask, &mut reading).await?;
    let id: PersonId = ask.id(3)?;
    let event = room.opened.event(id.0);
    let event = event.filter(|one| matches!(one.record, Record::Evidence { file: Some(_), .. }));
    let event = event.ok_or(Fault::Missing)?.id;
    let mut all = Vec::new();
    let of = (room.opened.case.id, event);
    for part in 0.. {
        match pieces::get(&mut reading.tx, &room.key, of, part).await? {
            Some(piece) => all.extend(piece),
            None => break,
        }
    }
    let object = room.opened.case.id.as_simple().to_string();
    let entry = ask.entry("case_evidence", "saved", room.role).on(object);
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(all)
}
