//! A draft: written, kept, looked at. Nothing of it leaves.

use people::ask::{Answer, Reading, Reply};
use shell::Fault;
use ui::Errors;
use uuid::Uuid;
use words::Medium;

use super::ask::Ask;
use super::posts;
use super::typed;
use crate::gather::{Looked, all_text};
use crate::post::model::Stage;
use crate::post::steps::{Step, step};
use crate::road::{self, Opened};
use crate::store::publications;
use crate::views::draft as view;
use crate::views::findings::{Person, Shown};

/// A publication: as a draft for who writes it, and otherwise as it stands.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let opened = posts::open(ask, &mut reading).await?;
    let writes =
        opened.who.author && matches!(opened.publication.stage, Stage::Draft | Stage::Returned);
    if !writes {
        return super::post::shown(ask, reading, opened, &Errors::default()).await;
    }
    let looked = posts::look(ask, &mut reading, &opened).await?;
    let page = shown(ask, &mut reading, &opened, &looked, &Errors::default()).await?;
    reading.tx.commit().await?;
    Ok(Reply::Page(page))
}

/// Keeps what was typed, and goes on if nothing stands in its way.
pub(super) async fn save(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let mut opened = posts::hold(ask, &mut reading).await?;
    let next = step(
        opened.publication.stage,
        Step::Edit,
        opened.who,
        false,
        opened.is_busy(),
    );
    if let Err(refusal) = next {
        return Err(super::post::refused(ask, &opened, refusal));
    }
    let before = (opened.publication.content.clone(), opened.publication.due);
    let errors = typed::take(ask, &mut opened.publication);
    let changed = before != (opened.publication.content.clone(), opened.publication.due);
    if errors.is_empty() && (changed || opened.publication.stage != Stage::Draft) {
        let releases = std::mem::take(&mut opened.releases);
        opened.publication.revision += i64::from(changed);
        road::void(
            &ask.acting(),
            &mut reading,
            &mut opened.publication,
            &releases,
        )
        .await?;
        opened.releases = releases;
        publications::keep(&mut reading.tx, &reading.keys, &opened.publication).await?;
    }
    let looked = posts::look(ask, &mut reading, &opened).await?;
    let page = shown(ask, &mut reading, &opened, &looked, &errors).await?;
    reading.tx.commit().await?;
    let address = opened.address();
    Ok(match ask.form.one("naar") {
        _ if !errors.is_empty() => Reply::Again(page),
        "verder" if looked.panel.is_ready(&opened.publication.content.reason) => {
            Reply::GoOn(format!("{address}/indienen"))
        }
        "fotos" => Reply::GoOn(format!("{address}/fotos")),
        _ => Reply::GoOn(format!("{address}#controle")),
    })
}

/// The page of a draft, with all that was found.
pub(super) async fn shown(
    ask: &Ask<'_>,
    reading: &mut Reading,
    opened: &Opened,
    looked: &Looked,
    errors: &Errors,
) -> Result<maud::Markup, Fault> {
    logged(ask, reading, opened, looked).await?;
    let content = &opened.publication.content;
    let panel = super::panel::shown(ask, reading, opened, looked);
    let worst = worst(looked);
    let text = all_text(content, worst.map(|(account, _)| account));
    let found = worst.map(|(_, checked)| Shown {
        checked,
        people: people(ask, reading, looked, checked),
        answering: None,
    });
    let asked = super::panel::questions(ask, opened, looked);
    let draft = view::Draft {
        id: opened.publication.id.as_simple().to_string(),
        content,
        accounts: &looked.accounts,
        purposes: looked
            .register
            .purposes
            .iter()
            .filter(|one| one.is_open(ask.today) && one.cells().next().is_some())
            .map(|one| {
                let title = one.notice.title.said(ask.locale()).to_owned();
                (one.id, title, Some(one.id) == content.purpose)
            })
            .collect(),
        due: opened.publication.due,
        returned: (opened.publication.stage == Stage::Returned).then(String::new),
        panel: &panel,
        text: &text,
        found: found.as_ref(),
        asked,
        is_out: opened.is_out(),
    };
    Ok(view::page(&ask.frame(), &draft, errors))
}

/// The text in which most was found.
fn worst(looked: &Looked) -> Option<(Uuid, &crate::Checked)> {
    let all = looked.places.iter();
    let all = all.map(|(account, _, checked)| (account.id, checked));
    all.max_by_key(|(_, checked)| (checked.findings.len(), checked.hints.len()))
        .filter(|(_, checked)| !checked.findings.is_empty() || !checked.hints.is_empty())
}

fn people(
    ask: &Ask<'_>,
    reading: &Reading,
    looked: &Looked,
    checked: &crate::Checked,
) -> std::collections::HashMap<String, Person> {
    let _ = looked;
    let person = |id| {
        let known = reading.names.get(id)?;
        let group = crate::scanners::class_of(&reading.names, known);
        ask.sees(known).then(|| Person {
            name: known.name.said(),
            group,
        })
    };
    let people = checked.people().into_iter();
    people
        .filter_map(|id| Some((id.to_string(), person(id)?)))
        .collect()
}

/// Writes in the log whose names and consents were shown.
pub(super) async fn logged(
    ask: &Ask<'_>,
    reading: &mut Reading,
    opened: &Opened,
    looked: &Looked,
) -> Result<(), Fault> {
    let named = looked.panel.people.iter();
    let mut all: Vec<_> = named
        .filter(|(_, medium)| matches!(medium, Medium::Foto | Medium::Naam))
        .map(|(person, _)| *person)
        .collect();
    for (_, _, checked) in &looked.places {
        all.extend(checked.people());
    }
    all.sort_unstable();
    all.dedup();
    ask.looked_at(reading, all, opened.role, "publication")
        .await
}
