//! A draft: written, kept, looked at. Nothing of it leaves.

use channels::Account;
use people::ask::{Answer, Reading, Reply};
use shell::Fault;
use ui::Errors;

use super::ask::Ask;
use super::{posts, text, typed};
use crate::consents::kind_of;
use crate::gather::{Looked, all_text};
use crate::post::model::Stage;
use crate::post::steps::Step;
use crate::road::{self, Opened};
use crate::store::publications;
use crate::views::draft as view;
use crate::views::findings::Shown;

/// Under which name the form of a draft sends the answer to a finding; `antwoord` is what the author says of the protocol's questions.
const ANSWER: &str = "vondst";
/// Says in an address that an answer was just kept.
const TOLD: &str = "onthouden";

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
    if let Err(refusal) = opened.step(Step::Edit, false) {
        return Err(super::post::refused(ask, &opened, refusal));
    }
    let before = (opened.publication.content.clone(), opened.publication.due);
    let errors = typed::take(ask, &mut opened.publication);
    if !errors.is_empty() {
        let looked = posts::look(ask, &mut reading, &opened).await?;
        let page = shown(ask, &mut reading, &opened, &looked, &errors).await?;
        reading.tx.commit().await?;
        return Ok(Reply::Again(page));
    }
    let changed = before != (opened.publication.content.clone(), opened.publication.due);
    if changed || opened.publication.stage != Stage::Draft {
        opened.publication.revision += i64::from(changed);
        road::void(&ask.acting(), &mut reading, &mut opened).await?;
        publications::keep(&mut reading.tx, &reading.keys, &opened.publication).await?;
    }
    if ask.form.has(ANSWER) {
        return answered(ask, reading, &opened).await;
    }
    let to = match ask.form.one("naar") {
        "fotos" => "/fotos",
        "verder" => {
            let looked = posts::look(ask, &mut reading, &opened).await?;
            let ready = looked.panel.is_ready(&opened.publication.content.reason);
            if ready { "/indienen" } else { "#controle" }
        }
        _ => "#controle",
    };
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("{}{to}", opened.address())))
}

/// Answers a finding in the text that was just kept, as on the page that tries a text out.
async fn answered(ask: &Ask<'_>, mut reading: Reading, opened: &Opened) -> Answer {
    let looked = posts::look(ask, &mut reading, opened).await?;
    let mut errors = Errors::default();
    // What was answered in another window meanwhile is no finding any more.
    if let Some((account, checked)) = worst(&looked) {
        let text = all_text(&opened.publication.content, Some(account.id));
        let of = text::Of {
            school: &opened.school,
            text: &text,
            channel: kind_of(account.channel),
            name: ANSWER,
        };
        if let Err(wrong) = text::answer(ask, &mut reading, of, checked).await? {
            errors = wrong;
        }
    }
    if errors.is_empty() {
        reading.tx.commit().await?;
        return Ok(Reply::GoOn(format!("{}?{TOLD}#vondsten", opened.address())));
    }
    let page = shown(ask, &mut reading, opened, &looked, &errors).await?;
    reading.tx.commit().await?;
    Ok(Reply::Again(page))
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
    let text = all_text(content, worst.map(|(account, _)| account.id));
    let found = worst.map(|(_, checked)| Shown {
        checked,
        people: ask.named(&reading.names, checked),
        answering: text::answering(ask, &opened.school, ANSWER),
    });
    let asked = super::panel::questions(ask, opened, looked);
    let returned = returned(reading, opened).await?;
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
        returned,
        panel: &panel,
        text: &text,
        found: found.as_ref(),
        told: ask.visit.pairs().any(|(key, _)| key == TOLD),
        asked,
        is_out: opened.is_out(),
    };
    Ok(view::page(&ask.frame(), &draft, errors))
}

/// What whoever sent it back said, until it is handed in again.
async fn returned(reading: &mut Reading, opened: &Opened) -> Result<Option<String>, Fault> {
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    let mut all = publications::history(tx, keys, opened.publication.id).await?;
    all.retain(|one| [Step::Submit.key(), Step::Return.key()].contains(&one.kind.as_str()));
    let last = all.pop().filter(|one| one.kind == Step::Return.key());
    Ok(last.map(|one| one.comment))
}

/// The text in which most was found.
fn worst(looked: &Looked) -> Option<(&Account, &crate::Checked)> {
    let all = looked.places.iter();
    let all = all.map(|(account, _, checked)| (account, checked));
    all.max_by_key(|(_, checked)| (checked.findings.len(), checked.hints.len()))
        .filter(|(_, checked)| !checked.findings.is_empty() || !checked.hints.is_empty())
}

/// Writes in the log whose names and consents were shown.
pub(super) async fn logged(
    ask: &Ask<'_>,
    reading: &mut Reading,
    opened: &Opened,
    looked: &Looked,
) -> Result<(), Fault> {
    let named = looked.panel.people.iter();
    let mut all: Vec<_> = named.map(|(person, _)| *person).collect();
    for (_, _, checked) in &looked.places {
        all.extend(checked.people());
    }
    all.sort_unstable();
    all.dedup();
    ask.looked_at(reading, all, opened.role, "publication")
        .await
}
