//! What waits in this word: what must come off, talks that are needed, and questions that the school asked.

use identity::Action;
use jiff::Timestamp;
use people::ask::{Ask, Reading};
use people::waits::{Done, Found, Listed, Risk, Waiting as Item, Waits};
use words::SchoolId;

use crate::store::{asked, publications, talks};

/// What this word has waiting, for the list of everybody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Waiting;

impl Waits for Waiting {
    fn for_caller<'a>(
        &'a self,
        ask: &'a Ask<'_>,
        reading: &'a mut Reading,
        most: usize,
    ) -> Listed<'a, Found> {
        Box::pin(async move {
            let mut found = to_answer(ask, reading).await?;
            let types = |school: &people::model::School| {
                let may = ask.role_for(Action::TypeConsent, &ask.at(school.id));
                may.map(|_| school.id)
            };
            let schools: Vec<SchoolId> = reading.schools.iter().filter_map(types).collect();
            if schools.is_empty() {
                return Ok(found);
            }
            for school in &schools {
                let off = to_take_off(ask, reading, *school, most).await?;
                found.items.extend(off.items);
                found.beyond += off.beyond;
            }
            let talks = to_talk(ask, reading, &schools, most).await?;
            found.items.extend(talks.items);
            found.beyond += talks.beyond;
            Ok(found)
        })
    }

    fn done<'a>(
        &'a self,
        ask: &'a Ask<'_>,
        reading: &'a mut Reading,
        since: Timestamp,
    ) -> Listed<'a, Vec<Done>> {
        Box::pin(async move {
            let (words, me) = (crate::texts(ask.locale()), ask.caller.person);
            let may = ask.caller.is_offered(Action::TypeConsent);
            if !may {
                return Ok(Vec::new());
            }
            let gone = publications::gone_by(&mut reading.tx, &reading.keys, me, since).await?;
            let gone = gone.into_iter().map(|(one, at)| Done {
                what: words.f("done-off", &[("title", one.what.title.into())]),
                at,
                address: format!("/toestemmingen/wacht?school={}#gedaan", one.school),
            });
            let mut done: Vec<Done> = gone.collect();
            for (talk, at) in talks::had_by(&mut reading.tx, me, since).await? {
                let known = reading.names.get(talk.person);
                let Some(school) = known.and_then(|known| known.place.schools.first()) else {
                    continue;
                };
                let pupil = reading.names.said(talk.person);
                done.push(Done {
                    what: words.f("done-talk", &[("pupil", pupil.into())]),
                    at,
                    address: format!("/toestemmingen/wacht?school={school}#gedaan"),
                });
            }
            Ok(done)
        })
    }
}

async fn to_take_off(
    ask: &Ask<'_>,
    reading: &mut Reading,
    school: SchoolId,
    most: usize,
) -> anyhow::Result<Found> {
    let words = crate::texts(ask.locale());
    let all = publications::many_open(&mut reading.tx, school).await?;
    if all == 0 {
        return Ok(Found::default());
    }
    let rows = i64::try_from(most)?;
    let open = publications::open(&mut reading.tx, &reading.keys, school, rows).await?;
    let items = open.into_iter().map(|one| {
        let channel = crate::pages::channel_said(words, one.publication.channel);
        let who = reading.names.said(one.person);
        Item {
            what: words.f("waits-off", &[("title", one.publication.what.title.into())]),
            about: format!(
                "{channel} · {}",
                words.f("waits-answer-about", &[("names", who.into())])
            ),
            since: one.asked_at,
            risk: Risk::Now,
            address: format!("/toestemmingen/wacht?school={school}"),
            claim: Some(format!("takedown-{}", one.publication.id)),
        }
    });
    Ok(Found::of(items.collect(), all))
}

async fn to_talk(
    ask: &Ask<'_>,
    reading: &mut Reading,
    schools: &[SchoolId],
    most: usize,
) -> anyhow::Result<Found> {
    let words = crate::texts(ask.locale());
    let mut open = talks::open(&mut reading.tx).await?;
    let school_of = |talk: &talks::Talk| {
        let known = reading.names.get(talk.person)?;
        let mut at = known.place.schools.iter();
        at.find(|school| schools.contains(school)).copied()
    };
    open.retain(|talk| school_of(talk).is_some());
    let all = open.len() as u64;
    let items = open.iter().take(most).filter_map(|talk| {
        let (pupil, guardian) = (
            reading.names.said(talk.person),
            reading.names.said(talk.asked_by),
        );
        Some(Item {
            what: words.f(
                "waits-talk",
                &[("pupil", pupil.into()), ("guardian", guardian.into())],
            ),
            about: words.t("waits-talk-why").to_owned(),
            since: talk.asked_at,
            risk: Risk::Soon,
            address: format!("/toestemmingen/wacht?school={}", school_of(talk)?),
            claim: Some(format!("talk-{}", talk.id.as_simple())),
        })
    });
    Ok(Found::of(items.collect(), all))
}

/// What the school asked who looks, about themselves and about children for whom they may still speak.
async fn to_answer(ask: &Ask<'_>, reading: &mut Reading) -> anyhow::Result<Found> {
    let (me, children) = (ask.caller.person, &ask.caller.ties.children);
    let mut open = asked::open_for(&mut reading.tx, me).await?;
    open.retain(|(about, _)| *about == me || children.contains(about));
    let Some(since) = open.iter().map(|(_, at)| *at).min() else {
        return Ok(Found::default());
    };
    let words = crate::texts(ask.locale());
    let names: Vec<String> = reading
        .names
        .sorted(open.iter().map(|(about, _)| *about))
        .into_iter()
        .map(|known| known.name.said())
        .collect();
    let item = Item {
        what: words.t("waits-answer").to_owned(),
        about: words.f("waits-answer-about", &[("names", names.join(", ").into())]),
        since,
        risk: Risk::Later,
        address: "/toestemming".to_owned(),
        claim: None,
    };
    Ok(Found::of(vec![item], 1))
}
