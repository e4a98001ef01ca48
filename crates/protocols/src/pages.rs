//! Handlers: read the address, ask the protocol, show the page.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use maud::Markup;
use shell::{Fault, Visit, in_every_language};

use crate::address::{Manner, Misread};
use crate::house::{House, School};
use crate::model::Answers;
use crate::views::Frame;
use crate::{links, tell, views};

type Us = State<Arc<House>>;

/// No form here sends more.
const MAX_FORM: usize = 4096;

/// Every page, in every language, and the files.
pub(crate) fn routes() -> Router<Arc<House>> {
    let mut router = Router::new()
        .route("/static/{name}", get(file))
        .route("/sw.js", get(file))
        .route("/robots.txt", get(file));
    for (path, method) in [
        ("/", get(home)),
        ("/vergelijk", get(compare_all)),
        ("/vergelijk/{a}/{b}", get(compare_two)),
        ("/{school}", get(school)),
        ("/{school}/mag-dit", get(may_i).merge(post(hear))),
        ("/{school}/protocol", get(read)),
        ("/{school}/protocol/kinderen", get(read_children)),
    ] {
        router = in_every_language(router, path, method);
    }
    router
        .fallback(missing)
        .method_not_allowed_fallback(no_such_method)
}

async fn file(State(house): Us, visit: Visit) -> Response {
    house.site.file(&visit)
}

async fn missing(State(house): Us, visit: Visit) -> Response {
    house.site.fault(&visit, &Fault::Missing)
}

async fn no_such_method(State(house): Us, visit: Visit) -> Response {
    house.site.fault(&visit, &Fault::Method)
}

async fn home(State(house): Us, visit: Visit) -> Response {
    let visit = visit.plain();
    house.site.show(&visit, || {
        Ok(views::home::page(
            &frame(&house, &visit, None),
            &tell::home::schools(&house, visit.locale),
        ))
    })
}

async fn school(State(house): Us, visit: Visit) -> Response {
    let visit = visit.plain();
    house.site.show(&visit, || {
        let school = house.school(visit.part(0)).ok_or(Fault::Missing)?;
        let frame = frame(&house, &visit, Some(school));
        Ok(views::school::page(
            &frame,
            &tell::school::school(&house, school, visit.locale),
        ))
    })
}

async fn read(State(house): Us, visit: Visit) -> Response {
    let visit = visit.plain();
    house.site.show(&visit, || {
        let school = house.school(visit.part(0)).ok_or(Fault::Missing)?;
        Ok(views::read::page(
            &frame(&house, &visit, Some(school)),
            &tell::read::protocol(&house, school, visit.locale),
        ))
    })
}

async fn read_children(State(house): Us, visit: Visit) -> Response {
    let visit = visit.plain();
    house.site.show(&visit, || {
        let school = house.school(visit.part(0)).ok_or(Fault::Missing)?;
        Ok(views::read::children(
            &frame(&house, &visit, Some(school)),
            &tell::read::protocol(&house, school, visit.locale),
        ))
    })
}

async fn may_i(State(house): Us, visit: Visit) -> Response {
    house.site.show(&visit, || {
        let school = house.school(visit.part(0)).ok_or(Fault::Missing)?;
        let (answers, manner) = understand(&house, &visit, &format!("/{}/mag-dit", visit.part(0)))?;
        Ok(question_or_answer(
            &house, &visit, school, &answers, &manner,
        ))
    })
}

fn question_or_answer(
    house: &House,
    visit: &Visit,
    school: &School,
    answers: &Answers,
    manner: &Manner,
) -> Markup {
    let frame = frame(house, visit, Some(school));
    if answers.is_empty() && manner.again.is_none() {
        let parts = tell::start::parts(house, school, visit.locale);
        return views::start::page(&frame, &parts, manner.lost);
    }
    let asked = tell::Asked::new(house, school, answers, visit.locale);
    match asked.next(manner) {
        Some(page) => {
            views::question::page(&frame, &tell::question::question(&asked, &page, manner))
        }
        None => views::verdict::page(&frame, &tell::verdict::verdict(&asked)),
    }
}

/// Hears what somebody typed. The words themselves go no further than this.
async fn hear(State(house): Us, visit: Visit, body: Body) -> Response {
    let Ok(body) = to_bytes(body, MAX_FORM).await else {
        return house.site.fault(&visit, &Fault::TooLarge);
    };
    let Some(School { card, .. }) = house.school(visit.part(0)) else {
        return house.site.fault(&visit, &Fault::Missing);
    };
    let said = form_urlencoded::parse(&body)
        .find(|(key, _)| key == "wat")
        .map(|(_, text)| text);
    let heard = house
        .ears
        .hear(said.as_deref().unwrap_or_default(), house.vocabulary);
    let address = if heard.is_empty() {
        format!("/{}/mag-dit?niets=1", card.slug)
    } else {
        links::with(
            &links::ask(&card.slug, &heard, house.vocabulary),
            "begrepen=1",
        )
    };
    house.site.go_on(&visit, &address)
}

async fn compare_all(State(house): Us, visit: Visit) -> Response {
    house.site.show(&visit, || {
        let (answers, _) = understand(&house, &visit, "/vergelijk")?;
        Ok(tell::compare::all(
            &frame(&house, &visit, None),
            &house,
            &answers,
        ))
    })
}

async fn compare_two(State(house): Us, visit: Visit) -> Response {
    let visit = visit.plain();
    // A first comparison takes a good part of a second: other visitors are not kept waiting for it.
    let worked = tokio::task::spawn_blocking(move || {
        house.site.show(&visit, || {
            let (a, b) = house
                .school(visit.part(1))
                .zip(house.school(visit.part(2)))
                .ok_or(Fault::Missing)?;
            let comparison = house.comparison(a, b).ok_or(Fault::Missing)?;
            let pair = tell::compare::pair(&house, a, b, comparison, visit.locale);
            Ok(views::compare::two(&frame(&house, &visit, None), &pair))
        })
    });
    worked
        .await
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn frame<'a>(house: &'a House, visit: &'a Visit, school: Option<&'a School>) -> Frame<'a> {
    Frame {
        site: &house.site,
        visit,
        school: school.map(|school| &school.card),
    }
}

/// The answers in an address, or one sentence for each word that cannot be read.
fn understand(house: &House, visit: &Visit, again: &str) -> Result<(Answers, Manner), Fault> {
    Answers::read(visit.pairs(), house.vocabulary).map_err(|faults| {
        let words = crate::texts(visit.locale);
        let say = |fault: &Misread| match fault {
            Misread::Key(key) => words.f("misread-key", &[("key", key.as_str().into())]),
            Misread::Answer { key, value } => words.f(
                "misread-answer",
                &[
                    ("key", key.as_str().into()),
                    ("value", value.as_str().into()),
                ],
            ),
            Misread::Twice(key) => words.f("misread-twice", &[("key", key.as_str().into())]),
            Misread::TooMuch => words.t("misread-much").to_owned(),
        };
        Fault::Wrong {
            sentences: faults.iter().map(say).collect(),
            again: again.to_owned(),
        }
    })
}
