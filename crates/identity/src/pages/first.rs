//! The first start.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use decisions::Entry;
use serde_json::json;
use shell::{Fault, Peer, Visit, chance, clock, origin};
use ui::Errors;
use words::{BoardId, PersonId, Role};

use super::Answer;
use crate::session::Means;
use crate::setup::{self, Begin, Beginning};
use crate::store::accounts::{self, Account};
use crate::store::roles::{self, RoleRow};
use crate::views::first as views;
use crate::{First, HeldRole, Identity};

/// Asks what must be known to begin.
pub(super) async fn ask(
    State(us): State<Identity>,
    visit: Visit,
    peer: Peer,
    headers: HeaderMap,
) -> Response {
    let answer = async {
        us.from(&peer)?;
        if !setup::is_invited(&us.parts.db, visit.part(1)).await? {
            return Err(Fault::Missing);
        }
        let first = us.first(&headers);
        let page = page(
            &us,
            &visit,
            &first.token(),
            &Begin::default(),
            &Errors::default(),
        );
        Ok(first.onto(us.show(&visit, page)))
    };
    us.answer(&visit, answer.await)
}

fn page(us: &Identity, visit: &Visit, token: &str, typed: &Begin, errors: &Errors) -> maud::Markup {
    let (title, content) = views::ask(visit.locale, visit.part(1), token, typed, errors);
    us.open_page(visit, title, content)
}

/// Begins: board, school, administrator. The link is used up.
pub(super) async fn begin(
    State(us): State<Identity>,
    visit: Visit,
    peer: Peer,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let answer = async {
        let (form, first) = us.first_form(&headers, body).await?;
        us.from(&peer)?;
        if !setup::is_invited(&us.parts.db, visit.part(1)).await? {
            return Err(Fault::Missing);
        }
        let typed = Begin::read(&form);
        match typed.check(form.raw("wachtwoord"), visit.locale) {
            Ok(valid) => found(&us, &visit, &headers, valid).await,
            Err(errors) => {
                let page = page(&us, &visit, &origin::form_token(&first), &typed, &errors);
                Ok(us.again(&visit, page))
            }
        }
    };
    us.answer(&visit, answer.await)
}

async fn found(us: &Identity, visit: &Visit, headers: &HeaderMap, valid: Beginning) -> Answer {
    let (now, chance) = (us.now(), &*us.parts.chance);
    let password = us.passwords.hash(&valid.password, chance).await?;
    // Of two who press the button at once, one begins.
    if !setup::accept(&us.parts.db).await? {
        return Err(Fault::Missing);
    }
    let board = BoardId(chance::id(chance, now));
    let keys = us
        .parts
        .keyring
        .found(board, &valid.slug, &valid.board, now)
        .await?;
    let person = PersonId(chance::id(chance, now));
    let mut tx = us.parts.db.begin(board).await?;
    let first = First {
        school: valid.school,
        sector: valid.sector,
        protocol: None,
        person,
        name: valid.name,
        address: valid.address,
    };
    us.parts
        .directory
        .begin(&mut tx, &keys, &first, now)
        .await?;
    for role in [Role::Beheerder, Role::Directeur] {
        let id = chance::id(chance, now);
        let held = HeldRole::everywhere(role);
        let row = RoleRow {
            id,
            person,
            held,
            from: clock::today(now),
            until: None,
        };
        roles::give(&mut tx, &row, now).await?;
        let entry = Entry::new(now, "role_given", "given")
            .about(person)
            .from_facts(json!({ "role": role.key() }));
        decisions::record(&mut tx, &entry).await?;
    }
    let account = Account {
        password: Some(password),
        ..Account::default()
    };
    accounts::put(&mut tx, person, &account, now).await?;
    let entry = Entry::new(now, "board_founded", "founded").by(person, Some(Role::Beheerder));
    decisions::record(&mut tx, &entry).await?;
    let begun = us
        .begin(&mut tx, (&keys, person, Means::Password), headers)
        .await?;
    tx.commit().await?;
    Ok(begun.onto(us.go_on(visit, "/account")))
}
