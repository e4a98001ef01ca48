//! Sessions: who is signed in here, and for how long.
//!
//! The browser holds `BOARD.TOKEN`, the database the hash of that. A session is looked up at most once a second by each
//! process; so when it is ended anywhere, it is over everywhere within that second.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum::response::Response;
use decisions::Entry;
use jiff::{SignedDuration, Timestamp};
use seal::BoardKeys;
use shell::{Fault, Visit, chance, clock, cookie, origin};
use store::Tx;
use words::{BoardId, Locale, PersonId, Role};

use crate::store::sessions::{self, Session};
use crate::store::{hash, roles};
use crate::{Caller, HeldRole, Identity, Ties};

/// How long a look-up is believed.
const BELIEVED: SignedDuration = SignedDuration::from_secs(1);
/// That a session was used is written down this often at most.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(1);
/// Look-ups that are kept before the old ones are thrown out.
const KEPT: usize = 10_000;

/// How somebody showed that it is them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// A passkey.
    Passkey,
    /// A password with a second factor.
    Password,
    /// A pupil's password, which has no second factor.
    Pupil,
    /// Another service.
    Oidc,
    /// A link by mail.
    Mail,
    /// A link in a letter that asks something.
    Letter,
    /// One click, in the demo.
    Demo,
}

impl Means {
    /// The word in the database and in the names of texts.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Passkey => "passkey",
            Self::Password => "password",
            Self::Pupil => "pupil",
            Self::Oidc => "oidc",
            Self::Mail => "mail",
            Self::Letter => LETTER,
            Self::Demo => "demo",
        }
    }

    /// Whether somebody who signs in this way has just proved that it is them. Another service may have known them for hours.
    const fn is_fresh_proof(self) -> bool {
        matches!(self, Self::Passkey | Self::Password | Self::Demo)
    }
}

const LETTER: &str = "letter";

/// The roles that a session may use: a link in a letter none, a link by mail opens what a parent sees, a password alone what a pupil sees, whatever
/// else the person is.
fn usable(means: &str, role: Role) -> Option<Role> {
    let fits = match means {
        LETTER => false,
        "mail" => role == Role::Ouder,
        "pupil" => role == Role::Leerling,
        _ => true,
    };
    fits.then_some(role)
}

/// What was looked up of a session.
#[derive(Debug)]
struct Found {
    board: BoardId,
    session: Session,
    name: String,
    roles: Vec<HeldRole>,
    ties: Ties,
}

/// A look-up that failed is kept as well.
type Kept = (Timestamp, Option<Arc<Found>>);

/// What was looked up a moment ago.
#[derive(Default)]
pub(crate) struct Sessions(Mutex<HashMap<Vec<u8>, Kept>>);

impl Sessions {
    /// Forgets all that was looked up: something changed.
    pub(crate) fn forget(&self) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    /// What was looked up a moment ago, if anything was.
    fn get(&self, key: &[u8], now: Timestamp) -> Option<Kept> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let one = kept.get(key)?;
        (now.duration_since(one.0).abs() < BELIEVED).then(|| one.clone())
    }

    fn put(&self, key: Vec<u8>, now: Timestamp, found: Option<Arc<Found>>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT {
            kept.retain(|_, (at, _)| now.duration_since(*at).abs() < BELIEVED);
        }
        kept.insert(key, (now, found));
    }
}

impl Identity {
    /// Who is signed in, by the cookie of a request.
    pub async fn caller(
        &self,
        headers: &HeaderMap,
        locale: Locale,
    ) -> anyhow::Result<Option<Caller>> {
        let Some(cookie) = cookie::read(headers, cookie::SESSION) else {
            return Ok(None);
        };
        let (key, now) = (hash(cookie), self.now());
        let found = if let Some((_, found)) = self.sessions.get(&key, now) {
            found
        } else {
            let found = self.look_up(cookie, &key, now).await?.map(Arc::new);
            self.sessions.put(key, now, found.clone());
            found
        };
        Ok(found.map(|found| Caller {
            board: found.board,
            person: found.session.person,
            name: found.name.clone(),
            roles: found.roles.clone(),
            ties: found.ties.clone(),
            session: found.session.id,
            csrf: origin::form_token(cookie),
            locale,
            by_letter: found.session.means == LETTER,
            stepped_up: found.session.is_stepped_up(now),
        }))
    }

    async fn look_up(
        &self,
        cookie: &str,
        key: &[u8],
        now: Timestamp,
    ) -> anyhow::Result<Option<Found>> {
        let board = cookie
            .split_once('.')
            .and_then(|(board, _)| board.parse::<BoardId>().ok());
        let Some(board) = board else { return Ok(None) };
        let Some(keys) = self.parts.keyring.of(board).await? else {
            return Ok(None);
        };
        let mut tx = self.parts.db.read(board).await?;
        let Some(session) = sessions::by_token(&mut tx, key.to_vec(), now).await? else {
            return Ok(None);
        };
        let directory = &self.parts.directory;
        let Some(known) = directory.person(&mut tx, &keys, session.person).await? else {
            return Ok(None);
        };
        let (roles, mut ties) = self.roles(&mut tx, session.person, now).await?;
        if session.means == LETTER {
            ties = Ties::default();
        }
        drop(tx);
        if now.duration_since(session.seen) >= SEEN_EVERY {
            let mut tx = self.parts.db.begin(board).await?;
            sessions::seen(&mut tx, session.id, now).await?;
            tx.commit().await?;
        }
        let usable = roles
            .into_iter()
            .filter(|held| usable(&session.means, held.role).is_some());
        Ok(Some(Found {
            board,
            name: known.name.said(),
            roles: usable.collect(),
            ties,
            session,
        }))
    }

    /// The roles that somebody fills today: given, and by the roster; and whom they are tied to.
    pub(crate) async fn roles(
        &self,
        tx: &mut Tx,
        person: PersonId,
        now: Timestamp,
    ) -> anyhow::Result<(Vec<HeldRole>, Ties)> {
        let today = clock::today(now);
        let given = roles::of(tx, person, today).await?;
        let ties = self.parts.directory.ties(tx, person, today).await?;
        let mut all: Vec<HeldRole> = given.into_iter().map(|row| row.held).collect();
        for role in &ties.roles {
            if !all.contains(role) {
                all.push(role.clone());
            }
        }
        Ok((all, ties))
    }

    /// Begins a session, and ends the one that this browser had: nobody goes on under a secret from before signing in. What
    /// comes back is the new secret; it goes out when the transaction is kept.
    pub(crate) async fn begin(
        &self,
        tx: &mut Tx,
        (keys, person, means): (&BoardKeys, PersonId, Means),
        headers: &HeaderMap,
    ) -> anyhow::Result<NewSession> {
        let (now, chance) = (self.now(), &*self.parts.chance);
        if let Some(old) = cookie::read(headers, cookie::SESSION)
            && let Some(old) = sessions::by_token(tx, hash(old), now).await?
        {
            sessions::end(tx, old.person, old.id, now).await?;
        }
        let secret = format!("{}.{}", tx.board(), chance::token(chance));
        let session = Session {
            id: chance::id(chance, now),
            person,
            means: means.key().to_owned(),
            device: device(headers).to_owned(),
            begun: now,
            seen: now,
            stepped_up: means.is_fresh_proof().then_some(now),
        };
        sessions::begin(tx, &session, hash(&secret)).await?;
        let entry = Entry::new(now, "signed_in", means.key())
            .by(person, None)
            .about(person);
        decisions::record(tx, &entry).await?;
        crate::jobs::sweep_daily(tx, now).await?;
        Ok(NewSession {
            secret,
            device: crate::device::remember(keys, person, headers, chance),
        })
    }

    /// The session goes on under a new secret, now that they proved that it is them.
    pub(crate) async fn step_up(&self, tx: &mut Tx, caller: &Caller) -> anyhow::Result<NewSession> {
        let secret = format!("{}.{}", tx.board(), chance::token(&*self.parts.chance));
        let now = self.now();
        sessions::step_up(tx, caller.session, hash(&secret), now).await?;
        let entry = Entry::new(now, "stepped_up", "proved")
            .by(caller.person, None)
            .about(caller.person);
        decisions::record(tx, &entry).await?;
        self.sessions.forget();
        Ok(NewSession {
            secret,
            device: None,
        })
    }
}

/// A session that was begun, and the secrets that the browser gets.
pub(crate) struct NewSession {
    secret: String,
    device: Option<String>,
}

impl NewSession {
    /// Gives the browser its secrets, and takes away the one from before signing in.
    pub(crate) fn onto(&self, mut response: Response) -> Response {
        let headers = response.headers_mut();
        headers.append(
            header::SET_COOKIE,
            cookie::set(cookie::SESSION, &self.secret),
        );
        headers.append(header::SET_COOKIE, cookie::clear(cookie::FIRST));
        if let Some(device) = &self.device {
            headers.append(
                header::SET_COOKIE,
                cookie::set_for(crate::device::COOKIE, device, crate::device::SECONDS),
            );
        }
        response
    }
}

/// What a browser says it is, as much as one needs to recognise one's own devices, and no more.
fn device(headers: &HeaderMap) -> &'static str {
    let said = headers
        .get(header::USER_AGENT)
        .and_then(|said| said.to_str().ok())
        .unwrap_or_default();
    let kinds = [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("CrOS", "Chromebook"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ];
    kinds
        .into_iter()
        .find(|(word, _)| said.contains(word))
        .map_or("?", |(_, kind)| kind)
}

/// Whether somebody may be on this page at all: who came by a link in a letter only where it leads, and out.
fn opens(us: &Identity, caller: &Caller, visit: &Visit) -> bool {
    let names = |page: &String| {
        visit.path() == page || (page.ends_with('/') && visit.path().starts_with(page.as_str()))
    };
    !caller.by_letter || visit.path() == "/uitloggen" || us.parts.config.letters.iter().any(names)
}

impl<S> FromRequestParts<S> for Caller
where
    S: Send + Sync,
    Identity: FromRef<S>,
{
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let us = Identity::from_ref(state);
        let visit = Visit::new(parts.uri.clone(), &parts.headers);
        match us.caller(&parts.headers, visit.locale).await {
            Ok(Some(caller)) if opens(&us, &caller, &visit) => Ok(caller),
            Ok(_) if parts.method == Method::GET => {
                let back: String =
                    form_urlencoded::byte_serialize(visit.address().as_bytes()).collect();
                Err(us
                    .parts
                    .site
                    .go_on(&visit, &format!("/aanmelden?naar={back}")))
            }
            Ok(_) => Err(us.parts.site.fault(
                &visit,
                &Fault::SignIn {
                    back: us.parts.config.home.clone(),
                },
            )),
            Err(fault) => Err(us.parts.site.fault(&visit, &Fault::Broken(fault))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_by_mail_opens_what_a_parent_sees_and_no_more() {
        assert_eq!(usable("mail", Role::Ouder), Some(Role::Ouder));
        assert_eq!(usable("mail", Role::Directeur), None);
        assert_eq!(usable("letter", Role::Ouder), None);
        assert_eq!(usable("pupil", Role::Leerling), Some(Role::Leerling));
        assert_eq!(usable("pupil", Role::Beheerder), None);
        assert_eq!(usable("passkey", Role::Directeur), Some(Role::Directeur));
    }
}
