//! Somebody outside the school who is asked to release one publication, by a link that works once. Opening it uses nothing up, so
//! that a program that looks into letters does not; only a button does. The release is on the name of whoever asked.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use jiff::SignedDuration;
use mail::Letter;
use people::ask::{Answer, Reading, Reply};
use people::store::schools;
use photos::model::File;
use shell::{Fault, Form, Visit};
use ui::Errors;
use words::Locale;

use super::ask::Ask;
use super::{post, posts};
use crate::gather::{Known, Looked, bytes};
use crate::post::model::Event;
use crate::post::panel;
use crate::post::steps::{Step, Who};
use crate::road::{self, Acting, Opened};
use crate::store::links::{self, Link, Of};
use crate::store::{publications, releases};
use crate::views::outside as view;
use crate::{Publishing, texts};

/// How long a link works.
const LIVES: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Asks somebody outside.
pub(super) async fn ask(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let opened = posts::open(ask, &mut reading).await?;
    if let Err(refusal) = opened.step(Step::Hold, true) {
        return Err(post::refused(ask, &opened, refusal));
    }
    let (name, to) = (ask.form.one("naam"), ask.form.one("adres"));
    let mut errors = Errors::default();
    if name.chars().count() < 2 || name.chars().count() > 100 {
        errors.add("naam", ask.words().t("outside-name-missing"));
    }
    if !mail::is_address(to) {
        errors.add("adres", ask.words().t("outside-address-wrong"));
    }
    if !errors.is_empty() {
        return post::shown(ask, reading, opened, &errors).await;
    }
    let parts = &ask.us.people.identity.parts;
    let secret = shell::chance::token(&*parts.chance);
    let link = Link {
        publication: opened.publication.id,
        revision: opened.publication.revision,
        of: Of {
            name: name.to_owned(),
            role: opened.role,
        },
        by: ask.caller.person,
        expires: ask.now.saturating_add(LIVES).unwrap_or(ask.now),
    };
    links::keep(&mut reading.tx, &reading.keys, &secret, &link).await?;
    let board = parts
        .db
        .board(reading.tx.board())
        .await?
        .ok_or(Fault::Missing)?;
    let address = format!("{}/buiten/{}/{secret}", parts.origins.first(), board.slug);
    let words = texts(Locale::Nl);
    let values = [
        ("name", name.into()),
        ("school", opened.school.name.as_str().into()),
        ("link", address.into()),
    ];
    let letter = Letter {
        to: to.to_owned(),
        subject: words.f("letter-outside-subject", &values),
        text: words.f("letter-outside", &values),
        html: None,
        language: Locale::Nl.tag().to_owned(),
    };
    let key = format!("publication-outside/{}", ask.new_id().as_simple());
    identity::jobs::post(&mut reading.tx, &reading.keys, key, &letter, ask.now).await?;
    let event = Event::new(ask.now, "buiten")
        .by(ask.caller.person, opened.role)
        .saying(name);
    publications::happened(
        &mut reading.tx,
        &reading.keys,
        opened.publication.id,
        &event,
    )
    .await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(opened.address()))
}

/// What a link opens.
struct Asked {
    reading: Reading,
    link: Link,
    opened: Opened,
    looked: Looked,
}

async fn asked(us: &Publishing, visit: &Visit) -> Result<Asked, Fault> {
    let parts = &us.people.identity.parts;
    let board = parts
        .db
        .board_by_slug(visit.part(1))
        .await?
        .ok_or(Fault::Missing)?;
    let keys = us.people.keys(board.id).await?;
    let mut tx = parts.db.begin(board.id).await?;
    let now = us.people.identity.now();
    let day = shell::clock::today(now);
    let link = links::open(&mut tx, &keys, visit.part(2), now).await?;
    let link = link.ok_or(Fault::Missing)?;
    publications::hold(&mut tx, link.publication).await?;
    let publication = publications::one(&mut tx, &keys, link.publication).await?;
    let publication = publication
        .filter(|one| one.revision == link.revision)
        .ok_or(Fault::Missing)?;
    let names = us.people.directories.of(&mut tx, &keys, day).await?;
    let schools = schools::schools(&mut tx).await?;
    let school = schools.iter().find(|one| one.id == publication.school);
    let school = school.cloned().ok_or(Fault::Missing)?;
    let known = Known {
        keys: &keys,
        names: &names,
        school: &school,
        day,
    };
    let looked = us
        .look(&mut tx, known, &publication, Some(link.of.role))
        .await?;
    let opened = Opened {
        who: Who {
            author: publication.author == link.by,
            releases: true,
        },
        role: link.of.role,
        releasers: looked.releasers.clone(),
        releases: releases::of(&mut tx, publication.id).await?,
        publication,
        school,
    };
    opened
        .step(Step::Return, true)
        .map_err(|_| Fault::Missing)?;
    let reading = Reading {
        tx,
        keys,
        names,
        schools,
    };
    Ok(Asked {
        reading,
        link,
        opened,
        looked,
    })
}

/// The page of a link.
pub(super) async fn page(State(us): State<Publishing>, visit: Visit) -> Response {
    let shown = match asked(&us, &visit).await {
        Ok(asked) => Ok(shown(&us, &visit, &asked, &Errors::default())),
        Err(Fault::Missing) => Ok(stale(&us, &visit)),
        Err(fault) => Err(fault),
    };
    us.people.identity.parts.site.private(&visit, shown)
}

fn stale(us: &Publishing, visit: &Visit) -> maud::Markup {
    view::stale(&us.people.identity.parts.site.links, visit)
}

fn shown(us: &Publishing, visit: &Visit, asked: &Asked, errors: &Errors) -> maud::Markup {
    let content = &asked.opened.publication.content;
    let credits = panel::credits(&asked.looked.shots);
    let places = asked.looked.places.iter().map(|(account, ..)| {
        let text = content.published_at(account.id, &credits);
        (account.name.clone(), text)
    });
    let page = view::Outside {
        address: visit.address().to_owned(),
        token: shell::origin::form_token(visit.part(2)),
        name: asked.link.of.name.clone(),
        school: asked.opened.school.name.clone(),
        title: content.title.clone(),
        places: places.collect(),
        alts: content.pictures.iter().map(|one| one.alt.clone()).collect(),
        releases: asked.looked.panel.is_ready(&content.reason),
    };
    view::page(&us.people.identity.parts.site.links, visit, &page, errors)
}

/// A photo of the publication of a link.
pub(super) async fn photo(State(us): State<Publishing>, visit: Visit) -> Response {
    let site = &us.people.identity.parts.site;
    let found = async {
        let mut asked = asked(&us, &visit).await?;
        let number: usize = visit.part(4).parse().map_err(|_| Fault::Missing)?;
        let pictures = &asked.opened.publication.content.pictures;
        let picture = number.checked_sub(1).and_then(|at| pictures.get(at));
        let photo = picture.ok_or(Fault::Missing)?.photo;
        let (tx, keys) = (&mut asked.reading.tx, &asked.reading.keys);
        let found = bytes(tx, keys, photo, File::Medium)
            .await?
            .ok_or(Fault::Missing)?;
        let by = (asked.link.by, asked.link.of.role);
        photos::looked_at(tx, photo, by, us.people.identity.now()).await?;
        asked.reading.tx.commit().await?;
        Ok::<_, Fault>(found)
    };
    match found.await {
        Ok(bytes) => shell::headers::file(bytes, "image/jpeg"),
        Err(fault) => site.fault(&visit, &fault),
    }
}

/// The button: it is released or goes back, and the link is used up.
pub(super) async fn answer(
    State(us): State<Publishing>,
    visit: Visit,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let parts = &us.people.identity.parts;
    let done = async {
        parts.origins.check(&headers)?;
        let form = Form::read(&headers, body, shell::form::CAP).await?;
        let token = shell::origin::form_token(visit.part(2));
        if !shell::origin::same(form.raw(shell::origin::FIELD), &token) {
            return Err(Fault::Forged);
        }
        answered(&us, &visit, &form).await
    };
    match done.await {
        Ok(page) => parts.site.private(&visit, Ok(page)),
        Err(Fault::Missing) => parts.site.private(&visit, Ok(stale(&us, &visit))),
        Err(fault) => parts.site.fault(&visit, &fault),
    }
}

async fn answered(us: &Publishing, visit: &Visit, form: &Form) -> Result<maud::Markup, Fault> {
    let mut asked = asked(us, visit).await?;
    let step = match form.one("stap") {
        "akkoord" => Step::Approve,
        "terug" => Step::Return,
        _ => return Err(Fault::Missing),
    };
    let said = form.raw("opmerking").replace("\r\n", "\n");
    let must_say = step == Step::Return || asked.looked.panel.asks();
    if must_say && said.trim().is_empty() {
        let mut errors = Errors::default();
        errors.add("opmerking", texts(visit.locale).t("comment-missing"));
        return Ok(shown(us, visit, &asked, &errors));
    }
    let ready = asked
        .looked
        .panel
        .is_ready(&asked.opened.publication.content.reason);
    let opened = &asked.opened;
    let next = opened.step(step, ready).map_err(|_| Fault::Missing)?;
    let now = us.people.identity.now();
    if !links::used(&mut asked.reading.tx, visit.part(2), now).await? {
        return Err(Fault::Missing);
    }
    let acting = Acting {
        us,
        by: asked.link.by,
        now,
        today: shell::clock::today(now),
    };
    let comment = format!("{}: {said}", asked.link.of.name);
    let (reading, opened) = (&mut asked.reading, &mut asked.opened);
    road::take(
        &acting,
        reading,
        opened,
        (step, next, &comment),
        &asked.looked,
    )
    .await?;
    asked.reading.tx.commit().await?;
    Ok(view::done(
        &us.people.identity.parts.site.links,
        visit,
        step == Step::Approve,
    ))
}
