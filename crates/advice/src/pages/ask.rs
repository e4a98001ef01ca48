//! Asking: what is on somebody's mind, what was answered before under the same article, and sending it.

use identity::{Action, Scope};
use maud::Markup;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::model::School;
use serde_json::json;
use shell::Fault;
use shell::origin::own_path;
use ui::Errors;
use ui::form::Choice;
use words::{PersonId, Role};

use crate::desks::{self, Laid};
use crate::jobs;
use crate::letters::{News, tell};
use crate::model::{Asked, Question, State};
use crate::rules::{Route, Routed, asker_word, clock, until_chosen};
use crate::store::{precedents, questions, terms};
use crate::views::ask as view;

/// The longest question.
const LONGEST: usize = 4_000;
/// How many of one's own questions the page lists.
const OWN: i64 = 30;

/// From where somebody asks.
struct Desk {
    schools: Vec<School>,
    school: School,
    roles: Vec<Role>,
    role: Role,
    children: Vec<PersonId>,
}

/// A school as somebody asks there: an intern does so for a group.
fn at(ask: &Ask<'_>, school: &School) -> Scope {
    ask.own_groups().fold(ask.at(school.id), Scope::group)
}

/// The roles in which somebody can ask at a school. A role of the whole board is at each of its schools; a parent is where their children are.
fn roles_at(ask: &Ask<'_>, reading: &Reading, school: &School) -> Vec<Role> {
    let known = reading.names.get(ask.caller.person);
    let is_here = known.is_some_and(|known| known.place.schools.contains(&school.id));
    let mut roles: Vec<Role> = Vec::new();
    for held in &ask.caller.roles {
        let here = match held.school {
            Some(only) => only == school.id,
            None => held.role != Role::Ouder || is_here,
        };
        let word = asker_word(held.role);
        if here && !roles.iter().any(|one| asker_word(*one) == word) {
            roles.push(held.role);
        }
    }
    // Daily work first: who teaches and sits on the council asks as a teacher, unless they say otherwise.
    roles.sort_by_key(|role| LAST.iter().position(|one| one == role));
    roles
}

/// In these roles somebody asks only if they have no other, or say so.
const LAST: [Role; 5] = [
    Role::Ouder,
    Role::Bestuur,
    Role::Beheerder,
    Role::Fg,
    Role::Mr,
];

fn desk(ask: &Ask<'_>, reading: &Reading) -> Result<Desk, Fault> {
    let may = |school: &&School| ask.role_for(Action::AskAdvice, &at(ask, school)).is_some();
    let here = |school: &&School| !roles_at(ask, reading, school).is_empty();
    let schools: Vec<School> = reading
        .schools
        .iter()
        .filter(may)
        .filter(here)
        .cloned()
        .collect();
    let named = [ask.form.one("school"), ask.query("school")];
    let named = named.into_iter().find(|text| !text.is_empty());
    let school = match named {
        None => schools
            .first()
            .ok_or_else(|| ask.refused(Action::AskAdvice))?,
        Some(id) => schools
            .iter()
            .find(|school| school.id.to_string() == id)
            .ok_or(Fault::Missing)?,
    };
    let roles = roles_at(ask, reading, school);
    let chosen = Role::from_key(ask.form.one("als")).filter(|role| roles.contains(role));
    let role = chosen.or_else(|| roles.first().copied());
    Ok(Desk {
        school: school.clone(),
        role: role.ok_or(Fault::Missing)?,
        children: ask.caller.ties.children.clone(),
        roles,
        schools,
    })
}

/// Where they came from: a page of ours, and nothing else.
fn from<'a>(ask: &'a Ask<'_>) -> Option<&'a str> {
    let named = [ask.form.one("over"), ask.query("over")];
    let named = named.into_iter().find(|text| !text.is_empty());
    named.and_then(own_path)
}

/// The article in the form or the address.
fn article(ask: &Ask<'_>, school: &School) -> Option<String> {
    let typed = if ask.form.has("artikel") {
        ask.form.one("artikel")
    } else {
        ask.query("artikel")
    };
    super::article(school, typed)
}

/// The form, what was answered before, and one's own questions.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let desk = desk(ask, &reading)?;
    let page = shown(ask, &mut reading, &desk, &Errors::default()).await?;
    Ok(Reply::Page(page))
}

async fn shown(
    ask: &Ask<'_>,
    reading: &mut Reading,
    desk: &Desk,
    errors: &Errors,
) -> Result<Markup, Fault> {
    let article = article(ask, &desk.school);
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    let before = match &article {
        Some(article) => precedents::under(tx, keys, desk.school.id, article).await?,
        None => Vec::new(),
    };
    let routed = super::route_at(tx, &desk.school, desk.role).await?;
    let own = questions::of_asker(tx, keys, ask.caller.person, OWN).await?;
    let is_child = |id: &PersonId| desk.role == Role::Ouder && desk.children.contains(id);
    let about: Option<PersonId> = ask.form.one("kind").parse().ok();
    let children = desk.children.iter().filter(|id| is_child(id));
    let mut children: Vec<Choice> = children
        .map(|id| {
            let name = reading.names.said(*id);
            Choice::new(id.to_string(), name, about == Some(*id))
        })
        .collect();
    if !children.is_empty() {
        let none = ask.words().t("ask-no-child");
        children.insert(0, Choice::new("", none, about.is_none()));
    }
    let schools = desk.schools.iter().map(|one| {
        let here = one.id == desk.school.id;
        Choice::new(one.id.to_string(), &one.name, here)
    });
    let roles = desk.roles.iter().map(|one| {
        let said = identity::role_said(*one, ask.locale());
        Choice::new(one.key(), said, *one == desk.role)
    });
    let article = article.unwrap_or_default();
    let shown = view::Form {
        text: ask.form.raw("vraag").replace("\r\n", "\n"),
        from: from(ask).map(str::to_owned),
        articles: super::articles(ask, &desk.school, &article),
        schools: schools.collect(),
        roles: roles.collect(),
        children,
        to: said(ask, &routed),
        before: before
            .iter()
            .map(|one| super::precedent::line(ask, one))
            .collect(),
        seen: article,
        own: own.iter().map(|one| line(ask, one)).collect(),
        settles: ask
            .role_for(Action::SetAdvice, &ask.at(desk.school.id))
            .is_some(),
        school: desk.school.id.to_string(),
    };
    Ok(view::page(&ask.frame(), &shown, errors))
}

/// Who answers, in words.
fn said(ask: &Ask<'_>, routed: &Routed) -> String {
    let words = ask.words();
    let Routed::To(route) = routed else {
        return words.t("to-nobody").to_owned();
    };
    if route.steps.first() == Some(&Role::Ouder) {
        return words.t("to-parents").to_owned();
    }
    let who = super::roles_said(ask, route.named());
    match &route.article {
        Some(article) => words.f(
            "to-named",
            &[("who", who.into()), ("article", article.as_str().into())],
        ),
        None => words.f("to-chosen", &[("who", who.into())]),
    }
}

fn line(ask: &Ask<'_>, question: &Question) -> view::Line {
    let open = question.state == State::Open;
    let text: String = question.asked.text.chars().take(80).collect();
    view::Line {
        address: format!("/twijfel/{}", question.id.as_simple()),
        text,
        state: ask
            .words()
            .t(if open { "state-open" } else { "state-answered" })
            .to_owned(),
        on: ask.frame().day(shell::clock::today(question.asked_at)),
    }
}

/// Sends the question; what was answered before under its article is shown first, once.
pub(super) async fn send(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let desk = desk(ask, &reading)?;
    let role = desk.role;
    let article = article(ask, &desk.school);
    let text = ask.form.raw("vraag").replace("\r\n", "\n");
    let text = text.trim().to_owned();
    let mut errors = Errors::default();
    let signs = text.chars().count();
    if signs < 10 {
        errors.add("vraag", ask.words().t("question-short"));
    } else if signs > LONGEST {
        errors.add("vraag", ask.words().t("question-long"));
    }
    let before = match &article {
        Some(article) if ask.form.one("gezien") != article => {
            let (tx, keys) = (&mut reading.tx, &reading.keys);
            precedents::under(tx, keys, desk.school.id, article).await?
        }
        _ => Vec::new(),
    };
    if !errors.is_empty() || !before.is_empty() {
        let page = shown(ask, &mut reading, &desk, &errors).await?;
        return Ok(if errors.is_empty() {
            Reply::Page(page)
        } else {
            Reply::Again(page)
        });
    }
    let about = about(ask, &desk)?;
    let route = match super::route_at(&mut reading.tx, &desk.school, role).await? {
        Routed::To(route) => route,
        Routed::Choose => until_chosen(),
    };
    let who = (ask.caller.person, role, about, desk.school.id);
    let names = reading.names.clone();
    let along = (&route, 0);
    let laid = desks::lay(&mut reading.tx, &names, who, along, ask.today).await?;
    let asked = Asked {
        text,
        from: from(ask).map(str::to_owned),
    };
    let question = keep(
        ask,
        &mut reading,
        (&desk, article, about),
        (route, laid),
        asked,
    )
    .await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/twijfel/{}", question.id.as_simple())))
}

/// The pupil whom it is about: who asks, or a child of the parent who asks.
fn about(ask: &Ask<'_>, desk: &Desk) -> Result<Option<PersonId>, Fault> {
    match (desk.role, ask.form.one("kind")) {
        (Role::Leerling, _) => Ok(Some(ask.caller.person)),
        (Role::Ouder, id) if !id.is_empty() => {
            let id: PersonId = id.parse().map_err(|_| Fault::Missing)?;
            let own = desk.children.contains(&id);
            own.then_some(Some(id)).ok_or(Fault::Missing)
        }
        _ => Ok(None),
    }
}

async fn keep(
    ask: &Ask<'_>,
    reading: &mut Reading,
    (desk, article, about): (&Desk, Option<String>, Option<PersonId>),
    (route, laid): (Route, Laid),
    asked: Asked,
) -> Result<Question, Fault> {
    let settled = terms::of(&mut reading.tx, desk.school.id).await?;
    let question = Question {
        id: ask.new_id(),
        school: desk.school.id,
        asker: ask.caller.person,
        asker_role: desk.role,
        in_force: super::in_force(&desk.school),
        article,
        route,
        step: laid.step,
        state: State::Open,
        asked_at: ask.now,
        due_at: clock::due(ask.now, settled.days, &settled.free),
        answered_at: None,
        handed_to: None,
        about,
        asked,
    };
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    questions::add(tx, keys, &question).await?;
    questions::lay(tx, question.id, &laid.desks).await?;
    jobs::wind(tx, question.id, question.step, question.due_at).await?;
    let facts = json!({ "school": question.school, "to": question.now_at().map(Role::key) });
    let entry = super::entry(
        ask,
        ("advice_asked", "asked"),
        desk.role,
        &question,
        question.article.as_deref(),
    );
    decisions::record(tx, &entry.from_facts(facts)).await?;
    let round = question.step.to_string();
    let news = (News::Waits, round.as_str());
    let what = (question.id, question.school);
    tell(ask.us, (tx, keys), what, news, &laid.people, ask.now).await?;
    Ok(question)
}
