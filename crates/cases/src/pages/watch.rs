//! Feeds that a school watches: what is said of it in public lands where signals land.

use channels::{Account, Kind};
use identity::Action;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::model::School;
use shell::Fault;
use ui::Errors;
use ui::form::Choice;
use uuid::Uuid;
use words::Role;

use super::handle::id_of;
use super::handling;
use crate::store::watches::{self, Aim, Watch};
use crate::take;
use crate::views::watch as view;

/// More feeds one school does not watch.
const MOST: usize = 20;

/// The school whose feeds who asks keeps: who runs it, or is its voice.
pub(super) fn place(ask: &Ask<'_>, reading: &Reading) -> Result<(School, Role), Fault> {
    let keeps = |school: &&School| {
        let roles = handling(ask.caller, Some(school.id));
        roles.contains(&Role::Directeur) || roles.contains(&Role::Pr)
    };
    let school = reading.schools.iter().find(keeps).cloned();
    let school = school.ok_or_else(|| ask.refused(Action::HandleCases))?;
    let role = ask.must(Action::HandleCases, &ask.at(school.id))?;
    Ok((school, role))
}

/// The page.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let (school, _) = place(ask, &reading)?;
    let page = shown(ask, &mut reading, &school, &Errors::default()).await?;
    Ok(Reply::Page(page))
}

async fn of_school(reading: &mut Reading, school: &School) -> anyhow::Result<Vec<Watch>> {
    let mut all = watches::all(&mut reading.tx, &reading.keys).await?;
    all.retain(|one| one.school == school.id);
    Ok(all)
}

async fn shown(
    ask: &Ask<'_>,
    reading: &mut Reading,
    school: &School,
    errors: &Errors,
) -> Result<maud::Markup, Fault> {
    let frame = ask.frame();
    let all = of_school(reading, school).await?;
    let accounts = accounts(reading, school).await?;
    let called = |one: &Watch| match one.aim.account {
        None => one.aim.address.clone(),
        Some(id) => mentions_of(ask, accounts.iter().find(|account| account.id == id)),
    };
    let rows = all.into_iter().map(|one| view::Row {
        id: one.id.as_simple().to_string(),
        address: called(&one),
        words: one.aim.words.join(", "),
        read: one.read_at.map(|at| frame.moment(at)),
        fault: one.fault.and_then(|word| {
            let why = channels::Why::from_key(&word)?;
            Some(channels::why_said(why, ask.locale()))
        }),
    });
    let list = view::List {
        rows: rows.collect(),
        address: ask.form.one("link").to_owned(),
        words: ask.form.one("woorden").to_owned(),
        accounts: accounts
            .iter()
            .filter(|one| one.state == channels::model::State::Used)
            .map(|one| {
                let id = one.id.as_simple().to_string();
                let chosen = ask.form.one("account") == id;
                Choice::new(id, mentions_of(ask, Some(one)), chosen)
            })
            .collect(),
    };
    Ok(view::page(&frame, &list, errors))
}

/// The accounts of a school of which the mentions can be asked.
async fn accounts(reading: &mut Reading, school: &School) -> anyhow::Result<Vec<Account>> {
    let all = channels::store::accounts::of(&mut reading.tx, &reading.keys, school.id).await?;
    let asked = |one: &Account| matches!(one.kind, Kind::Bluesky | Kind::Mastodon);
    Ok(all.into_iter().filter(asked).collect())
}

fn mentions_of(ask: &Ask<'_>, account: Option<&Account>) -> String {
    let (name, network) = match account {
        Some(one) if one.kind == Kind::Bluesky => (one.name.as_str(), "Bluesky"),
        Some(one) => (one.name.as_str(), "Mastodon"),
        None => ("…", "…"),
    };
    let values = [("name", name.into()), ("network", network.into())];
    ask.words().f("watch-mentions", &values)
}

/// What is to be watched, as it was typed; one sentence for each fault.
async fn aim(
    ask: &Ask<'_>,
    reading: &mut Reading,
    school: &School,
    errors: &mut Errors,
) -> anyhow::Result<Aim> {
    let words = ask.words();
    let mut aim = Aim {
        address: String::new(),
        account: None,
        words: Vec::new(),
    };
    if ask.form.has("account") {
        let id = id_of(ask.form.one("account"));
        let known = accounts(reading, school).await?;
        aim.account = id.filter(|id| known.iter().any(|one| one.id == *id));
        if aim.account.is_none() {
            errors.add("account", words.t("watch-account-wrong"));
        }
    } else {
        match take::link(&ask.form, words, errors) {
            Some(address) => aim.address = address,
            None => errors.add("link", words.t("link-wrong")),
        }
    }
    let typed = people::forms::line(ask.form.one("woorden"));
    let typed = typed.split(',').map(|word| word.trim().to_lowercase());
    aim.words = typed.filter(|word| !word.is_empty()).take(20).collect();
    Ok(aim)
}

/// Begins to watch one, or stops.
pub(super) async fn keep(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (school, role) = place(ask, &reading)?;
    let mine = of_school(&mut reading, &school).await?;
    if let Some(id) = id_of(ask.form.one("stop")) {
        if mine.iter().any(|one| one.id == id) {
            watches::stop(&mut reading.tx, id).await?;
            log(ask, &mut reading, role, id, "stopped").await?;
        }
    } else {
        let mut errors = Errors::default();
        let aim = aim(ask, &mut reading, &school, &mut errors).await?;
        if mine.len() >= MOST {
            errors.add("link", ask.words().t("watch-many"));
        }
        if !errors.is_empty() {
            let page = shown(ask, &mut reading, &school, &errors).await?;
            return Ok(Reply::Again(page));
        }
        let new = Watch {
            id: ask.new_id(),
            school: school.id,
            by: ask.caller.person,
            read_at: None,
            fault: None,
            aim,
        };
        watches::add(&mut reading.tx, &reading.keys, &new, ask.now).await?;
        crate::jobs::read_at(&mut reading.tx, ask.now).await?;
        log(ask, &mut reading, role, new.id, "begun").await?;
    }
    reading.tx.commit().await?;
    Ok(Reply::GoOn("/zaken/volgen?klaar=1".to_owned()))
}

async fn log(
    ask: &Ask<'_>,
    reading: &mut Reading,
    role: Role,
    id: Uuid,
    outcome: &str,
) -> anyhow::Result<()> {
    let object = id.as_simple().to_string();
    let entry = ask.entry("case_watch", outcome, role).on(object);
    decisions::record(&mut reading.tx, &entry).await.map(drop)
}
