//! What the school asks consent for, and in which words.

use identity::Action;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::forms::line;
use people::model::School;
use serde_json::json;
use shell::Fault;
use ui::Errors;
use ui::form::Choice;
use words::{Channel, Medium, PersonId, PurposeId, Role, Text};

use crate::model::{Audience, Ground, Notice, Offer, Purpose};
use crate::store::purposes::{self as sql, NewPurpose};
use crate::usual;
use crate::views::purposes as view;

/// Longer no text of a notice is.
const LONG: usize = 1_000;

pub(super) fn school(ask: &Ask<'_>, reading: &Reading) -> Result<(School, Role), Fault> {
    let school = ask.school_for(Action::SetConsent, &reading.schools)?;
    let role = ask.must(Action::SetConsent, &ask.at(school.id))?;
    Ok((school, role))
}

/// The purposes of a school.
pub(super) async fn list(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let (school, _) = school(ask, &reading)?;
    let all = sql::of_school(&mut reading.tx, school.id).await?;
    let rows = all.iter().map(|purpose| view::Listed {
        id: purpose.id.to_string(),
        title: purpose.notice.title.said(ask.locale()).to_owned(),
        ground: ask.words().t(ground_key(purpose.notice.ground)).to_owned(),
        asks: purpose
            .cells()
            .map(|cell| super::cell_said(ask.words(), cell))
            .collect(),
        version: purpose.version,
        since: ask.frame().day(shell::clock::today(purpose.since)),
        ended: purpose.ends_on.map(|day| ask.frame().day(day)),
    });
    let rows: Vec<view::Listed> = rows.collect();
    let (id, name) = (school.id.to_string(), school.name);
    Ok(Reply::Page(view::list(&ask.frame(), &id, &name, &rows)))
}

const fn ground_key(ground: Ground) -> &'static str {
    match ground {
        Ground::Consent => "ground-consent",
        Ground::Task => "ground-task",
        Ground::Interest => "ground-interest",
    }
}

const fn audience_key(audience: Audience) -> &'static str {
    match audience {
        Audience::Pupils => "audience-pupils",
        Audience::Staff => "audience-staff",
        Audience::Everybody => "audience-everybody",
    }
}

/// The purpose of the address; none for a new one, and for `gewoon`, which adds the usual list.
async fn purpose(
    ask: &Ask<'_>,
    reading: &mut Reading,
    school: &School,
) -> Result<Option<Purpose>, Fault> {
    if matches!(ask.visit.part(2), "nieuw" | "gewoon") {
        return Ok(None);
    }
    let id: PersonId = ask.id(2)?;
    let all = sql::of_school(&mut reading.tx, school.id).await?;
    let found = all.into_iter().find(|purpose| purpose.id.0 == id.0);
    found.map(Some).ok_or(Fault::Missing)
}

/// The form of a purpose.
pub(super) async fn form(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let (school, _) = school(ask, &reading)?;
    let purpose = purpose(ask, &mut reading, &school).await?;
    let shown = typed(ask, &school, purpose.as_ref(), false);
    Ok(Reply::Page(view::form(
        &ask.frame(),
        &shown,
        &Errors::default(),
    )))
}

fn typed(ask: &Ask<'_>, school: &School, purpose: Option<&Purpose>, sent: bool) -> view::Typed {
    let words = ask.words();
    let notice = purpose.map(|purpose| &purpose.notice);
    let text = |field: &str, of: fn(&Notice) -> &str| {
        if sent {
            ask.form.one(field).to_owned()
        } else {
            notice.map_or("", of).to_owned()
        }
    };
    let asked = |channel: Channel, medium: Medium| {
        if sent {
            ask.form.has(&offer_field(channel, medium))
        } else {
            purpose.is_some_and(|purpose| purpose.offer(channel, medium).is_some())
        }
    };
    let offers = Channel::ALL
        .into_iter()
        .flat_map(|channel| Medium::ALL.map(|medium| (channel, medium)));
    let chosen = |key: &str, is_now: bool, field: &str| {
        if sent {
            ask.form.one(field) == key
        } else {
            is_now
        }
    };
    let grounds = Ground::ALL.iter().map(|one| {
        let now = notice.map_or(*one == Ground::Consent, |notice| notice.ground == *one);
        Choice::new(
            one.key(),
            words.t(ground_key(*one)),
            chosen(one.key(), now, "grond"),
        )
    });
    let audiences = Audience::ALL.iter().map(|one| {
        let now = notice.map_or(*one == Audience::Everybody, |notice| {
            notice.audience == *one
        });
        Choice::new(
            one.key(),
            words.t(audience_key(*one)),
            chosen(one.key(), now, "wie"),
        )
    });
    view::Typed {
        school: school.id.to_string(),
        id: purpose.map_or_else(|| "nieuw".to_owned(), |purpose| purpose.id.to_string()),
        version: purpose.map_or(0, |purpose| purpose.version),
        texts: [
            (
                "titel-nl",
                "notice-title",
                text("titel-nl", |one| &one.title.nl),
            ),
            (
                "titel-en",
                "notice-title-en",
                text("titel-en", |one| &one.title.en),
            ),
            (
                "waarom-nl",
                "notice-why",
                text("waarom-nl", |one| &one.why.nl),
            ),
            (
                "waarom-en",
                "notice-why-en",
                text("waarom-en", |one| &one.why.en),
            ),
            (
                "bewaren-nl",
                "notice-kept",
                text("bewaren-nl", |one| &one.kept.nl),
            ),
            (
                "bewaren-en",
                "notice-kept-en",
                text("bewaren-en", |one| &one.kept.en),
            ),
        ],
        recipients: if sent {
            ask.form.one("ontvangers").to_owned()
        } else {
            notice.map_or_else(String::new, |one| one.recipients.join(", "))
        },
        days: if sent {
            ask.form.one("dagen").to_owned()
        } else {
            let days = notice.and_then(|one| one.retention_days);
            days.map_or_else(String::new, |days| days.to_string())
        },
        grounds: grounds.collect(),
        audiences: audiences.collect(),
        offers: offers
            .map(|(channel, medium)| {
                let cell = crate::model::Cell {
                    purpose: PurposeId(uuid::Uuid::nil()),
                    channel,
                    medium,
                };
                (
                    offer_field(channel, medium),
                    super::cell_said(words, cell),
                    asked(channel, medium),
                )
            })
            .collect(),
        ended: purpose.is_some_and(|purpose| purpose.ends_on.is_some()),
    }
}

fn offer_field(channel: Channel, medium: Medium) -> String {
    format!("v-{}-{}", channel.key(), medium.key())
}

/// What was typed, checked: the notice that comes into force as this version. What was asked before keeps its answers, unless
/// the school says that something changed that matters.
fn check(ask: &Ask<'_>, before: Option<&Purpose>) -> Result<Notice, Errors> {
    let (words, form) = (ask.words(), &ask.form);
    let mut errors = Errors::default();
    let version = before.map_or(1, |purpose| purpose.version + 1);
    let mut text = |name: &str| {
        let mut part = |field: String| {
            let typed = line(form.one(&field));
            if typed.is_empty() || typed.chars().count() > LONG {
                errors.add(field, words.t("notice-fill-in"));
            }
            typed
        };
        Text::new(part(format!("{name}-nl")), part(format!("{name}-en")))
    };
    let (title, why, kept) = (text("titel"), text("waarom"), text("bewaren"));
    let ground = Ground::from_key(form.one("grond"));
    let audience = Audience::from_key(form.one("wie"));
    if ground.is_none() {
        errors.add("grond", words.t("notice-choose-ground"));
    }
    if audience.is_none() {
        errors.add("wie", words.t("notice-choose-audience"));
    }
    let days = form.one("dagen");
    let retention_days = days
        .parse()
        .ok()
        .filter(|days: &i64| (1..=3_650).contains(days));
    if !days.is_empty() && retention_days.is_none() {
        errors.add("dagen", words.t("notice-days"));
    }
    let again = form.one("opnieuw") == "ja";
    let mut offers = Vec::new();
    for channel in Channel::ALL {
        for medium in Medium::ALL {
            if form.has(&offer_field(channel, medium)) {
                let old = before.and_then(|purpose| purpose.offer(channel, medium));
                let since = old.filter(|_| !again).map_or(version, |offer| offer.since);
                offers.push(Offer {
                    channel,
                    medium,
                    since,
                });
            }
        }
    }
    let asks = ground == Some(Ground::Consent);
    if asks && offers.is_empty() {
        errors.add("vragen", words.t("notice-choose-offer"));
    }
    let recipients = form.one("ontvangers").split(',').map(line);
    errors.or(Notice {
        title,
        why,
        kept,
        ground: ground.unwrap_or(Ground::Consent),
        audience: audience.unwrap_or(Audience::Everybody),
        levels: before.and_then(|purpose| purpose.notice.levels),
        recipients: recipients
            .filter(|name| !name.is_empty())
            .take(20)
            .collect(),
        retention_days,
        offers: if asks { offers } else { Vec::new() },
    })
}

/// Keeps a purpose: a new one, or a new version of its notice.
pub(super) async fn keep(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (school, role) = school(ask, &reading)?;
    let before = purpose(ask, &mut reading, &school).await?;
    let back = format!("/toestemmingen/doelen?school={}", school.id);
    if ask.visit.part(2) == "gewoon" {
        let new = usual::purposes(school.id, || ask.new_id());
        let there = sql::of_school(&mut reading.tx, school.id).await?;
        if there.is_empty() {
            sql::add(&mut reading.tx, &new, Some(ask.caller.person), ask.now).await?;
            let facts = json!({ "school": school.id, "purposes": new.len() });
            let entry = ask
                .entry("consent_purposes", "added", role)
                .from_facts(facts);
            decisions::record(&mut reading.tx, &entry).await?;
            reading.tx.commit().await?;
        }
        return Ok(Reply::GoOn(back));
    }
    let again = |mut errors: Errors, key: Option<&str>| {
        if let Some(key) = key {
            errors.add("titel-nl", ask.words().t(key));
        }
        let shown = typed(ask, &school, before.as_ref(), true);
        Ok(Reply::Again(view::form(&ask.frame(), &shown, &errors)))
    };
    let notice = match check(ask, before.as_ref()) {
        Ok(notice) => notice,
        Err(errors) => return again(errors, None),
    };
    let me = ask.caller.person;
    let (id, version) = if let Some(purpose) = &before {
        let seen = ask.form.one("versie").parse().unwrap_or_default();
        if !sql::change(&mut reading.tx, purpose.id, seen, &notice, me, ask.now).await? {
            return again(Errors::default(), Some("notice-somebody-else"));
        }
        (purpose.id, seen + 1)
    } else {
        let id = PurposeId(ask.new_id());
        let new = NewPurpose {
            id,
            school: school.id,
            ends_on: None,
            notice,
        };
        sql::add(&mut reading.tx, &[new], Some(me), ask.now).await?;
        (id, 1)
    };
    let asks_again = ask.form.one("opnieuw") == "ja";
    let entry = ask
        .entry("consent_notice", "changed", role)
        .on(id.to_string())
        .from_facts(json!({ "school": school.id, "version": version, "asks_again": asks_again }));
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(back))
}

/// Ends a purpose today, or lets it go on.
pub(super) async fn end(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (school, role) = school(ask, &reading)?;
    let purpose = purpose(ask, &mut reading, &school)
        .await?
        .ok_or(Fault::Missing)?;
    let day = purpose.ends_on.is_none().then_some(ask.today);
    sql::end(&mut reading.tx, purpose.id, day).await?;
    let outcome = if day.is_some() { "ended" } else { "goes_on" };
    let entry = ask
        .entry("consent_notice", outcome, role)
        .on(purpose.id.to_string());
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!(
        "/toestemmingen/doelen?school={}",
        school.id
    )))
}
