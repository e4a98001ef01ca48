//! A publication at one account: looked at, tried again, taken down, and done by hand with proof.

use channels::store::accounts;
use norms::front::Moment;
use people::ask::{Answer, Reading, Reply};
use shell::Fault;
use shell::upload::Sent;
use ui::Errors;
use words::PersonId;

use super::ask::Ask;
use super::{post, posts};
use crate::gather::{protocol_of, statements};
use crate::jobs;
use crate::post::model::Event;
use crate::post::panel;
use crate::post::release::{Release, Standing};
use crate::post::steps::Refusal;
use crate::road::Opened;
use crate::store::publications;
use crate::store::releases::{self, Proof};
use crate::views::release as view;

/// The same, for somebody who does something with it.
async fn open_to_act(ask: &Ask<'_>, reading: &mut Reading) -> Result<(Opened, Release), Fault> {
    let (opened, release) = open(ask, reading).await?;
    if opened.who.acts() {
        Ok((opened, release))
    } else {
        Err(post::refused(ask, &opened, Refusal::NotTheirs))
    }
}

async fn open(ask: &Ask<'_>, reading: &mut Reading) -> Result<(Opened, Release), Fault> {
    let opened = posts::hold(ask, reading).await?;
    let id: PersonId = ask.id(3)?;
    let release = opened.releases.iter().find(|one| one.id == id.0);
    let release = release.cloned().ok_or(Fault::Missing)?;
    Ok((opened, release))
}

/// The page.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let (opened, release) = open(ask, &mut reading).await?;
    let page = shown(ask, &mut reading, &opened, &release, &Errors::default()).await?;
    reading.tx.commit().await?;
    Ok(Reply::Page(page))
}

async fn shown(
    ask: &Ask<'_>,
    reading: &mut Reading,
    opened: &Opened,
    release: &Release,
    errors: &Errors,
) -> Result<maud::Markup, Fault> {
    let looked = posts::look(ask, reading, opened).await?;
    super::draft::logged(ask, reading, opened, &looked).await?;
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    let account = accounts::one(tx, keys, release.account).await?;
    let remote = releases::remote(tx, keys, release.id).await?;
    let proofs = releases::proofs(tx, keys, release.id).await?;
    let content = &opened.publication.content;
    let by_hand = matches!(release.standing, Standing::ByHand | Standing::CorrectByHand);
    let hand = by_hand.then(|| {
        let credits = panel::credits(&looked.shots);
        let pictures = (1..).zip(&content.pictures);
        let pictures =
            pictures.map(|(n, one)| (format!("{}/beeld/{n}", opened.address()), one.alt.clone()));
        let mut text = content.published_at(release.account, &credits);
        if account
            .as_ref()
            .is_some_and(|one| channels::rules::abilities(one.kind, one.channel).title)
        {
            text = format!("{}\n\n{text}", content.title.trim());
        }
        (text, pictures.collect())
    });
    let waits = opened.who.acts() && release.standing.waits();
    let claim = post::claim(ask, reading, waits.then(|| release.claim())).await?;
    let why = |code: &String| post::why_said(ask, code);
    let shown = view::Release {
        address: release.address(),
        post: (content.title.clone(), opened.address()),
        account: account.map(|one| one.name).unwrap_or_default(),
        standing: release.standing,
        fault: release.fault.as_ref().map(why),
        public: remote
            .and_then(|one| one.address)
            .filter(|_| release.standing != Standing::Removed),
        since: release.public_at.map(|at| ask.frame().moment(at)),
        hand,
        proofs: proofs
            .iter()
            .map(|one| proof_shown(ask, reading, release, one))
            .collect(),
        statements: statements(protocol_of(&opened.school), Moment::Verwijderen)
            .into_iter()
            .map(|(article, text)| (article.to_owned(), text.to_owned()))
            .collect(),
        claim,
        acts: opened.who.acts(),
        watched: release.watched_at.map(|at| ask.frame().moment(at)),
    };
    Ok(view::page(&ask.frame(), &shown, errors))
}

fn proof_shown(ask: &Ask<'_>, reading: &Reading, release: &Release, proof: &Proof) -> view::Shown {
    let is_words = proof.kind == "link";
    view::Shown {
        what: ask
            .words()
            .t(&format!("proof-of-{}", proof.of_what))
            .to_owned(),
        who: reading.names.said(proof.by),
        at: ask.frame().moment(proof.at),
        words: is_words.then(|| String::from_utf8_lossy(&proof.bytes).into_owned()),
        picture: (!is_words)
            .then(|| format!("{}/bewijs/{}", release.address(), proof.id.as_simple())),
    }
}

/// A button of the page.
pub(super) async fn act(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let (opened, mut release) = open_to_act(ask, &mut reading).await?;
    let what = ask.form.one("doe");
    let standing = match (what, release.standing) {
        ("opnieuw", Standing::Failed | Standing::Stopped) => Standing::Planned,
        ("opnieuw", Standing::RemoveFailed | Standing::Removing)
        | ("weghalen", Standing::Public | Standing::Correcting | Standing::CorrectByHand) => {
            Standing::Removing
        }
        ("gelezen", Standing::Public) => Standing::Public,
        _ => return Ok(Reply::GoOn(release.address())),
    };
    let (tx, now) = (&mut reading.tx, ask.now);
    release.standing = standing;
    release.changed_at = now;
    match standing {
        Standing::Planned => {
            release.fault = None;
            release.due = now;
            jobs::again(tx, &release, opened.publication.revision, now).await?;
        }
        Standing::Removing => jobs::remove(tx, &release, now).await?,
        _ => release.watched_at = Some(now),
    }
    releases::keep(tx, opened.school.id, &release).await?;
    log(ask, &mut reading, &opened, &release, what).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(release.address()))
}

async fn log(
    ask: &Ask<'_>,
    reading: &mut Reading,
    opened: &Opened,
    release: &Release,
    what: &str,
) -> Result<(), Fault> {
    let event = Event::new(ask.now, format!("plaatsing-{what}")).by(ask.caller.person, opened.role);
    publications::happened(
        &mut reading.tx,
        &reading.keys,
        opened.publication.id,
        &event,
    )
    .await?;
    let entry = ask
        .entry("publication_release", what, opened.role)
        .on(release.id.as_simple().to_string());
    decisions::record(&mut reading.tx, &entry).await?;
    Ok(())
}

/// Everything comes off everywhere.
pub(super) async fn remove_all(ask: &Ask<'_>, mut reading: Reading, opened: &Opened) -> Answer {
    if !opened.who.acts() {
        return Err(post::refused(ask, opened, Refusal::NotTheirs));
    }
    for release in &opened.releases {
        if !release.standing.can_come_off() {
            continue;
        }
        let mut release = release.clone();
        release.standing = Standing::Removing;
        release.changed_at = ask.now;
        jobs::remove(&mut reading.tx, &release, ask.now).await?;
        releases::keep(&mut reading.tx, opened.school.id, &release).await?;
        log(ask, &mut reading, opened, &release, "weghalen").await?;
    }
    reading.tx.commit().await?;
    Ok(Reply::GoOn(opened.address()))
}

/// Somebody did it by hand, and shows it.
pub(super) async fn prove(ask: &Ask<'_>, file: Option<Sent>) -> Answer {
    let mut reading = ask.writing().await?;
    let (opened, mut release) = open_to_act(ask, &mut reading).await?;
    let of_what = ask.form.one("van").to_owned();
    let next = match (of_what.as_str(), release.standing) {
        ("openbaar", Standing::ByHand) | ("verbeterd", Standing::CorrectByHand) => Standing::Public,
        (
            "weg",
            Standing::RemoveByHand | Standing::RemoveFailed | Standing::Removing | Standing::Stays,
        ) => Standing::Removed,
        _ => return Ok(Reply::GoOn(release.address())),
    };
    let said = ask.form.one("waar").to_owned();
    let (kind, bytes) = match proven(&said, file).await {
        Ok(proof) => proof,
        Err(key) => {
            let mut errors = Errors::default();
            errors.add("waar", ask.words().t(key));
            let page = shown(ask, &mut reading, &opened, &release, &errors).await?;
            return Ok(Reply::Again(page));
        }
    };
    let proof = Proof {
        id: ask.new_id(),
        release: release.id,
        of_what: of_what.clone(),
        by: ask.caller.person,
        at: ask.now,
        kind,
        bytes,
    };
    releases::show(&mut reading.tx, &reading.keys, &proof).await?;
    release.standing = next;
    release.changed_at = ask.now;
    release.fault = None;
    if next == Standing::Public {
        release.revision = Some(opened.publication.revision);
        release.public_at = release.public_at.or(Some(ask.now));
        let remote = channels::Remote {
            id: "met-de-hand".to_owned(),
            address: said.starts_with("https://").then_some(said),
            parts: Vec::new(),
        };
        let look = posts::look(ask, &mut reading, &opened).await?;
        releases::is_at(&mut reading.tx, &reading.keys, release.id, &remote).await?;
        jobs::public(
            &mut reading.tx,
            &reading.keys,
            (&opened.publication, &release),
            &remote,
            &look,
        )
        .await?;
    } else {
        jobs::gone(&mut reading.tx, &release, Some(ask.caller.person), ask.now).await?;
    }
    releases::keep(&mut reading.tx, opened.school.id, &release).await?;
    log(ask, &mut reading, &opened, &release, &of_what).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(release.address()))
}

/// The largest picture of a screen, in bytes.
pub(super) const MOST: u64 = 6_000_000;

/// What was shown: a picture, or words.
async fn proven(said: &str, file: Option<Sent>) -> Result<(String, Vec<u8>), &'static str> {
    if let Some(file) = file {
        let bytes = tokio::fs::read(file.file.path()).await;
        let bytes = bytes.map_err(|_| "proof-broken")?;
        let kind = match bytes.get(..4) {
            Some([0x89, b'P', b'N', b'G']) => "image/png",
            Some([0xff, 0xd8, 0xff, _]) => "image/jpeg",
            _ => return Err("proof-no-picture"),
        };
        return Ok((kind.to_owned(), bytes));
    }
    if said.chars().count() < 3 || said.chars().count() > 500 {
        return Err("proof-missing");
    }
    Ok(("link".to_owned(), said.as_bytes().to_vec()))
}
