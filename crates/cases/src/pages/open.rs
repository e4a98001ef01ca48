//! Signalling without a name: no account, no address kept, and a code by which who signalled comes back.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use maud::Markup;
use people::model::School;
use people::store::schools;
use seal::BoardKeys;
use shell::{Fault, Form, Peer, Upload, Visit};
use store::Tx;
use ui::form::Choice;
use ui::{Errors, Page};
use words::BoardId;

use super::mine::{self, Writing};
use super::script_of;
use crate::model::{Opened, Way};
use crate::rules::code;
use crate::store::cases;
use crate::take::{self, From, Taking, take};
use crate::views::{signal as view, thread};
use crate::{Cases, texts};

/// A board that is asked without signing in.
struct Reading {
    tx: Tx,
    keys: BoardKeys,
    board: BoardId,
    schools: Vec<School>,
}

async fn reading(us: &Cases, visit: &Visit) -> Result<Reading, Fault> {
    let parts = &us.people.identity.parts;
    let board = parts.db.board_by_slug(visit.part(1)).await?;
    let board = board.ok_or(Fault::Missing)?.id;
    let keys = us.people.keys(board).await?;
    let mut tx = parts.db.begin(board).await?;
    Ok(Reading {
        schools: schools::schools(&mut tx).await?,
        keys,
        board,
        tx,
    })
}

/// The address of this visitor's pages, in their language.
fn to(visit: &Visit, more: &str) -> String {
    let address = format!("/melding/{}{more}", visit.part(1));
    ui::layout::in_language(visit.locale, &address)
}

fn page_of(us: &Cases, visit: &Visit, title: &str, again: bool, content: Markup) -> Response {
    let site = &us.people.identity.parts.site;
    let page = Page::new(visit.locale, title, visit.address());
    let (page, status) = if again {
        (page.with_fault(), StatusCode::UNPROCESSABLE_ENTITY)
    } else {
        (page, StatusCode::OK)
    };
    site.private_as(status, visit, Ok(page.render(&site.links, content)))
}

fn fault(us: &Cases, visit: &Visit, fault: &Fault) -> Response {
    us.people.identity.parts.site.fault(visit, fault)
}

/// The form.
pub(super) async fn page(State(us): State<Cases>, visit: Visit) -> Response {
    match reading(&us, &visit).await {
        Ok(reading) => form(&us, &visit, &reading, &Form::default(), &Errors::default()),
        Err(wrong) => fault(&us, &visit, &wrong),
    }
}

fn school_of<'a>(reading: &'a Reading, form: &Form) -> Option<&'a School> {
    let asked = form.one("school");
    let mut all = reading.schools.iter();
    if reading.schools.len() == 1 {
        return all.next();
    }
    all.find(|school| school.id.to_string() == asked)
}

fn form(us: &Cases, visit: &Visit, reading: &Reading, form: &Form, errors: &Errors) -> Response {
    let words = texts(visit.locale);
    let chosen = school_of(reading, form).map(|school| school.id);
    let choices = reading
        .schools
        .iter()
        .map(|one| Choice::new(one.id.to_string(), one.name.clone(), Some(one.id) == chosen));
    let told = school_of(reading, form).map(|school| script_of(school).told());
    let told = told.unwrap_or_default();
    let heard = told
        .iter()
        .map(|role| identity::role_said(*role, visit.locale));
    let shown = view::Form {
        to: to(visit, ""),
        token: String::new(),
        schools: choices.collect(),
        text: take::text_of(form, "wat"),
        link: form.one("link").to_owned(),
        image: form.has("naakt"),
        staff: form.has("personeel"),
        passes_on: None,
        heard_by: heard.collect::<Vec<_>>().join(", "),
        signal_article: None,
        at_once: None,
        verdict: None,
        anonymous: Some(to(visit, "/code")),
    };
    let content = view::form(visit.locale, &shown, errors);
    page_of(
        us,
        visit,
        words.t("signal-title"),
        !errors.is_empty(),
        content,
    )
}

/// Takes the form. Of where it comes from nothing is kept.
pub(super) async fn send(
    State(us): State<Cases>,
    visit: Visit,
    peer: Peer,
    request: Request,
) -> Response {
    match sent(&us, &visit, &peer, request).await {
        Ok(response) => response,
        Err(wrong) => fault(&us, &visit, &wrong),
    }
}

async fn sent(us: &Cases, visit: &Visit, peer: &Peer, request: Request) -> Result<Response, Fault> {
    let parts = &us.people.identity.parts;
    parts.origins.check(request.headers())?;
    let mut reading = reading(us, visit).await?;
    us.counts(peer, reading.board)?;
    let upload = Upload::read(request, super::CAP).await?;
    let words = texts(visit.locale);
    let mut errors = Errors::default();
    let typed = take::typed(&upload.form, words, &mut errors);
    let school = school_of(&reading, &upload.form).cloned();
    if school.is_none() {
        errors.add("school", words.t("school-missing"));
    }
    let (Some(school), true) = (school, errors.is_empty()) else {
        return Ok(form(us, visit, &reading, &upload.form, &errors));
    };
    let (now, chance) = (us.people.identity.now(), &*parts.chance);
    let code = code::code(shell::chance::bytes(chance));
    let bare = code.replace('-', "");
    let taking = Taking {
        us: &us.people,
        tx: &mut reading.tx,
        keys: &reading.keys,
        school: &school,
        now,
        id: shell::chance::id(chance, now),
        event: shell::chance::id(chance, now),
    };
    let file = upload.file.filter(|file| file.size > 0);
    let from = From::Unknown(&bare);
    let case = take(taking, Way::Anonymous, from, &typed, file.as_ref()).await?;
    reading.tx.commit().await?;
    let taken = view::Taken {
        number: case.number.to_string(),
        code: Some((code, to(visit, "/code"))),
        route: view::Route {
            image: typed.image,
            staff: typed.staff,
        },
        dropped: file.is_some() && (typed.image || typed.staff),
        thread: None,
        derails: false,
    };
    let content = view::taken(visit.locale, &taken);
    Ok(page_of(us, visit, words.t("taken-title"), false, content))
}

/// Where a code is typed in.
pub(super) async fn ask_code(State(us): State<Cases>, visit: Visit) -> Response {
    match reading(&us, &visit).await {
        Ok(_) => code_form(&us, &visit, &Errors::default()),
        Err(wrong) => fault(&us, &visit, &wrong),
    }
}

fn code_form(us: &Cases, visit: &Visit, errors: &Errors) -> Response {
    let words = texts(visit.locale);
    let content = thread::code(visit.locale, &to(visit, "/code"), errors);
    page_of(
        us,
        visit,
        words.t("code-title"),
        !errors.is_empty(),
        content,
    )
}

/// Opens the signal of a code, and takes what its sender writes. A code goes in a form only: an address would be kept.
pub(super) async fn code(
    State(us): State<Cases>,
    visit: Visit,
    peer: Peer,
    headers: HeaderMap,
    body: Body,
) -> Response {
    match coded(&us, &visit, &peer, &headers, body).await {
        Ok(response) => response,
        Err(wrong) => fault(&us, &visit, &wrong),
    }
}

async fn coded(
    us: &Cases,
    visit: &Visit,
    peer: &Peer,
    headers: &HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    us.people.identity.parts.origins.check(headers)?;
    let form = Form::read(headers, body, shell::form::CAP).await?;
    let mut reading = reading(us, visit).await?;
    us.counts(peer, reading.board)?;
    let words = texts(visit.locale);
    let mut errors = Errors::default();
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    let found = match code::typed(form.one("code")) {
        Some(bare) => cases::of_code(tx, keys, &bare).await?,
        None => None,
    };
    let case = match found {
        Some(id) => cases::one(tx, id).await?,
        None => None,
    };
    let Some(case) = case else {
        errors.add("code", words.t("code-wrong"));
        return Ok(code_form(us, visit, &errors));
    };
    let (opened, key) = mine::opened(tx, keys, case).await?;
    let text = take::text_of(&form, "bericht");
    if !form.has("schrijft") {
        return Ok(shown(us, visit, &form, &opened, &errors));
    }
    mine::check(words, &text, &mut errors);
    if !errors.is_empty() {
        return Ok(shown(us, visit, &form, &opened, &errors));
    }
    let now = us.people.identity.now();
    let id = opened.case.id;
    let writing = Writing {
        us: &us.people,
        id: shell::chance::id(&*us.people.identity.parts.chance, now),
        now,
    };
    writing.add(tx, keys, (opened, &key), None, text).await?;
    let case = cases::one(tx, id).await?.ok_or(Fault::Missing)?;
    let (opened, _) = mine::opened(tx, keys, case).await?;
    reading.tx.commit().await?;
    let form = Form::of(vec![("code".to_owned(), form.one("code").to_owned())]);
    Ok(shown(us, visit, &form, &opened, &errors))
}

fn shown(us: &Cases, visit: &Visit, form: &Form, opened: &Opened, errors: &Errors) -> Response {
    let words = texts(visit.locale);
    let day = |at| people::day_said(visit.locale, shell::clock::today(at));
    let shown = thread::Thread {
        to: to(visit, "/code"),
        token: String::new(),
        code: Some(form.one("code").to_owned()),
        number: opened.case.number.to_string(),
        state: opened.case.state,
        text: opened.account.text.clone(),
        lines: mine::lines(opened, |event| day(event.at)),
        typed: take::text_of(form, "bericht"),
    };
    let content = thread::thread(visit.locale, &shown, errors);
    page_of(
        us,
        visit,
        words.t("thread-title"),
        !errors.is_empty(),
        content,
    )
}
