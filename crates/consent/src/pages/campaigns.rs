//! What a school asks and asked: the list, how far each is, stopping, and the forms on paper.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::State as AxumState;
use axum::response::Response;
use identity::{Action, Caller};
use people::SchoolYear;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::store::groups;
use serde_json::json;
use shell::{Fault, Form, Visit};
use words::{GroupId, PersonId};

use super::asking::{rows, school};
use super::print;
use crate::campaign::{self, State, Way};
use crate::jobs::keys_of;
use crate::register::Register;
use crate::store::campaigns::{self, Asked, Campaign};
use crate::views::campaigns as view;
use crate::{Consent, texts};

/// What the school asks and asked, and what its protocol makes it ask.
pub(super) async fn list(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let (school, _) = school(ask, &reading)?;
    let words = ask.words();
    let all = campaigns::all(&mut reading.tx).await?;
    let here: Vec<&Campaign> = all.iter().filter(|one| one.school == school.id).collect();
    let shown = view::List {
        school: school.id.to_string(),
        name: school.name.clone(),
        proposed: campaign::proposed(rows(&school), school.sector)
            .into_iter()
            .filter(|kind| {
                let mut running = here.iter();
                !running.any(|one| one.kind == *kind && one.state == State::Busy)
            })
            .map(|kind| (kind.key(), true))
            .chain([(campaign::Kind::New.key(), false)])
            .collect(),
        protocol: school.protocol.is_some() && !rows(&school).is_empty(),
        rows: here
            .iter()
            .map(|one| view::Row {
                address: format!("/toestemmingen/vragen/{}", one.id.as_simple()),
                kind: words.t(&format!("asks-{}", one.kind.key())).to_owned(),
                state: words.t(state_key(one)).to_owned(),
                when: ask.frame().moment(one.made_at),
            })
            .collect(),
    };
    Ok(Reply::Page(view::list(&ask.frame(), &shown)))
}

fn state_key(one: &Campaign) -> &'static str {
    match (one.state, one.kind.stands()) {
        (State::Busy, true) => "asks-goes-on",
        (State::Busy, false) => "asks-busy",
        (State::Ready, _) => "asks-ready",
        (State::Stopped, _) => "asks-stopped",
    }
}

/// The campaign of the address, if they may ask at its school.
async fn of_address(ask: &Ask<'_>, reading: &mut Reading) -> Result<Campaign, Fault> {
    let id: PersonId = ask.id(2)?;
    let found = campaigns::one(&mut reading.tx, id.0).await?;
    let found = found.ok_or(Fault::Missing)?;
    ask.must(Action::SetConsent, &ask.at(found.school))?;
    Ok(found)
}

/// How far one is, group by group.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let one = of_address(ask, &mut reading).await?;
    let words = ask.words();
    let asked = campaigns::asked(&mut reading.tx, one.id).await?;
    let name = |group: Option<GroupId>| {
        let known = group.and_then(|group| reading.names.group(group));
        known.map_or_else(
            || words.t("asks-no-group").to_owned(),
            |group| group.name.clone(),
        )
    };
    let groups = far(&asked).into_iter().map(|(group, far)| view::Group {
        name: name(group),
        far,
        print: group.map(|group| print_address(&one, Some(group))),
    });
    let mut groups: Vec<view::Group> = groups.collect();
    groups.sort_by(|one, other| one.name.cmp(&other.name));
    let shown = view::Shown {
        address: format!("/toestemmingen/vragen/{}", one.id.as_simple()),
        school: one.school.to_string(),
        kind: words.t(&format!("asks-{}", one.kind.key())).to_owned(),
        state: words.t(state_key(&one)).to_owned(),
        when: ask.frame().moment(one.made_at),
        subject: one.plan.subject.said(ask.locale()).to_owned(),
        remind: one
            .plan
            .remind
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", "),
        all: sum(&groups),
        groups,
        print: print_address(&one, None),
        stops: one.state != State::Stopped,
    };
    Ok(Reply::Page(view::page(&ask.frame(), &shown)))
}

fn print_address(one: &Campaign, group: Option<GroupId>) -> String {
    let which = group
        .map(|group| format!("?groep={group}"))
        .unwrap_or_default();
    format!("/toestemmingen/vragen/{}/papier{which}", one.id.as_simple())
}

/// Of each group: about how many people was asked, about how many somebody answered, and for how many there is no address.
fn far(asked: &[Asked]) -> BTreeMap<Option<GroupId>, view::Far> {
    let mut people: BTreeMap<(Option<GroupId>, PersonId), (bool, bool)> = BTreeMap::new();
    for one in asked {
        let (answered, reached) = people.entry((one.group, one.about)).or_default();
        *answered |= one.answered.is_some();
        *reached |= one.way == Way::Mail;
    }
    let mut groups: BTreeMap<Option<GroupId>, view::Far> = BTreeMap::new();
    for ((group, _), (answered, reached)) in people {
        let far = groups.entry(group).or_default();
        far.asked += 1;
        far.answered += usize::from(answered);
        far.nowhere += usize::from(!answered && !reached);
    }
    groups
}

fn sum(groups: &[view::Group]) -> view::Far {
    groups
        .iter()
        .fold(view::Far::default(), |all, one| view::Far {
            asked: all.asked + one.far.asked,
            answered: all.answered + one.far.answered,
            nowhere: all.nowhere + one.far.nowhere,
        })
}

/// It stops: letters that did not leave do not leave, and nobody is reminded.
pub(super) async fn stop(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let one = of_address(ask, &mut reading).await?;
    let role = ask.must(Action::SetConsent, &ask.at(one.school))?;
    let tx = &mut reading.tx;
    if campaigns::turn(tx, one.id, one.state, State::Stopped).await? {
        let kept_back = identity::jobs::take_back(tx, &keys_of(one.id)).await?;
        let entry = ask
            .entry("consent_asked", "stopped", role)
            .on(one.id.as_simple().to_string())
            .from_facts(json!({ "kept_back": kept_back }));
        decisions::record(tx, &entry).await?;
    }
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!(
        "/toestemmingen/vragen/{}",
        one.id.as_simple()
    )))
}

/// The letters and forms on paper, as one file to print.
pub(super) async fn paper(
    AxumState(us): AxumState<Consent>,
    visit: Visit,
    caller: Caller,
) -> Response {
    let ask = Ask::with_words(&us.people, &visit, &caller, Form::default(), texts);
    match printed(&ask).await {
        Ok(file) => super::proof::download(file, "application/pdf", "formulieren.pdf"),
        Err(fault) => us.people.identity.parts.site.fault(&visit, &fault),
    }
}

/// A form for each pupil of a group, or for whoever the school has no address of and who did not answer.
async fn printed(ask: &Ask<'_>) -> Result<Vec<u8>, Fault> {
    let mut reading = ask.writing().await?;
    let one = of_address(ask, &mut reading).await?;
    let role = ask.must(Action::SetConsent, &ask.at(one.school))?;
    let asked = campaigns::asked(&mut reading.tx, one.id).await?;
    let year = SchoolYear::of(ask.today);
    let group = groups::groups(&mut reading.tx, one.school, year)
        .await?
        .into_iter()
        .find(|group| group.id.to_string() == ask.query("groep"));
    let reached: BTreeSet<PersonId> = asked
        .iter()
        .filter(|one| one.answered.is_some() || one.way == Way::Mail)
        .map(|one| one.about)
        .collect();
    let people: Vec<PersonId> = match &group {
        Some(group) => asked
            .iter()
            .filter(|one| one.group == Some(group.id))
            .map(|one| one.about)
            .collect(),
        None => asked
            .iter()
            .map(|one| one.about)
            .filter(|one| !reached.contains(one))
            .collect(),
    };
    let known: Vec<_> = reading
        .names
        .sorted(people.into_iter())
        .into_iter()
        .cloned()
        .collect();
    let ids: Vec<PersonId> = known.iter().map(|known| known.id).collect();
    let register =
        Register::of(&mut reading.tx, &reading.names, one.school, &ids, ask.today).await?;
    let school = reading
        .schools
        .iter()
        .find(|school| school.id == one.school);
    let school = school.map(|school| school.name.clone()).unwrap_or_default();
    let file = print::forms(&one.plan, &school, &register, &known).map_err(anyhow::Error::from)?;
    let entry = ask
        .entry("consent_asked", "printed", role)
        .on(one.id.as_simple().to_string())
        .from_facts(json!({ "forms": ids.len() }));
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(file)
}
