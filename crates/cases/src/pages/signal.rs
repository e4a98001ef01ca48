//! Signalling, signed in: the form, and the one button for what threatens to derail.

use identity::Action;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::model::School;
use shell::Fault;
use shell::upload::Sent;
use ui::Errors;
use ui::form::Choice;
use words::Role;

use super::{handling, script_of};
use crate::model::{Account, Case, Seat, State, Way};
use crate::store::{cases, parties};
use crate::take::{self, From, Typed, take, taking};
use crate::views::signal as view;

/// The form.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let cases = led(ask, &mut reading).await?;
    let page = shown(ask, &reading, &cases, &Errors::default())?;
    Ok(Reply::Page(page))
}

/// At which school, and as what.
fn place(ask: &Ask<'_>, reading: &Reading) -> Result<(School, Role), Fault> {
    let school = ask.school_for(Action::Signal, &reading.schools)?;
    let role = ask.must(Action::Signal, &ask.at(school.id))?;
    Ok((school, role))
}

fn shown(
    ask: &Ask<'_>,
    reading: &Reading,
    cases: &[Case],
    errors: &Errors,
) -> Result<maud::Markup, Fault> {
    let (school, role) = place(ask, reading)?;
    let schools = ask.schools_for(Action::Signal, &reading.schools);
    let script = script_of(&school);
    let said = |roles: &[Role]| {
        let said = roles
            .iter()
            .map(|role| identity::role_said(*role, ask.locale()));
        said.collect::<Vec<_>>().join(", ")
    };
    let choices = schools
        .iter()
        .map(|one| Choice::new(one.id.to_string(), one.name.clone(), one.id == school.id));
    let form = &ask.form;
    let shown = view::Form {
        to: ask.frame().to("/melden"),
        token: ask.frame().token().to_owned(),
        schools: choices.collect(),
        text: take::text_of(form, "wat"),
        link: form.one("link").to_owned(),
        image: form.has("naakt"),
        staff: form.has("personeel"),
        passes_on: (!matches!(role, Role::Leerling | Role::Ouder)).then(|| form.has("voor")),
        heard_by: said(&script.told()),
        signal_article: script
            .article(norms::front::Handling::Signaal)
            .map(str::to_owned),
        at_once: Some(view::AtOnce {
            to: ask.frame().to("/melden/ontspoort"),
            who: said(&script.at_once()),
            article: script
                .article(norms::front::Handling::Ontsporing)
                .map(str::to_owned),
        }),
        anonymous: None,
        verdict: verdict(ask, cases),
    };
    let content = view::form(ask.locale(), &shown, errors);
    let title = ask.words().t("signal-title");
    Ok(crate::views::page(&ask.frame(), title, errors, content))
}

/// The verdict with which somebody comes from *Mag dit?*, and the cases of theirs in which it can be written down.
fn verdict(ask: &Ask<'_>, cases: &[Case]) -> Option<view::Verdict> {
    let named = [ask.form.one("over"), ask.query("over")];
    let named = named.into_iter().find(|text| !text.is_empty())?;
    let judged = take::verdict(named)?;
    let (word, tone) = protocols::said(judged.verdict, ask.locale());
    let to = |case: &Case| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("oordeel", &judged.address);
        let address = format!("{}/artikelen?{}", case.address(), query.finish());
        (ask.frame().to(&address), case.number.to_string())
    };
    Some(view::Verdict {
        tone,
        word,
        cases: cases.iter().map(to).collect(),
        address: judged.address,
    })
}

/// The open cases that who asks leads: only looked up for who comes with a verdict.
async fn led(ask: &Ask<'_>, reading: &mut Reading) -> Result<Vec<Case>, Fault> {
    if ask.query("over").is_empty() || handling(ask.caller, None).is_empty() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for (id, seat) in parties::seats_of(&mut reading.tx, ask.caller.person).await? {
        let case = cases::one(&mut reading.tx, id).await?;
        let open = case.filter(|case| case.state == State::Open && seat != Seat::Reader);
        found.extend(open);
    }
    Ok(found)
}

/// Takes the form.
pub(super) async fn send(ask: &Ask<'_>, file: Option<Sent>) -> Page {
    let reading = ask.writing().await?;
    let mut errors = Errors::default();
    let typed = take::typed(&ask.form, ask.words(), &mut errors);
    if !errors.is_empty() {
        return Ok(Reply::Again(shown(ask, &reading, &[], &errors)?));
    }
    let (school, role) = place(ask, &reading)?;
    let way = if ask.form.has("voor") {
        Way::Forwarded
    } else {
        Way::Form
    };
    done(ask, reading, (&school, role), way, &typed, file.as_ref()).await
}

/// One button: the manager hears of it at once, with or without a word of explanation.
pub(super) async fn derails(ask: &Ask<'_>) -> Page {
    let reading = ask.writing().await?;
    let (school, role) = place(ask, &reading)?;
    let mut text = take::text_of(&ask.form, "nu");
    if text.is_empty() {
        ask.words().t("derails-no-words").clone_into(&mut text);
    }
    let typed = Typed {
        account: Account {
            text: text.chars().take(take::LONGEST).collect(),
            ..Account::default()
        },
        image: false,
        staff: false,
    };
    done(ask, reading, (&school, role), Way::Derails, &typed, None).await
}

async fn done(
    ask: &Ask<'_>,
    mut reading: Reading,
    (school, role): (&School, Role),
    way: Way,
    typed: &Typed,
    file: Option<&Sent>,
) -> Page {
    let from = From::Somebody(ask.caller.person, role);
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    let case = take(taking(ask, tx, keys, school), way, from, typed, file).await?;
    reading.tx.commit().await?;
    // Which roads beside this one are shown travels with the address: a page that is loaded again sends nothing again.
    let dropped = file.is_some() && (typed.image || typed.staff);
    let roads = [
        (typed.image, "beeld"),
        (typed.staff, "personeel"),
        (dropped, "weg"),
        (way == Way::Derails, "ontspoort"),
    ];
    let roads = roads.into_iter().filter(|(is, _)| *is);
    let roads: Vec<&str> = roads.map(|(_, word)| word).collect();
    let (id, roads) = (case.id.as_simple(), roads.join("-"));
    Ok(Reply::GoOn(format!("/melden/mijn/{id}?net=.{roads}")))
}
