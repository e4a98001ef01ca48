//! What a school settles: who answers where its text names nobody, in how many school days, and when it is closed.

use identity::Action;
use maud::Markup;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::forms::day;
use people::model::School;
use serde_json::json;
use shell::Fault;
use ui::Errors;
use ui::form::Choice;
use words::Role;

use crate::model::Free;
use crate::rules::{self, ANSWERERS, ASKERS, Routed};
use crate::store::terms;
use crate::views::settle as view;

/// More closings than this no school has.
const MOST: usize = 60;

/// The page.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let school = ask.school_for(Action::SetAdvice, &reading.schools)?;
    let page = shown(ask, &mut reading, &school, &Errors::default()).await?;
    Ok(Reply::Page(page))
}

async fn shown(
    ask: &Ask<'_>,
    reading: &mut Reading,
    school: &School,
    errors: &Errors,
) -> Result<Markup, Fault> {
    let settled = terms::of(&mut reading.tx, school.id).await?;
    let chosen = terms::chosen(&mut reading.tx, school.id).await?;
    let front = super::protocol_of(school).map(|protocol| &protocol.document.front);
    let mut rows = Vec::new();
    for (word, role) in ASKERS {
        let asker = ask.words().t(&format!("asker-{word}")).to_owned();
        let own = chosen.iter().find(|(one, _)| one == word);
        let choice = match rules::route(front, role, None) {
            Routed::To(route) => view::Who::Named {
                who: super::roles_said(ask, route.named()),
                article: route.article.unwrap_or_default(),
            },
            Routed::Choose => view::Who::Chosen(choices(ask, own.map(|(_, role)| *role))),
        };
        rows.push(view::Row {
            field: format!("wie-{word}"),
            asker,
            choice,
        });
    }
    let free = settled.free.iter().map(|one| {
        let said = format!(
            "{} – {}",
            ask.frame().day(one.from),
            ask.frame().day(one.until)
        );
        (one.from.to_string(), said)
    });
    let typed = ask.form.one("dagen");
    let shown = view::Settled {
        school: school.id.to_string(),
        name: school.name.clone(),
        rows,
        days: if typed.is_empty() {
            settled.days.to_string()
        } else {
            typed.to_owned()
        },
        free: free.collect(),
        from: ask.form.one("dicht-van").to_owned(),
        until: ask.form.one("dicht-tot").to_owned(),
    };
    Ok(view::page(&ask.frame(), &shown, errors))
}

fn choices(ask: &Ask<'_>, own: Option<Role>) -> Vec<Choice> {
    let none = Choice::new("", ask.words().t("choose-nobody"), own.is_none());
    let roles = ANSWERERS.iter().map(|role| {
        let said = identity::role_said(*role, ask.locale());
        Choice::new(role.key(), said, own == Some(*role))
    });
    std::iter::once(none).chain(roles).collect()
}

/// Keeps it.
pub(super) async fn keep(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let school = ask.school_for(Action::SetAdvice, &reading.schools)?;
    let role = ask.must(Action::SetAdvice, &ask.at(school.id))?;
    let words = ask.words();
    let mut errors = Errors::default();
    let mut settled = terms::of(&mut reading.tx, school.id).await?;
    match ask.form.one("dagen").parse::<i64>() {
        Ok(days) if (1..=10).contains(&days) => settled.days = days,
        _ => errors.add("dagen", words.t("days-wrong")),
    }
    let gone: Vec<&str> = ask.form.all("open").collect();
    settled
        .free
        .retain(|one| !gone.contains(&one.from.to_string().as_str()));
    if !ask.form.one("dicht-van").is_empty() || !ask.form.one("dicht-tot").is_empty() {
        match (day(&ask.form, "dicht-van"), day(&ask.form, "dicht-tot")) {
            (Some(from), Some(until)) if from <= until && settled.free.len() < MOST => {
                settled.free.push(Free { from, until });
                settled.free.sort();
                settled.free.dedup();
            }
            _ => errors.add("dicht-van", words.t("closed-wrong")),
        }
    }
    if !errors.is_empty() {
        let page = shown(ask, &mut reading, &school, &errors).await?;
        return Ok(Reply::Again(page));
    }
    terms::settle(&mut reading.tx, school.id, &settled).await?;
    let front = super::protocol_of(&school).map(|protocol| &protocol.document.front);
    let mut chosen = serde_json::Map::new();
    for (word, asker) in ASKERS {
        let silent = rules::route(front, asker, None) == Routed::Choose;
        let answerer = Role::from_key(ask.form.one(&format!("wie-{word}")));
        let answerer = answerer.filter(|role| silent && ANSWERERS.contains(role));
        if let Some(answerer) = answerer {
            terms::choose(&mut reading.tx, school.id, word, answerer).await?;
            chosen.insert(word.to_owned(), answerer.key().into());
        }
    }
    let facts = json!({ "school": school.id, "days": settled.days, "chosen": chosen });
    let entry = ask
        .entry("advice_settled", "settled", role)
        .from_facts(facts);
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/twijfel/keuzes?school={}", school.id)))
}
