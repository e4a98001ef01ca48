//! One request of somebody who signed in: what every handler here, and those of later words, begin with.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use decisions::Entry;
use identity::{Action, Caller, Reason, Scope};
use jiff::Timestamp;
use jiff::civil::Date;
use maud::Markup;
use seal::BoardKeys;
use shell::{Fault, Form, Visit};
use store::Tx;
use ui::{Place, Table};
use uuid::Uuid;
use words::{GroupId, Locale, PersonId, Role, SchoolId};

use crate::directory::{Directory, Known};
use crate::model::{Group, School};
use crate::store::schools;
use crate::views::Frame;
use crate::year::age_on;
use crate::{People, texts};

/// What a handler answers.
pub enum Reply {
    /// This page.
    Page(Markup),
    /// The form again, with what is to be repaired.
    Again(Markup),
    /// Go on at this address, without language.
    GoOn(String),
    /// The same form is sent on to this address, without language: what it began here goes on there.
    SendOn(String),
}

/// What a handler answers, or why not.
pub type Answer = Result<Reply, Fault>;

/// One request: who asks, what, and when.
pub struct Ask<'a> {
    /// The screens' state.
    pub us: &'a People,
    /// The address and its language.
    pub visit: &'a Visit,
    /// Who asks.
    pub caller: &'a Caller,
    /// What was sent; empty for a page.
    pub form: Form,
    /// The moment of the request.
    pub now: Timestamp,
    /// The day it is at a Dutch school.
    pub today: Date,
    texts: fn(Locale) -> &'static Table,
    query: BTreeMap<String, String>,
}

/// A transaction with all that reading people takes.
pub struct Reading {
    /// The transaction.
    pub tx: Tx,
    /// The keys of the board.
    pub keys: BoardKeys,
    /// Everybody by name.
    pub names: Arc<Directory>,
    /// The schools of the board.
    pub schools: Vec<School>,
}

impl<'a> Ask<'a> {
    /// A request in the words of this crate.
    pub fn new(us: &'a People, visit: &'a Visit, caller: &'a Caller, form: Form) -> Self {
        Self::with_words(us, visit, caller, form, texts)
    }

    /// A request in the words of another slice.
    pub fn with_words(
        us: &'a People,
        visit: &'a Visit,
        caller: &'a Caller,
        form: Form,
        texts: fn(Locale) -> &'static Table,
    ) -> Self {
        let now = us.identity.now();
        Self {
            us,
            visit,
            caller,
            form,
            now,
            today: shell::clock::today(now),
            texts,
            query: visit.pairs().collect(),
        }
    }

    /// The form came from a page of ours.
    pub fn is_ours(&self) -> Result<(), Fault> {
        let sent = self.form.raw(shell::origin::FIELD);
        if shell::origin::same(sent, &self.caller.csrf) {
            Ok(())
        } else {
            Err(Fault::Forged)
        }
    }

    /// The request itself came from a page of ours: known before anything of it is read.
    pub fn comes_from_us(&self, headers: &HeaderMap) -> Result<(), Fault> {
        self.us.identity.parts.origins.check(headers)
    }

    /// The answer as a page, a form with its faults, another address, or the page of a fault.
    pub fn reply(&self, answer: Answer) -> Response {
        let site = &self.us.identity.parts.site;
        match answer {
            Ok(Reply::Page(page)) => site.private(self.visit, Ok(page)),
            Ok(Reply::Again(page)) => {
                site.private_as(StatusCode::UNPROCESSABLE_ENTITY, self.visit, Ok(page))
            }
            Ok(Reply::GoOn(address)) => site.go_on(self.visit, &address),
            Ok(Reply::SendOn(address)) => site.send_on(self.visit, &address),
            Err(fault) => site.fault(self.visit, &fault),
        }
    }

    /// The language of the request.
    pub fn locale(&self) -> Locale {
        self.visit.locale
    }

    /// The words of this slice in that language.
    pub fn words(&self) -> &'static Table {
        (self.texts)(self.visit.locale)
    }

    /// A value of the query; empty if it did not come.
    pub fn query(&self, key: &str) -> &str {
        self.query.get(key).map_or("", |value| value.trim())
    }

    /// The identity in this part of the path.
    pub fn id<T: From<Uuid>>(&self, at: usize) -> Result<T, Fault> {
        let part: PersonId = self.visit.part(at).parse().map_err(|_| Fault::Missing)?;
        Ok(part.0.into())
    }

    /// A new identity.
    pub fn new_id(&self) -> Uuid {
        shell::chance::id(&*self.us.identity.parts.chance, self.now)
    }

    /// What stands around the screen.
    pub fn frame(&self) -> Frame<'_> {
        Frame {
            texts: self.texts,
            links: &self.us.identity.parts.site.links,
            visit: self.visit,
            account: self.us.identity.account(self.caller),
        }
    }

    /// A transaction that reads.
    pub async fn reading(&self) -> Result<Reading, Fault> {
        let tx = self.us.identity.parts.db.read(self.caller.board).await?;
        self.with(tx).await
    }

    /// A transaction that changes something; also one that writes in the log that somebody looked.
    pub async fn writing(&self) -> Result<Reading, Fault> {
        let tx = self.us.identity.parts.db.begin(self.caller.board).await?;
        self.with(tx).await
    }

    async fn with(&self, mut tx: Tx) -> Result<Reading, Fault> {
        let keys = self.us.keys(self.caller.board).await?;
        let names = self.us.directories.of(&mut tx, &keys, self.today).await?;
        let schools = schools::schools(&mut tx).await?;
        Ok(Reading {
            tx,
            keys,
            names,
            schools,
        })
    }

    /// The board as a whole.
    pub fn board(&self) -> Scope {
        Scope::of(self.caller.board)
    }

    /// A school.
    pub fn at(&self, school: SchoolId) -> Scope {
        self.board().school(school)
    }

    /// A group.
    pub fn of_group(&self, group: &Group) -> Scope {
        self.at(group.school).group(group.id)
    }

    /// A person, with the schools and groups where they are.
    pub fn of(&self, known: &Known) -> Scope {
        known.scope(self.caller.board)
    }

    /// The role in which they may do this to what an address names. What they may not even see is not there: the answer is
    /// the same as for an identity that nobody has.
    pub fn must(&self, action: Action, scope: &Scope) -> Result<Role, Fault> {
        let outcome = self.caller.may(action, scope);
        match outcome.role {
            Some(role) => Ok(role),
            None if outcome.reasons.contains(&Reason::StepUp) => {
                self.caller.must(action, scope, self.visit.address())
            }
            None => Err(Fault::Missing),
        }
    }

    /// The role in which they may do this, if they may.
    pub fn role_for(&self, action: Action, scope: &Scope) -> Option<Role> {
        self.caller.may(action, scope).role
    }

    /// The role in which they may open somebody's file. A parent opens it no more once the child is of age: from then on
    /// nobody represents it.
    pub fn looks(&self, known: &Known) -> Option<Role> {
        let role = self.role_for(Action::LookFile, &self.of(known))?;
        let of_age = known
            .born
            .is_some_and(|born| age_on(born, self.today) >= 18);
        (role != Role::Ouder || !of_age).then_some(role)
    }

    /// They may see who somebody is.
    pub fn sees(&self, known: &Known) -> bool {
        let scope = self.of(known);
        let seen = [Action::LookPersons, Action::EditPersons]
            .iter()
            .any(|action| self.role_for(*action, &scope).is_some());
        seen || self.looks(known).is_some()
    }

    /// The groups that they teach or mentor, or that a role of theirs is for.
    pub fn own_groups(&self) -> impl Iterator<Item = GroupId> {
        self.caller.own_groups()
    }

    /// They may do this, at once or after they proved again that it is them: so a page offers it.
    pub fn offers(&self, action: Action, scope: &Scope) -> bool {
        let outcome = self.caller.may(action, scope);
        outcome.role.is_some() || outcome.reasons.contains(&Reason::StepUp)
    }

    /// The schools where they may do this, or after they proved again that it is them.
    pub fn schools_for(&self, action: Action, schools: &[School]) -> Vec<School> {
        let may = |school: &&School| self.offers(action, &self.at(school.id));
        schools.iter().filter(may).cloned().collect()
    }

    /// The school of this request: the one in the query or the form if they may do this there, or the first where they may.
    pub fn school_for(&self, action: Action, schools: &[School]) -> Result<School, Fault> {
        let mine = self.schools_for(action, schools);
        let asked = [self.form.one("school"), self.query("school")]
            .into_iter()
            .find(|text| !text.is_empty());
        let found = match asked {
            Some(text) => mine
                .into_iter()
                .find(|school| school.id.to_string() == text)
                .ok_or(Fault::Missing),
            None => mine.into_iter().next().ok_or_else(|| self.refused(action)),
        }?;
        self.must(action, &self.at(found.id)).map(|_| found)
    }

    /// They may do this nowhere: the page that says so.
    pub fn refused(&self, action: Action) -> Fault {
        match self
            .caller
            .must(action, &self.board(), self.visit.address())
        {
            Err(fault) => fault,
            Ok(_) => Fault::Missing,
        }
    }

    /// An entry of the log about something they did in this role.
    pub fn entry(&self, kind: &str, outcome: &str, role: Role) -> Entry {
        Entry::new(self.now, kind, outcome).by(self.caller.person, Some(role))
    }
}

/// A handler that shows a page. `$us` is the state of a slice and `$ask` makes its request of it: `fn(&State, &Visit, &Caller,
/// Form)`.
#[macro_export]
macro_rules! shows {
    ($us:ty, $ask:path, $page:path) => {
        axum::routing::get(
            |axum::extract::State(us): axum::extract::State<$us>,
             visit: shell::Visit,
             caller: identity::Caller| async move {
                let ask = $ask(&us, &visit, &caller, shell::Form::default());
                ask.reply($page(&ask).await)
            },
        )
    };
}

/// A handler that takes a form of at most `$cap` bytes, if it came from a page of ours.
#[macro_export]
macro_rules! takes {
    ($us:ty, $ask:path, $cap:expr, $page:path) => {
        axum::routing::post(
            |axum::extract::State(us): axum::extract::State<$us>,
             visit: shell::Visit,
             caller: identity::Caller,
             headers: axum::http::HeaderMap,
             body: axum::body::Body| async move {
                let (form, read) = match shell::Form::read(&headers, body, $cap).await {
                    Ok(form) => (form, Ok(())),
                    Err(fault) => (shell::Form::default(), Err(fault)),
                };
                let ask = $ask(&us, &visit, &caller, form);
                match read.and_then(|()| ask.is_ours()) {
                    Ok(()) => ask.reply($page(&ask).await),
                    Err(fault) => ask.reply(Err(fault)),
                }
            },
        )
    };
}

/// A handler that takes a form with a file of at most `$cap` bytes; the page gets the file, if one was chosen.
#[macro_export]
macro_rules! receives {
    ($us:ty, $ask:path, $cap:expr, $page:path) => {
        axum::routing::post(
            |axum::extract::State(us): axum::extract::State<$us>,
             visit: shell::Visit,
             caller: identity::Caller,
             request: axum::extract::Request| async move {
                let ask = $ask(&us, &visit, &caller, shell::Form::default());
                // Before reading, so that a stranger's page cannot fill the disk.
                if let Err(fault) = ask.comes_from_us(request.headers()) {
                    return ask.reply(Err(fault));
                }
                let upload = match shell::Upload::read(request, $cap).await {
                    Ok(upload) => upload,
                    Err(fault) => return ask.reply(Err(fault)),
                };
                let file = upload.file.filter(|file| file.size > 0);
                let ask = $ask(&us, &visit, &caller, upload.form);
                match ask.is_ours() {
                    Ok(()) => ask.reply($page(&ask, file).await),
                    Err(fault) => ask.reply(Err(fault)),
                }
            },
        )
    };
}

/// The places of this word that somebody may go to.
pub fn menu(caller: &Caller, locale: Locale) -> Vec<Place> {
    let words = texts(locale);
    let somewhere = |action| caller.is_offered(action);
    let own_groups = caller.own_groups().next().is_some();
    let places = [
        (!caller.by_letter, "/thuis", "menu-home"),
        (caller.has(Role::Leerling), "/ik", "menu-me"),
        (caller.has(Role::Ouder), "/kinderen", "menu-children"),
        (somewhere(Action::LookPersons), "/mensen", "menu-people"),
        (
            somewhere(Action::LookGroups) || own_groups,
            "/groepen",
            "menu-groups",
        ),
        (somewhere(Action::LookRoles), "/rollen", "menu-roles"),
        (somewhere(Action::ImportRoster), "/inlezen", "menu-import"),
        (somewhere(Action::RollYear), "/schooljaar", "menu-year"),
        (somewhere(Action::EditGroups), "/scholen", "menu-schools"),
        (somewhere(Action::LookLog), "/logboek", "menu-log"),
        (caller.has(Role::Beheerder), "/taken", "menu-jobs"),
    ];
    let shown = places.into_iter().filter(|(may, ..)| *may);
    shown
        .map(|(_, address, key)| Place {
            address: address.to_owned(),
            label: words.t(key).to_owned(),
        })
        .collect()
}
