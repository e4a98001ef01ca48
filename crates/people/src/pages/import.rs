//! A roster comes in: sent, read, shown, confirmed.

use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use identity::{Action, Caller};
use maud::Markup;
use shell::upload::Sent;
use shell::{Fault, Form, Visit};
use ui::{Choice, Errors};
use uuid::Uuid;

use super::ask::{Answer, Ask, Reply};
use crate::People;
use crate::import::desk::{self, Told};
use crate::model::School;
use crate::store::desk::{self as sql, State as Stand, Waiting};
use crate::views::import as view;

/// The largest file that is taken.
pub(super) const CAP: u64 = 256 << 20;
/// How long the request that sent a file waits for it to be read: most files are done by then.
const PATIENCE: Duration = Duration::from_millis(1_500);
/// After how many minutes without an end a reading is taken for broken off.
const BROKEN_OFF: i64 = 30;

/// The form to send a file with.
pub(super) async fn form(ask: &Ask<'_>) -> Answer {
    let reading = ask.reading().await?;
    let school = ask.school_for(Action::ImportRoster, &reading.schools)?;
    let schools = ask.schools_for(Action::ImportRoster, &reading.schools);
    let shown = view::form(
        &ask.frame(),
        &choices(&schools, &school),
        &Errors::default(),
    );
    Ok(Reply::Page(shown))
}

fn choices(schools: &[School], chosen: &School) -> Vec<Choice> {
    let choice =
        |school: &School| Choice::new(school.id.to_string(), &school.name, school.id == chosen.id);
    schools.iter().map(choice).collect()
}

/// A file is sent.
pub(super) async fn send(ask: &Ask<'_>, file: Option<Sent>) -> Answer {
    let mut writing = ask.writing().await?;
    let school = ask.school_for(Action::ImportRoster, &writing.schools)?;
    let Some(file) = file else {
        let mut errors = Errors::default();
        errors.add("bestand", ask.words().t("import-no-file"));
        let schools = ask.schools_for(Action::ImportRoster, &writing.schools);
        return Ok(Reply::Again(view::form(
            &ask.frame(),
            &choices(&schools, &school),
            &errors,
        )));
    };
    let roster = Waiting {
        id: ask.new_id(),
        school: school.id,
        state: Stand::Reading,
        by: ask.caller.person,
        role: ask.must(Action::ImportRoster, &ask.at(school.id))?,
        at: ask.now,
        report: None,
    };
    sql::begin(&mut writing.tx, &roster).await?;
    writing.tx.commit().await?;
    let address = address(roster.id);
    // The file has no name from here on: it is gone when it has been read, also if the program dies on the way.
    let size = file.size;
    let opened = file.file.reopen().map_err(anyhow::Error::from)?;
    drop(file);
    let task = tokio::spawn(desk::read(
        ask.us.clone(),
        ask.caller.board,
        roster,
        opened,
        size,
    ));
    let _ = tokio::time::timeout(PATIENCE, task).await;
    Ok(Reply::GoOn(address))
}

fn address(id: Uuid) -> String {
    format!("/inlezen/{}", id.as_simple())
}

/// Where a file stands. While it is on its way the page looks again by itself, without any script.
pub(super) async fn page(State(us): State<People>, visit: Visit, caller: Caller) -> Response {
    let ask = Ask::new(&us, &visit, &caller, Form::default());
    match shown(&ask).await {
        Err(fault) => ask.reply(Err(fault)),
        Ok((page, again)) => {
            let mut response = ask.reply(Ok(Reply::Page(page)));
            if again {
                response
                    .headers_mut()
                    .insert(header::REFRESH, HeaderValue::from_static("2"));
            }
            response
        }
    }
}

async fn shown(ask: &Ask<'_>) -> Result<(Markup, bool), Fault> {
    let mut reading = ask.reading().await?;
    let waiting = of_address(ask, &mut reading.tx, &reading.keys).await?;
    let school = reading
        .schools
        .iter()
        .find(|school| school.id == waiting.school);
    let frame = ask.frame();
    let about = view::About {
        address: address(waiting.id),
        school: school.map(|school| school.name.clone()).unwrap_or_default(),
        tab: ask.query("lijst").to_owned(),
    };
    let told = waiting
        .report
        .as_deref()
        .map(serde_json::from_slice::<Told>)
        .transpose();
    let told = told.map_err(anyhow::Error::from)?;
    let minutes = ask.now.duration_since(waiting.at).as_secs() / 60;
    Ok(match (waiting.state, told) {
        (Stand::Reading, _) if minutes >= BROKEN_OFF => (view::refused(&frame, &about, &[]), false),
        (Stand::Reading, _) => {
            let far = ask.us.progress.of(waiting.id);
            (
                view::on_its_way(&frame, &about, "import-reading", far),
                true,
            )
        }
        (Stand::Busy, _) => (view::on_its_way(&frame, &about, "import-busy", None), true),
        (Stand::Ready, Some(Told::Report(report, _))) => {
            (view::preview(&frame, &about, &report), false)
        }
        (Stand::Done, Some(Told::Report(report, _))) => {
            (view::done(&frame, &about, &report), false)
        }
        (_, Some(Told::Refused(faults))) => (view::refused(&frame, &about, &faults), false),
        (_, _) => return Err(Fault::Missing),
    })
}

/// The roster of the address, if they may import at its school. Who sent it does not matter: a colleague may confirm.
async fn of_address(
    ask: &Ask<'_>,
    tx: &mut store::Tx,
    keys: &seal::BoardKeys,
) -> Result<Waiting, Fault> {
    let id: words::PersonId = ask.id(1)?;
    let waiting = sql::one(tx, keys, id.0).await?.ok_or(Fault::Missing)?;
    ask.must(Action::ImportRoster, &ask.at(waiting.school))?;
    Ok(waiting)
}

/// It is confirmed, or taken away.
pub(super) async fn decide(ask: &Ask<'_>) -> Answer {
    let mut writing = ask.writing().await?;
    let mut roster = of_address(ask, &mut writing.tx, &writing.keys).await?;
    if ask.form.one("wat") == "weg" {
        if roster.state != Stand::Busy {
            sql::forget(&mut writing.tx, roster.id).await?;
            writing.tx.commit().await?;
        }
        return Ok(Reply::GoOn(format!("/inlezen?school={}", roster.school)));
    }
    roster.by = ask.caller.person;
    roster.role = ask.must(Action::ImportRoster, &ask.at(roster.school))?;
    desk::confirm(&mut writing.tx, &writing.keys, &roster, ask.now).await?;
    writing.tx.commit().await?;
    Ok(Reply::GoOn(address(roster.id)))
}

/// An empty file to fill in.
pub(super) async fn template(State(us): State<People>, visit: Visit, _caller: Caller) -> Response {
    let site = &us.identity.parts.site;
    let wanted = visit.part(2).to_owned();
    let found = rosters::templates()
        .into_iter()
        .find(|(name, _)| *name == wanted);
    let Some((name, text)) = found else {
        return site.fault(&visit, &Fault::Missing);
    };
    let mut response = Response::new(text.into());
    *response.headers_mut() = shell::headers::private();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/csv; charset=utf-8"),
    );
    if let Ok(value) = HeaderValue::try_from(format!("attachment; filename={name}")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}
