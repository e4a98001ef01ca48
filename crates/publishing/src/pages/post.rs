//! A publication as it stands, and the steps that people take with it.

use channels::model::State;
use channels::store::accounts;
use people::ask::{Answer, Reading, Reply};
use people::store::claims;
use shell::Fault;
use ui::Errors;

use super::ask::Ask;
use super::posts;
use crate::gather::Looked;
use crate::post::model::{Event, Stage};
use crate::post::panel;
use crate::post::release::{Release, Standing};
use crate::post::steps::{self, Refusal, Step};
use crate::road::{self, Opened};
use crate::store::{publications, releases};
use crate::views::post as view;

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
    let handed_in = matches!(opened.publication.stage, Stage::Submitted | Stage::Held);
    let waits = handed_in && opened.step(Step::Reject, true).is_ok();
    let claim = claim(ask, &mut reading, waits.then(|| opened.publication.claim())).await?;
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
        claim,
        panel: &panel,
        history: history
            .iter()
            .map(|one| happened(ask, &reading, one))
            .collect(),
        steps: steps::open(of.stage, opened.who, ready, opened.is_busy()),
        releasers: releasers_said(ask, &opened),
        removes: opened.who.acts()
            && opened
                .releases
                .iter()
                .any(|one| one.standing.can_come_off()),
        asks_outside: opened.step(Step::Hold, true).is_ok(),
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

/// Who is at work on something that waits; nothing where it does not wait for who looks.
pub(super) async fn claim(
    ask: &Ask<'_>,
    reading: &mut Reading,
    key: Option<String>,
) -> Result<Option<view::Claim>, Fault> {
    let Some(key) = key else {
        return Ok(None);
    };
    let busy = claims::of(&mut reading.tx, &key, ask.now).await?;
    let busy = busy.map(|one| {
        let theirs = one.person != ask.caller.person;
        let who = theirs.then(|| reading.names.said(one.person));
        (who, ask.frame().clock(one.until))
    });
    Ok(Some(view::Claim { key, busy }))
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
        comment: if event.by.is_none() && !event.comment.is_empty() {
            why_said(ask, &event.comment)
        } else {
            event.comment.clone()
        },
    }
}

/// Why something did not go, in words: a cause of ours, or one of a channel.
pub(super) fn why_said(ask: &Ask<'_>, code: &str) -> String {
    if let Some(why) = channels::Why::from_key(code) {
        return channels::why_said(why, ask.locale());
    }
    let key = format!("why-{code}");
    let known = ask.words().find(&key);
    known.map_or_else(|| code.to_owned(), str::to_owned)
}

/// It at each account: where it is to be, and where it still is although nothing goes there any more.
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
            left: None,
            release: None,
            public: None,
        };
        if let Some(release) = release {
            at(reading, &mut place, release).await?;
        }
        all.push(place);
    }
    for release in &opened.releases {
        let goes_there = looked
            .places
            .iter()
            .any(|(one, ..)| one.id == release.account);
        if goes_there || !(release.standing.is_out() || release.standing.waits()) {
            continue;
        }
        let account = accounts::one(&mut reading.tx, &reading.keys, release.account).await?;
        let used = account.as_ref().is_some_and(|one| one.state == State::Used);
        let mut place = view::Place {
            account: account.map(|one| one.name).unwrap_or_default(),
            text: String::new(),
            left: Some(if used {
                "post-left-out"
            } else {
                "post-left-stopped"
            }),
            release: None,
            public: None,
        };
        at(reading, &mut place, release).await?;
        all.push(place);
    }
    Ok(all)
}

/// How far it is there.
async fn at(
    reading: &mut Reading,
    place: &mut view::Place,
    release: &Release,
) -> Result<(), Fault> {
    place.release = Some((release.standing, release.address()));
    let remote = releases::remote(&mut reading.tx, &reading.keys, release.id).await?;
    place.public = remote
        .filter(|_| release.standing == Standing::Public)
        .and_then(|remote| remote.address);
    Ok(())
}

/// A step.
pub(super) async fn act(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let mut opened = posts::hold(ask, &mut reading).await?;
    if ask.form.one("stap") == "weghalen" {
        return super::release::remove_all(ask, reading, &opened).await;
    }
    let asked = Step::from_key(ask.form.one("stap")).ok_or(Fault::Missing)?;
    let looked = posts::look(ask, &mut reading, &opened).await?;
    let ready = looked.panel.is_ready(&opened.publication.content.reason);
    let next = match opened.step(asked, ready) {
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
    road::take(
        &ask.acting(),
        &mut reading,
        &mut opened,
        (asked, next, &comment),
        &looked,
    )
    .await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(opened.address()))
}
