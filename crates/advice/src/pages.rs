//! Handlers: read the address or the form, ask the rules, one transaction, show or go on.

mod act;
mod ask;
mod precedent;
mod question;
mod settle;

use axum::Router;
use identity::{Action, Caller};
use norms::Protocol;
use people::ask::Ask;
use people::model::School;
use shell::{Form, Visit, in_every_language};
use store::Tx;
use ui::Place;
use ui::form::Choice;
use words::{Locale, Role};

use crate::model::{InForce, Question};
use crate::rules::{self, Routed};
use crate::store::terms;
use crate::{Advice, texts};

/// A request in the words of this slice.
fn asked<'a>(us: &'a Advice, visit: &'a Visit, caller: &'a Caller, form: Form) -> Ask<'a> {
    Ask::with_words(&us.people, visit, caller, form, texts)
}

/// A page that is shown.
macro_rules! shows {
    ($page:path) => {
        people::shows!(Advice, asked, $page)
    };
}

/// A form that is sent.
macro_rules! takes {
    ($page:path) => {
        people::takes!(Advice, asked, shell::form::CAP, $page)
    };
}

/// Every page of this word, in every language.
pub fn routes(us: Advice) -> Router {
    let mut router = Router::new();
    for (path, method) in [
        ("/twijfel", shows!(ask::page).merge(takes!(ask::send))),
        (
            "/twijfel/keuzes",
            shows!(settle::page).merge(takes!(settle::keep)),
        ),
        (
            "/twijfel/eerder",
            shows!(precedent::list).merge(takes!(precedent::remove)),
        ),
        (
            "/twijfel/{id}",
            shows!(question::page).merge(takes!(act::act)),
        ),
        (
            "/twijfel/{id}/eerder",
            shows!(precedent::form).merge(takes!(precedent::keep)),
        ),
    ] {
        router = in_every_language(router, path, method);
    }
    router.with_state(us)
}

/// The places of this word that somebody may go to.
pub fn menu(caller: &Caller, locale: Locale) -> Vec<Place> {
    let may = !caller.by_letter && caller.is_offered(Action::AskAdvice);
    may.then(|| Place {
        address: "/twijfel".to_owned(),
        label: texts(locale).t("menu-advice").to_owned(),
    })
    .into_iter()
    .collect()
}

/// The protocol that a school follows.
fn protocol_of(school: &School) -> Option<&'static Protocol> {
    school
        .protocol
        .as_deref()
        .and_then(norms::shipped::protocol)
}

/// Its name and version.
fn in_force(school: &School) -> Option<InForce> {
    let front = &protocol_of(school)?.document.front;
    Some(InForce {
        protocol: front.protocol.as_ref().clone(),
        version: front.versie.clone(),
    })
}

/// Where a question of somebody in this role goes at a school.
async fn route_at(tx: &mut Tx, school: &School, asker: Role) -> anyhow::Result<Routed> {
    let word = rules::asker_word(asker);
    let chosen = terms::chosen(tx, school.id).await?;
    let chosen = chosen.into_iter().find(|(one, _)| one == word);
    let front = protocol_of(school).map(|protocol| &protocol.document.front);
    Ok(rules::route(front, asker, chosen.map(|(_, role)| role)))
}

/// The words of askers for whom the text of a school names nobody, and nobody was chosen.
pub(crate) async fn nobody_named(
    tx: &mut Tx,
    school: &School,
) -> anyhow::Result<Vec<&'static str>> {
    let chosen = terms::chosen(tx, school.id).await?;
    let front = protocol_of(school).map(|protocol| &protocol.document.front);
    let open = rules::ASKERS.iter().filter(|(word, role)| {
        let chosen = chosen.iter().find(|(one, _)| one == word);
        rules::route(front, *role, chosen.map(|(_, role)| *role)) == Routed::Choose
    });
    Ok(open.map(|(word, _)| *word).collect())
}

/// The articles of a school's protocol to choose from, the first of them for who does not know.
fn articles(ask: &Ask<'_>, school: &School, chosen: &str) -> Vec<Choice> {
    let none = ask.words().t("article-unknown");
    let mut choices = vec![Choice::new("", none, chosen.is_empty())];
    let protocol = protocol_of(school);
    let all = protocol.map_or(&[][..], |protocol| &protocol.document.articles);
    choices.extend(all.iter().map(|one| {
        let label = format!("{} {}", one.number, one.title);
        Choice::new(one.number.clone(), label, one.number == chosen)
    }));
    choices
}

/// The article that was typed or chosen, if the school's protocol has it.
fn article(school: &School, typed: &str) -> Option<String> {
    let protocol = protocol_of(school)?;
    let mut all = protocol.document.articles.iter();
    all.find(|one| one.number == typed)
        .map(|one| one.number.clone())
}

/// Roles in a row, as the text says them.
fn roles_said(ask: &Ask<'_>, roles: &[Role]) -> String {
    let said = roles
        .iter()
        .map(|role| identity::role_said(*role, ask.locale()));
    said.collect::<Vec<_>>().join(", ")
}

/// The entry of the log about something that was done with a question, resting on the protocol that was in force.
fn entry(
    ask: &Ask<'_>,
    (kind, outcome): (&str, &str),
    role: Role,
    question: &Question,
    article: Option<&str>,
) -> decisions::Entry {
    let mut entry = ask
        .entry(kind, outcome, role)
        .on(question.id.as_simple().to_string());
    entry.subject = question.about;
    entry.basis = question.in_force.as_ref().map(|force| decisions::Basis {
        protocol: force.protocol.clone(),
        version: force.version.clone(),
        articles: article
            .or(question.route.article.as_deref())
            .map(str::to_owned)
            .into_iter()
            .collect(),
    });
    entry
}
