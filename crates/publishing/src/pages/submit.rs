//! Handing in: once more what it is, the choice of photos, and who releases at a school.

use identity::Action;
use norms::front::Moment;
use people::ask::{Answer, Reply};
use photos::store::{albums, photos as shots};
use shell::Fault;
use ui::Errors;
use ui::form::Choice;
use ui::parts::Row;
use uuid::Uuid;
use words::{PersonId, Role};

use super::ask::Ask;
use super::{post, posts};
use crate::gather::{protocol_of, statements};
use crate::post::model::{Picture, Stage};
use crate::post::panel::What;
use crate::post::releasers::{CHOICE, releasers};
use crate::post::steps::{Refusal, Step};
use crate::road;
use crate::store::publications;
use crate::views::submit as view;

/// The most photos that a publication has.
const MOST: usize = 10;

/// What is handed in, once more.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let opened = posts::open(ask, &mut reading).await?;
    let looked = posts::look(ask, &mut reading, &opened).await?;
    let content = &opened.publication.content;
    let ready = looked.panel.is_ready(&content.reason);
    match opened.step(Step::Submit, ready) {
        Err(Refusal::NotReady) => return Ok(Reply::GoOn(format!("{}#controle", opened.address()))),
        Err(refusal) => return Err(post::refused(ask, &opened, refusal)),
        Ok(_) => {}
    }
    super::draft::logged(ask, &mut reading, &opened, &looked).await?;
    let words = ask.words();
    let accounts: Vec<String> = looked
        .places
        .iter()
        .map(|(one, ..)| super::panel::account_said(one))
        .collect();
    let row = |key: &str, value: String| Row {
        key: words.t(key).to_owned(),
        value,
        change: Some(ask.frame().to(&opened.address())),
    };
    let mut rows = vec![
        row("draft-name", content.title.clone()),
        row("draft-where", accounts.join(", ")),
        row(
            "draft-capacity",
            words
                .t(&format!("capacity-{}", content.capacity().key()))
                .to_owned(),
        ),
    ];
    if let Some(due) = opened.publication.due {
        rows.push(row("draft-when", ask.frame().moment(due)));
    }
    if !content.reason.trim().is_empty() {
        rows.push(row("draft-reason", content.reason.clone()));
    }
    let mut duties: Vec<String> = looked
        .panel
        .findings
        .iter()
        .filter_map(|what| match what {
            What::Duty(_, article, text) => Some(words.f(
                "submit-duty",
                &[
                    ("article", article.as_str().into()),
                    ("text", text.as_str().into()),
                ],
            )),
            _ => None,
        })
        .collect();
    duties.dedup();
    let shown = view::Submit {
        id: opened.publication.id.as_simple().to_string(),
        content,
        rows,
        statements: statements(looked.protocol, Moment::Plaatsen),
        releasers: post::releasers_said(ask, &opened),
        duties,
    };
    let page = view::page(&ask.frame(), &shown);
    reading.tx.commit().await?;
    Ok(Reply::Page(page))
}

/// It is handed in.
pub(super) async fn send(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let mut opened = posts::hold(ask, &mut reading).await?;
    let looked = posts::look(ask, &mut reading, &opened).await?;
    let ready = looked.panel.is_ready(&opened.publication.content.reason);
    match opened.step(Step::Submit, ready) {
        Err(Refusal::NotReady) => return Ok(Reply::GoOn(format!("{}#controle", opened.address()))),
        // Sent twice: it is handed in.
        Err(Refusal::NotNow) if opened.publication.stage == Stage::Submitted => {}
        Err(refusal) => return Err(post::refused(ask, &opened, refusal)),
        Ok(next) => {
            road::take(
                &ask.acting(),
                &mut reading,
                &mut opened,
                (Step::Submit, next, ""),
                &looked,
            )
            .await?;
        }
    }
    reading.tx.commit().await?;
    Ok(Reply::GoOn(opened.address()))
}

/// The photos that can be chosen: of the albums where they work, what a person looked at.
pub(super) async fn pick(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let opened = posts::open(ask, &mut reading).await?;
    if !opened.who.author {
        return Err(post::refused(ask, &opened, Refusal::NotTheAuthor));
    }
    let mut shown = Vec::new();
    let all = albums::of_school(&mut reading.tx, &reading.keys, opened.school.id).await?;
    for (album, _) in all.iter().take(20) {
        let scope = album.scope(ask.caller.board);
        let Some(role) = ask.role_for(Action::TakePhotos, &scope) else {
            continue;
        };
        let in_album = shots::of_album(&mut reading.tx, album.id).await?;
        let looked_at = (1..).zip(&in_album).filter(|(_, one)| one.is_offered());
        let chosen = |id: Uuid| {
            opened
                .publication
                .content
                .pictures
                .iter()
                .any(|one| one.photo == id)
        };
        let list: Vec<(String, usize, bool)> = looked_at
            .map(|(n, one)| (one.id.as_simple().to_string(), n, chosen(one.id)))
            .collect();
        if !list.is_empty() {
            let entry = ask
                .entry("photo_album", "shown", role)
                .on(album.id.as_simple().to_string());
            decisions::record(&mut reading.tx, &entry).await?;
            shown.push((album.name.clone(), list));
        }
    }
    let pick = view::Pick {
        id: opened.publication.id.as_simple().to_string(),
        albums: shown,
    };
    let page = view::pick(&ask.frame(), &pick);
    reading.tx.commit().await?;
    Ok(Reply::Page(page))
}

/// These photos are in it.
pub(super) async fn picked(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let mut opened = posts::hold(ask, &mut reading).await?;
    if let Err(refusal) = opened.step(Step::Edit, false) {
        return Err(post::refused(ask, &opened, refusal));
    }
    let mut pictures: Vec<Picture> = Vec::new();
    for text in ask.form.all("foto") {
        let id: PersonId = text.parse().map_err(|_| Fault::Missing)?;
        let photo = shots::one(&mut reading.tx, id.0)
            .await?
            .ok_or(Fault::Missing)?;
        let album = albums::one(&mut reading.tx, &reading.keys, photo.album).await?;
        let album = album
            .filter(|one| one.school == opened.school.id)
            .ok_or(Fault::Missing)?;
        ask.must(Action::TakePhotos, &album.scope(ask.caller.board))?;
        let held = opened
            .publication
            .content
            .pictures
            .iter()
            .find(|one| one.photo == id.0);
        pictures.push(Picture {
            photo: id.0,
            alt: held.map(|one| one.alt.clone()).unwrap_or_default(),
        });
        opened.publication.group = opened.publication.group.or(album.group);
    }
    pictures.truncate(MOST);
    opened.publication.content.pictures = pictures;
    opened.publication.revision += 1;
    road::void(&ask.acting(), &mut reading, &mut opened).await?;
    publications::keep(&mut reading.tx, &reading.keys, &opened.publication).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("{}#fotos", opened.address())))
}

/// Who releases at a school.
pub(super) async fn terms(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let (school, _) = ask.school_for(Action::SetConsent, &reading.schools)?;
    let chosen = publications::releasers(&mut reading.tx, school.id).await?;
    let now = releasers(protocol_of(&school), chosen);
    let said = |role: &Role| identity::role_said(*role, ask.locale());
    let named = now.article.map(|article| {
        let who: Vec<&str> = now.roles.iter().map(said).collect();
        (who.join(", "), article)
    });
    let choice = |role: &Role| Choice::new(role.key(), said(role), now.roles.contains(role));
    let shown = view::Terms {
        school: (school.id.to_string(), school.name.clone()),
        named,
        choices: CHOICE.iter().map(choice).collect(),
    };
    Ok(Reply::Page(view::terms(
        &ask.frame(),
        &shown,
        &Errors::default(),
    )))
}

/// The school chooses.
pub(super) async fn settle(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let (school, role) = ask.school_for(Action::SetConsent, &reading.schools)?;
    let chosen: Vec<Role> = ask
        .form
        .all("rol")
        .filter_map(Role::from_key)
        .filter(|one| CHOICE.contains(one))
        .collect();
    if chosen.is_empty() {
        let choices = CHOICE
            .iter()
            .map(|one| Choice::new(one.key(), identity::role_said(*one, ask.locale()), false));
        let mut errors = Errors::default();
        errors.add("rol", ask.words().t("terms-nobody"));
        let shown = view::Terms {
            school: (school.id.to_string(), school.name.clone()),
            named: None,
            choices: choices.collect(),
        };
        return Ok(Reply::Again(view::terms(&ask.frame(), &shown, &errors)));
    }
    publications::choose(&mut reading.tx, school.id, &chosen).await?;
    let facts: Vec<&str> = chosen.iter().map(|one| one.key()).collect();
    let entry = ask
        .entry("publication_terms", "settled", role)
        .on(school.id.to_string())
        .from_facts(serde_json::json!({ "roles": facts }));
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn("/berichten/regels".to_owned()))
}
