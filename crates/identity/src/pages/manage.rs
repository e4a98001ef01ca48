//! Signing in, run by the school: services, accounts for pupils, ending somebody's sessions.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use decisions::Entry;
use serde_json::json;
use shell::{Chance, Fault, Form, Visit, chance, clock};
use ui::Errors;
use words::{Locale, PersonId};

use super::Answer;
use crate::oidc::check_issuer;
use crate::setup::slug_of;
use crate::store::accounts::{self, Account};
use crate::store::providers::{self, Provider};
use crate::store::sessions;
use crate::views::manage as views;
use crate::{Action, Caller, Identity, Scope, texts};

/// The services of the board, and a form for another.
pub(super) async fn services(State(us): State<Identity>, visit: Visit, caller: Caller) -> Response {
    let answer = services_page(&us, &visit, &caller, &Form::default(), &Errors::default()).await;
    us.answer(&visit, answer.map(|page| us.show(&visit, page)))
}

async fn services_page(
    us: &Identity,
    visit: &Visit,
    caller: &Caller,
    typed: &Form,
    errors: &Errors,
) -> Result<maud::Markup, Fault> {
    caller.must(
        Action::SetSignIn,
        &Scope::of(caller.board),
        "/beheer/inloggen",
    )?;
    let keys = us.keys(caller.board).await?;
    let board = us
        .parts
        .db
        .board(caller.board)
        .await?
        .ok_or(Fault::Missing)?;
    let mut tx = us.parts.db.read(caller.board).await?;
    let all = providers::all(&mut tx, &keys).await?;
    let with_address = all
        .iter()
        .map(|one| (one, us.redirect(&board.slug, &one.slug)));
    let (title, content) = views::services(
        visit.locale,
        &caller.csrf,
        &with_address.collect::<Vec<_>>(),
        typed,
        errors,
    );
    Ok(us.page(visit, caller, title, content))
}

/// What was typed of a service, checked.
fn check_service(form: &Form, loopback: bool, locale: Locale) -> Result<Provider, Errors> {
    let words = texts(locale);
    let mut errors = Errors::default();
    let (name, issuer) = (form.one("naam"), form.one("adres").trim_end_matches('/'));
    let slug = slug_of(name);
    if slug.is_empty() || name.chars().count() > 60 {
        errors.add("naam", words.t("fault-service-name"));
    }
    if check_issuer(issuer, loopback).is_none() {
        errors.add("adres", words.t("fault-service-issuer"));
    }
    if form.one("client").is_empty() {
        errors.add("client", words.t("fault-service-client"));
    }
    let claim = match form.one("kenmerk") {
        "" => None,
        claim @ ("email" | "preferred_username" | "upn" | "mail") => Some(claim.to_owned()),
        _ => {
            errors.add("kenmerk", words.t("fault-service-claim"));
            None
        }
    };
    let domains = form
        .one("domeinen")
        .split([',', ' ', '\n', '\r'])
        .filter(|domain| !domain.is_empty());
    let domains: Vec<String> = domains
        .map(|domain| domain.trim_start_matches('@').to_ascii_lowercase())
        .collect();
    if claim.is_some() && (domains.is_empty() || domains.iter().any(|domain| !domain.contains('.')))
    {
        errors.add("domeinen", words.t("fault-service-domains"));
    }
    let secret = form.raw("geheim").trim();
    errors.or(Provider {
        slug,
        name: name.to_owned(),
        issuer: issuer.to_owned(),
        client: form.one("client").to_owned(),
        secret: (!secret.is_empty()).then(|| secret.to_owned()),
        address_claim: claim,
        domains,
    })
}

/// Keeps a service.
pub(super) async fn put_service(
    State(us): State<Identity>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        let form = us.own_form(&headers, body).await?;
        let role = caller.must(
            Action::SetSignIn,
            &Scope::of(caller.board),
            "/beheer/inloggen",
        )?;
        let provider = match check_service(&form, us.parts.config.loopback, visit.locale) {
            Ok(provider) => provider,
            Err(errors) => {
                return Ok(us.again(
                    &visit,
                    services_page(&us, &visit, &caller, &form, &errors).await?,
                ));
            }
        };
        let keys = us.keys(caller.board).await?;
        let mut tx = us.parts.db.begin(caller.board).await?;
        providers::put(&mut tx, &keys, &provider).await?;
        let facts = json!({ "issuer": provider.issuer, "claim": provider.address_claim, "domains": provider.domains });
        let entry = Entry::new(us.now(), "service_set", "set")
            .by(caller.person, Some(role))
            .on(&provider.slug)
            .from_facts(facts);
        decisions::record(&mut tx, &entry).await?;
        tx.commit().await?;
        Ok(us.go_on(&visit, "/beheer/inloggen"))
    };
    us.answer(&visit, answer.await)
}

/// Takes a service away.
pub(super) async fn remove_service(
    State(us): State<Identity>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        let form = us.own_form(&headers, body).await?;
        let role = caller.must(
            Action::SetSignIn,
            &Scope::of(caller.board),
            "/beheer/inloggen",
        )?;
        let mut tx = us.parts.db.begin(caller.board).await?;
        if !providers::remove(&mut tx, form.one("dienst")).await? {
            return Err(Fault::Missing);
        }
        let entry = Entry::new(us.now(), "service_set", "removed")
            .by(caller.person, Some(role))
            .on(form.one("dienst"));
        decisions::record(&mut tx, &entry).await?;
        tx.commit().await?;
        Ok(us.go_on(&visit, "/beheer/inloggen"))
    };
    us.answer(&visit, answer.await)
}

/// Ends every session of somebody, for instance when their telephone was stolen.
pub(super) async fn end_sessions(
    State(us): State<Identity>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        let form = us.own_form(&headers, body).await?;
        let person: PersonId = form.one("persoon").parse().map_err(|_| Fault::Missing)?;
        let now = us.now();
        let mut tx = us.parts.db.begin(caller.board).await?;
        let scope = us
            .parts
            .directory
            .scope(&mut tx, person, clock::today(now))
            .await?;
        let role = caller.must(Action::EndSessions, &scope, &us.back(form.one("naar")))?;
        let ended = sessions::end_all(&mut tx, person, None, now).await?;
        let facts = json!({ "sessions": ended });
        let entry = Entry::new(now, "sessions_ended", "ended")
            .by(caller.person, Some(role))
            .about(person)
            .from_facts(facts);
        decisions::record(&mut tx, &entry).await?;
        tx.commit().await?;
        us.sessions.forget();
        Ok(us.go_on(&visit, &us.back(form.one("naar"))))
    };
    us.answer(&visit, answer.await)
}

/// Who the pupil is, if the caller may make an account for them.
async fn pupil(
    us: &Identity,
    visit: &Visit,
    caller: &Caller,
) -> Result<(crate::Known, words::Role), Fault> {
    let person: PersonId = visit.part(1).parse().map_err(|_| Fault::Missing)?;
    let (keys, today) = (us.keys(caller.board).await?, clock::today(us.now()));
    let mut tx = us.parts.db.read(caller.board).await?;
    let known = us
        .parts
        .directory
        .person(&mut tx, &keys, person)
        .await?
        .ok_or(Fault::Missing)?;
    let scope = us.parts.directory.scope(&mut tx, person, today).await?;
    let role = caller.must(Action::MakeAccounts, &scope, visit.address())?;
    let (roles, _) = us.roles(&mut tx, person, us.now()).await?;
    // A password alone is for pupils; everybody else signs in another way.
    let only_pupil =
        roles.iter().all(|held| held.role == words::Role::Leerling) && !roles.is_empty();
    if only_pupil {
        Ok((known, role))
    } else {
        Err(Fault::Missing)
    }
}

/// Asks whether to make an account for a pupil.
pub(super) async fn ask_pupil(
    State(us): State<Identity>,
    visit: Visit,
    caller: Caller,
) -> Response {
    let answer = async {
        let (known, _) = pupil(&us, &visit, &caller).await?;
        let (title, content) =
            views::ask_pupil(visit.locale, &caller.csrf, known.person, &known.name.said());
        Ok(us.show(&visit, us.page(&visit, &caller, title, content)))
    };
    us.answer(&visit, answer.await)
}

/// Makes it, and shows name and code once: to print, and to hand over.
pub(super) async fn make_pupil(
    State(us): State<Identity>,
    visit: Visit,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer: Answer = async {
        us.own_form(&headers, body).await?;
        let (known, role) = pupil(&us, &visit, &caller).await?;
        let (now, chance) = (us.now(), &*us.parts.chance);
        let code = once_code(chance);
        let password = us.passwords.hash(&code, chance).await?;
        let mut tx = us.parts.db.begin(caller.board).await?;
        let before = accounts::of(&mut tx, known.person).await?;
        let username = match before.username {
            Some(username) => username,
            None => free_name(&mut tx, chance).await?,
        };
        let account = Account {
            username: Some(username.clone()),
            password: Some(password),
            once: true,
            ..Account::default()
        };
        accounts::put(&mut tx, known.person, &account, now).await?;
        sessions::end_all(&mut tx, known.person, None, now).await?;
        let entry = Entry::new(now, "pupil_account", "made")
            .by(caller.person, Some(role))
            .about(known.person);
        decisions::record(&mut tx, &entry).await?;
        tx.commit().await?;
        us.sessions.forget();
        let (title, content) =
            views::made_pupil(visit.locale, &known.name.said(), &username, &code);
        Ok(us.show(&visit, us.page(&visit, &caller, title, content)))
    }
    .await;
    us.answer(&visit, answer)
}

/// Two plain words and a figure: a name to sign in with that says nothing of who it is.
async fn free_name(tx: &mut store::Tx, chance: &dyn Chance) -> anyhow::Result<String> {
    const FIRST: [&str; 16] = [
        "blauwe", "groene", "rode", "gele", "snelle", "stille", "dappere", "vrolijke", "kleine",
        "grote", "ronde", "warme", "slimme", "zachte", "sterke", "lieve",
    ];
    const SECOND: [&str; 16] = [
        "uil", "vos", "egel", "otter", "merel", "haas", "ree", "das", "kikker", "zwaluw", "eend",
        "kat", "mol", "specht", "vink", "bever",
    ];
    loop {
        let [a, b, c, d] = chance::bytes::<4>(chance);
        let pick = |list: &[&'static str; 16], at: u8| {
            list.get(usize::from(at % 16)).copied().unwrap_or("uil")
        };
        let name = format!(
            "{}-{}-{}",
            pick(&FIRST, a),
            pick(&SECOND, b),
            100 + (u32::from(c) << 8 | u32::from(d)) % 9_900
        );
        if accounts::by_username(tx, &name).await?.is_none() {
            return Ok(name);
        }
    }
}

/// A password for one use: twelve signs that a child can copy.
fn once_code(chance: &dyn Chance) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz234567892";
    let signs = chance::bytes::<12>(chance).map(|byte| {
        LETTERS
            .get(usize::from(byte % 32))
            .copied()
            .map_or('a', char::from)
    });
    signs
        .chunks(4)
        .map(String::from_iter)
        .collect::<Vec<_>>()
        .join("-")
}
