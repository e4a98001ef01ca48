//! A publication as it stands, and the steps that people take with it.

use people::ask::{Answer, Reading, Reply};
use shell::Fault;
use ui::Errors;

use super::ask::Ask;
use super::posts::{self, Opened};
use crate::gather::Looked;
use crate::post::model::{Approval, Event, Stage};
use crate::post::panel;
use crate::post::release::{Release, Standing};
use crate::post::signed;
use crate::post::steps::{self, Refusal, Step};
use crate::store::{publications, releases};
use crate::views::post as view;
use crate::{jobs, letters};

/// Why a step is refused, as a page.
pub(super) fn refused(ask: &Ask<'_>, opened: &Opened, refusal: Refusal) -> Fault {
    Fault::Refused {
        sentences: vec![ask.words().t(refusal.key()).to_owned()],
        again: opened.address(),
    }
}

/// The page of a publication that somebody does not write on.
pub(super) async fn shown(
    ask: &Ask<'_>,
    mut reading: Reading,
    opened: Opened,
    errors: &Errors,
) -> Answer {
    let looked = posts::look(ask, &mut reading, &opened).await?;
    super::draft::logged(ask, &mut reading, &opened, &looked).await?;
    let history =
        publications::history(&mut reading.tx, &reading.keys, opened.publication.id).await?;
    let places = places(&mut reading, &opened, &looked).await?;
    let panel = super::panel::shown(ask, &reading, &opened, &looked);
    let ready = looked.panel.is_ready(&opened.publication.content.reason);
    let of = &opened.publication;
    let page = view::Post {
        id: of.id.as_simple().to_string(),
        content: &of.content,
        stage: of.stage,
        author: reading.names.said(of.author),
        due: of.due.map(|due| ask.frame().moment(due)),
        places,
        panel: &panel,
        history: history
            .iter()
            .map(|one| happened(ask, &reading, one))
            .collect(),
        steps: steps::open(of.stage, opened.who, ready, opened.is_busy()),
        releasers: releasers_said(ask, &opened),
        removes: opened
            .releases
            .iter()
            .any(|one| one.standing == Standing::Public),
        asks_outside: of.stage == Stage::Submitted && opened.who.releases && !opened.who.author,
        advice: super::panel::advice(&opened),
    };
    let page = view::page(&ask.frame(), &page, errors);
    reading.tx.commit().await?;
    Ok(if errors.is_empty() {
        Reply::Page(page)
    } else {
        Reply::Again(page)
    })
}

/// Who releases it, in words.
pub(super) fn releasers_said(ask: &Ask<'_>, opened: &Opened) -> String {
    let roles = opened.releasers.roles.iter();
    let said: Vec<&str> = roles
        .map(|role| identity::role_said(*role, ask.locale()))
        .collect();
    said.join(", ")
}

pub(super) fn happened(ask: &Ask<'_>, reading: &Reading, event: &Event) -> view::Happened {
    let key = format!("event-{}", event.kind);
    let words = ask.words();
    let known = words.find(&key).unwrap_or(&event.kind);
    view::Happened {
        what: known.to_owned(),
        who: event
            .by
            .map(|by| reading.names.said(by))
            .unwrap_or_default(),
        at: ask.frame().moment(event.at),
        comment: if event.by.is_none() {
            let key = format!("why-{}", event.comment);
            words
                .find(&key)
                .map_or_else(|| event.comment.clone(), str::to_owned)
        } else {
            event.comment.clone()
        },
    }
}

async fn places(
    reading: &mut Reading,
    opened: &Opened,
    looked: &Looked,
) -> Result<Vec<view::Place>, Fault> {
    let credits = panel::credits(&looked.shots);
    let content = &opened.publication.content;
    let mut all = Vec::new();
    for (account, ..) in &looked.places {
        let release = opened.releases.iter().find(|one| one.account == account.id);
        let mut place = view::Place {
            account: super::panel::account_said(account),
            text: content.published_at(account.id, &credits),
            release: None,
            public: None,
        };
        if let Some(release) = release {
            place.release = Some((release.standing, super::release::address(release)));
            let remote = releases::remote(&mut reading.tx, &reading.keys, release.id).await?;
            place.public = remote
                .filter(|_| release.standing == Standing::Public)
                .and_then(|remote| remote.address);
        }
        all.push(place);
    }
    Ok(all)
}

/// A step.
pub(super) async fn act(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let mut opened = posts::open(ask, &mut reading).await?;
    if ask.form.one("stap") == "weghalen" {
        return super::release::remove_all(ask, reading, &opened).await;
    }
    let asked = Step::from_key(ask.form.one("stap")).ok_or(Fault::Missing)?;
    let looked = posts::look(ask, &mut reading, &opened).await?;
    let ready = looked.panel.is_ready(&opened.publication.content.reason);
    let of = &opened.publication;
    let next = match steps::step(of.stage, asked, opened.who, ready, opened.is_busy()) {
        Ok(next) => next,
        Err(refusal) => return Err(refused(ask, &opened, refusal)),
    };
    let comment = ask.form.raw("opmerking").replace("\r\n", "\n");
    let must_say = matches!(asked, Step::Return | Step::Reject)
        || (asked == Step::Approve && looked.panel.asks());
    if must_say && comment.trim().is_empty() {
        let mut errors = Errors::default();
        let key = if asked == Step::Approve {
            "comment-doubt"
        } else {
            "comment-missing"
        };
        errors.add("opmerking", ask.words().t(key));
        return shown(ask, reading, opened, &errors).await;
    }
    take(
        ask,
        &mut reading,
        &mut opened,
        (asked, next, &comment),
        &looked,
    )
    .await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(opened.address()))
}

/// Takes a step that may be taken.
pub(super) async fn take(
    ask: &Ask<'_>,
    reading: &mut Reading,
    opened: &mut Opened,
    (asked, next, comment): (Step, Stage, &str),
    looked: &Looked,
) -> Result<(), Fault> {
    let releases = std::mem::take(&mut opened.releases);
    opened.publication.changed_at = ask.now;
    match asked {
        Step::Edit | Step::Return => {
            posts::void(ask, reading, &mut opened.publication, &releases).await?;
        }
        Step::Approve => approve(ask, reading, opened, looked).await?,
        _ => {}
    }
    opened.publication.stage = next;
    publications::keep(&mut reading.tx, &reading.keys, &opened.publication).await?;
    posts::stepped(ask, reading, opened, asked, (comment, Some(looked))).await?;
    match asked {
        Step::Submit => letters::submitted(ask, reading, opened).await?,
        Step::Approve | Step::Return | Step::Hold | Step::Reject => {
            letters::answered(ask, reading, opened, asked).await?;
        }
        Step::Edit | Step::Drop => {}
    }
    if asked == Step::Approve {
        plan(ask, reading, opened, looked, &releases).await?;
    }
    opened.releases = releases;
    Ok(())
}

/// Signs exactly this.
async fn approve(
    ask: &Ask<'_>,
    reading: &mut Reading,
    opened: &mut Opened,
    looked: &Looked,
) -> Result<(), Fault> {
    let of = &mut opened.publication;
    let parts = ask
        .us
        .parts(&mut reading.tx, &reading.keys, of, looked)
        .await?;
    publications::sign(&mut reading.tx, of.id, &parts).await?;
    of.approval = Some(Approval {
        by: ask.caller.person,
        role: Some(opened.role),
        at: ask.now,
        revision: of.revision,
        digest: signed::digest(&parts),
    });
    Ok(())
}

/// Plans it at each account: new where it never was, corrected where it is public.
pub(super) async fn plan(
    ask: &Ask<'_>,
    reading: &mut Reading,
    opened: &Opened,
    looked: &Looked,
    held: &[Release],
) -> Result<(), Fault> {
    let of = &opened.publication;
    let due = of.due.filter(|due| *due > ask.now).unwrap_or(ask.now);
    for (account, ..) in &looked.places {
        let before = held
            .iter()
            .find(|one| one.account == account.id && one.public_at.is_some());
        let before = before.filter(|one| one.standing == Standing::Public);
        let mut release = match before {
            Some(before) => before.clone(),
            None => Release {
                id: ask.new_id(),
                publication: of.id,
                account: account.id,
                channel: account.channel,
                standing: Standing::Planned,
                due,
                revision: None,
                fault: None,
                public_at: None,
                changed_at: ask.now,
                watched_at: None,
            },
        };
        if before.is_some() {
            release.standing = Standing::Correcting;
            release.due = due;
        } else if held
            .iter()
            .any(|one| one.account == account.id && one.public_at.is_some())
        {
            // It was here and came off: once is enough.
            continue;
        }
        releases::keep(&mut reading.tx, of.school, &release).await?;
        jobs::send(&mut reading.tx, &release, of.revision).await?;
    }
    Ok(())
}
