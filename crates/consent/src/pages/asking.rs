//! Choosing what to ask whom: the form, its check, and the start.

use std::collections::BTreeSet;

use identity::Action;
use norms::front::ConsentRow;
use people::SchoolYear;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::model::School;
use people::store::groups;
use serde_json::json;
use shell::Fault;
use ui::Errors;
use ui::form::Choice;
use words::{GroupId, Locale, PersonId, PurposeId, Role, Text};

use crate::campaign::{self, Asks, Kind, Plan, State};
use crate::jobs::{self, Crowd, asking_said, everybody, readers};
use crate::model::Ground;
use crate::store::campaigns::{self, Campaign};
use crate::store::purposes;
use crate::views::asking as view;

/// Letters of a subject, and of what the letter says.
const SUBJECT: usize = 120;
const TEXT: usize = 4_000;

/// The school of the request, and the role in which they may ask there.
pub(super) fn school(ask: &Ask<'_>, reading: &Reading) -> Result<(School, Role), Fault> {
    let school = ask.school_for(Action::SetConsent, &reading.schools)?;
    let role = ask.must(Action::SetConsent, &ask.at(school.id))?;
    Ok((school, role))
}

/// What the protocol of a school says of asking.
pub(super) fn rows(school: &School) -> &'static [ConsentRow] {
    let named = school
        .protocol
        .as_deref()
        .and_then(norms::shipped::protocol);
    named.map_or(&[], |protocol| &protocol.document.front.toestemming)
}

/// The form: what the protocol asks is filled in.
pub(super) async fn form(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let (school, _) = school(ask, &reading)?;
    let kind = Kind::from_key(ask.query("soort")).ok_or(Fault::Missing)?;
    let words = |locale: Locale| crate::texts(locale);
    let said = |part: &str| {
        let key = format!("asks-{}-{part}", kind.key());
        Text::new(words(Locale::Nl).t(&key), words(Locale::En).t(&key))
    };
    let plan = Plan {
        groups: usual_groups(ask, &mut reading, &school, kind).await?,
        purposes: Vec::new(),
        asks: campaign::asks_of(rows(&school)),
        subject: said("subject"),
        text: said("text"),
        remind: if kind == Kind::Reminder {
            Vec::new()
        } else {
            vec![7, 14]
        },
    };
    let typed = typed(ask, &mut reading, &school, (kind, &plan)).await?;
    Ok(Reply::Page(view::form(
        &ask.frame(),
        &typed,
        &Errors::default(),
    )))
}

/// A farewell is for those who leave: the groups of the last year.
async fn usual_groups(
    ask: &Ask<'_>,
    reading: &mut Reading,
    school: &School,
    kind: Kind,
) -> Result<Vec<GroupId>, Fault> {
    if kind != Kind::Farewell {
        return Ok(Vec::new());
    }
    let year = SchoolYear::of(ask.today);
    let all = groups::groups(&mut reading.tx, school.id, year).await?;
    let last = all
        .iter()
        .filter(|group| group.levels.1 == school.sector.highest());
    Ok(last.map(|group| group.id).collect())
}

async fn typed(
    ask: &Ask<'_>,
    reading: &mut Reading,
    school: &School,
    (kind, plan): (Kind, &Plan),
) -> Result<view::Typed, Fault> {
    let words = ask.words();
    let year = SchoolYear::of(ask.today);
    let groups = groups::groups(&mut reading.tx, school.id, year).await?;
    let groups = groups.iter().map(|group| {
        Choice::new(
            group.id.to_string(),
            &group.name,
            plan.groups.contains(&group.id),
        )
    });
    let purposes = purposes::of_school(&mut reading.tx, school.id).await?;
    let open = purposes
        .iter()
        .filter(|one| one.is_open(ask.today) && one.notice.ground == Ground::Consent);
    let purposes = open.map(|one| {
        let title = one.notice.title.said(ask.locale());
        Choice::new(one.id.to_string(), title, plan.purposes.contains(&one.id))
    });
    let who = [
        ("ouders", "asks-guardians", plan.asks.guardians),
        ("leerlingen", "asks-pupils", plan.asks.pupils),
        ("medewerkers", "asks-staff", plan.asks.staff),
    ];
    Ok(view::Typed {
        school: school.id.to_string(),
        school_name: school.name.clone(),
        kind: kind.key(),
        groups: groups.collect(),
        purposes: purposes.collect(),
        who: who
            .map(|(value, key, chosen)| Choice::new(value, words.t(key), chosen))
            .into(),
        subject: plan.subject.clone(),
        text: plan.text.clone(),
        remind: (kind != Kind::Reminder).then(|| {
            let days = plan.remind.iter().map(ToString::to_string);
            days.collect::<Vec<_>>().join(", ")
        }),
    })
}

/// What was typed, as a plan; with what is to be repaired.
fn read(ask: &Ask<'_>, kind: Kind, known: (&[GroupId], &[PurposeId])) -> (Plan, Errors) {
    let words = ask.words();
    let mut errors = Errors::default();
    let has = |who: &str| ask.form.all("wie").any(|one| one == who);
    let asks = Asks {
        guardians: has("ouders"),
        pupils: has("leerlingen"),
        staff: has("medewerkers"),
    };
    if asks == Asks::default() {
        errors.add("wie", words.t("asks-who-none"));
    }
    let mut text = |field: &str, most: usize| {
        let typed = ask.form.one(field).to_owned();
        if typed.is_empty() {
            errors.add(field, words.t("asks-text-none"));
        } else if typed.chars().count() > most {
            errors.add(field, words.f("asks-text-long", &[("most", most.into())]));
        }
        typed
    };
    let subject = Text::new(text("onderwerp", SUBJECT), text("onderwerp-en", SUBJECT));
    let body = Text::new(text("brief", TEXT), text("brief-en", TEXT));
    let remind = campaign::days(ask.form.one("dagen")).unwrap_or_else(|| {
        errors.add("dagen", words.t("asks-days-wrong"));
        Vec::new()
    });
    let chosen = |field: &'static str| -> BTreeSet<&str> { ask.form.all(field).collect() };
    let (groups, purposes) = (chosen("groep"), chosen("doel"));
    let plan = Plan {
        groups: known
            .0
            .iter()
            .copied()
            .filter(|one| groups.contains(one.to_string().as_str()))
            .collect(),
        purposes: known
            .1
            .iter()
            .copied()
            .filter(|one| purposes.contains(one.to_string().as_str()))
            .collect(),
        asks,
        subject,
        text: body,
        remind: if kind == Kind::Reminder {
            Vec::new()
        } else {
            remind
        },
    };
    (plan, errors)
}

/// What was typed is shown once more, with the letter and how many get it; or it is started, if they said so.
pub(super) async fn check(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (school, role) = school(ask, &reading)?;
    let kind = Kind::from_key(ask.form.one("soort")).ok_or(Fault::Missing)?;
    let year = SchoolYear::of(ask.today);
    let groups: Vec<GroupId> = groups::groups(&mut reading.tx, school.id, year)
        .await?
        .iter()
        .map(|group| group.id)
        .collect();
    let purposes: Vec<PurposeId> = purposes::of_school(&mut reading.tx, school.id)
        .await?
        .iter()
        .map(|purpose| purpose.id)
        .collect();
    let (plan, errors) = read(ask, kind, (&groups, &purposes));
    let typed = typed(ask, &mut reading, &school, (kind, &plan)).await?;
    let plan = match errors.or(plan) {
        Ok(plan) if ask.form.one("stap") != "wijzig" => plan,
        Ok(_) => {
            return Ok(Reply::Page(view::form(
                &ask.frame(),
                &typed,
                &Errors::default(),
            )));
        }
        Err(errors) => return Ok(Reply::Again(view::form(&ask.frame(), &typed, &errors))),
    };
    if ask.form.one("stap") == "begin" {
        return start(ask, reading, (&school, role), (kind, plan)).await;
    }
    let count = count(ask, &mut reading, &school, (kind, &plan)).await?;
    let letters = Locale::ALL.map(|locale| letter(locale, &plan, &school));
    Ok(Reply::Page(view::check(
        &ask.frame(),
        &typed,
        &count,
        &letters,
    )))
}

fn letter(locale: Locale, plan: &Plan, school: &School) -> (String, String) {
    let words = crate::texts(locale);
    let own = !plan.asks.guardians;
    let values = [
        ("name", words.t("example-name")),
        ("text", plan.text.said(locale)),
        ("about", words.t("example-child")),
        ("link", words.t("example-link")),
        ("school", school.name.as_str()),
    ];
    let body = asking_said(locale, ("letter-ask", own), &values);
    (plan.subject.said(locale).to_owned(), body)
}

/// How many would be asked today.
async fn count(
    ask: &Ask<'_>,
    reading: &mut Reading,
    school: &School,
    what: (Kind, &Plan),
) -> Result<view::Count, Fault> {
    let people = everybody(&reading.names, school.id);
    let crowd = Crowd::of(
        &mut reading.tx,
        &reading.names,
        school.id,
        &people,
        ask.today,
    )
    .await?;
    let mut about: BTreeSet<PersonId> = BTreeSet::new();
    let mut asked = Vec::new();
    for speaker in people {
        let open = crowd.about(speaker);
        let open = open
            .into_iter()
            .filter(|one| crowd.waits(what, speaker, *one).is_some());
        let open: Vec<PersonId> = open.collect();
        if !open.is_empty() {
            asked.push(speaker);
        }
        about.extend(open);
    }
    let readers = readers(&mut reading.tx, &reading.keys, &asked).await?;
    Ok(view::Count {
        asked: asked.len(),
        about: about.len(),
        nowhere: readers.values().filter(|one| one.address.is_none()).count(),
    })
}

async fn start(
    ask: &Ask<'_>,
    mut reading: Reading,
    (school, role): (&School, Role),
    (kind, plan): (Kind, Plan),
) -> Page {
    let new = Campaign {
        id: ask.new_id(),
        school: school.id,
        kind,
        state: State::Busy,
        made_by: ask.caller.person,
        made_at: ask.now,
        plan,
        looked: None,
    };
    let tx = &mut reading.tx;
    campaigns::add(tx, &new).await?;
    jobs::make_letters(tx, new.id, "begin", ask.now).await?;
    jobs::begin(tx, ask.now).await?;
    let entry = ask
        .entry("consent_asked", "started", role)
        .on(new.id.as_simple().to_string())
        .from_facts(json!({ "school": school.id, "kind": kind.key() }));
    decisions::record(tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!(
        "/toestemmingen/vragen/{}",
        new.id.as_simple()
    )))
}
