//! One request of somebody who signed in.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::Response;
use decisions::{Entry, looked};
use identity::{Action, Caller, HeldRole, Scope};
use jiff::Timestamp;
use jiff::civil::Date;
use maud::Markup;
use people::directory::{Directory, Known};
use people::model::School;
use people::store::schools;
use seal::BoardKeys;
use shell::{Fault, Form, Visit};
use store::Tx;
use ui::{Place, Table};
use uuid::Uuid;
use words::{GroupId, Locale, PersonId, Role, SchoolId};

use crate::views::Frame;
use crate::{Publishing, texts};

/// What a handler answers.
pub(super) enum Reply {
    /// This page.
    Page(Markup),
    /// The form again, with what is to be repaired.
    Again(Markup),
    /// Go on at this address, without language.
    GoOn(String),
}

/// What a handler answers, or why not.
pub(super) type Answer = Result<Reply, Fault>;

/// One request: who asks, what, and when.
pub(super) struct Ask<'a> {
    pub(super) us: &'a Publishing,
    pub(super) visit: &'a Visit,
    pub(super) caller: &'a Caller,
    pub(super) form: Form,
    pub(super) now: Timestamp,
    pub(super) today: Date,
}

/// A transaction with all that this word reads.
pub(super) struct Reading {
    pub(super) tx: Tx,
    pub(super) keys: BoardKeys,
    pub(super) names: Arc<Directory>,
    pub(super) schools: Vec<School>,
}

impl<'a> Ask<'a> {
    pub(super) fn new(
        us: &'a Publishing,
        visit: &'a Visit,
        caller: &'a Caller,
        form: Form,
    ) -> Self {
        let now = us.people.identity().now();
        Self {
            us,
            visit,
            caller,
            form,
            now,
            today: shell::clock::today(now),
        }
    }

    /// The form came from a page of ours.
    pub(super) fn is_ours(&self) -> Result<(), Fault> {
        let sent = self.form.raw(shell::origin::FIELD);
        if shell::origin::same(sent, &self.caller.csrf) {
            Ok(())
        } else {
            Err(Fault::Forged)
        }
    }

    pub(super) fn reply(&self, answer: Answer) -> Response {
        let site = &self.us.people.identity().parts.site;
        match answer {
            Ok(Reply::Page(page)) => site.private(self.visit, Ok(page)),
            Ok(Reply::Again(page)) => {
                site.private_as(StatusCode::UNPROCESSABLE_ENTITY, self.visit, Ok(page))
            }
            Ok(Reply::GoOn(address)) => site.go_on(self.visit, &address),
            Err(fault) => site.fault(self.visit, &fault),
        }
    }

    pub(super) fn words(&self) -> &'static Table {
        texts(self.visit.locale)
    }

    /// A value of the query; empty if it did not come.
    fn query(&self, key: &str) -> String {
        let mut pairs = self.visit.pairs();
        let found = pairs.find(|(name, _)| name == key);
        found.map_or_else(String::new, |(_, value)| value.trim().to_owned())
    }

    /// The identity in this part of the path.
    pub(super) fn id(&self, at: usize) -> Result<Uuid, Fault> {
        let part: PersonId = self.visit.part(at).parse().map_err(|_| Fault::Missing)?;
        Ok(part.0)
    }

    /// A new identity.
    pub(super) fn new_id(&self) -> Uuid {
        shell::chance::id(&*self.us.people.identity().parts.chance, self.now)
    }

    pub(super) fn frame(&self) -> Frame<'_> {
        Frame {
            links: &self.us.people.identity().parts.site.links,
            visit: self.visit,
            account: self.us.people.identity().account(self.caller),
        }
    }

    /// A transaction: also to read, since a look at a name is written in the log.
    pub(super) async fn reading(&self) -> Result<Reading, Fault> {
        let board = self.caller.board;
        let mut tx = self.us.people.identity().parts.db.begin(board).await?;
        let keys = self.us.people.keys(board).await?;
        let names = self.us.people.names(&mut tx, &keys, self.today).await?;
        let schools = schools::schools(&mut tx).await?;
        Ok(Reading {
            tx,
            keys,
            names,
            schools,
        })
    }

    /// A school.
    pub(super) fn at(&self, school: SchoolId) -> Scope {
        Scope::of(self.caller.board).school(school)
    }

    /// A school as somebody who writes for it knows it: an intern does so for one group.
    fn desk(&self, action: Action, school: SchoolId) -> Scope {
        let at = self.at(school);
        if action == Action::ScanText {
            own_groups(self.caller, school).fold(at, Scope::group)
        } else {
            at
        }
    }

    /// The role in which they may do this, if they may.
    pub(super) fn role_for(&self, action: Action, scope: &Scope) -> Option<Role> {
        self.caller.may(action, scope).role
    }

    /// The schools where they may do this.
    pub(super) fn schools_for(&self, action: Action, schools: &[School]) -> Vec<School> {
        let here = |school: &&School| {
            let scope = self.desk(action, school.id);
            self.role_for(action, &scope).is_some()
        };
        schools.iter().filter(here).cloned().collect()
    }

    /// The school of this request, and the role in which they may do this there: the one in the form or the query, or the first.
    pub(super) fn school_for(
        &self,
        action: Action,
        schools: &[School],
    ) -> Result<(School, Role), Fault> {
        let mine = self.schools_for(action, schools);
        let asked = [self.form.one("school").to_owned(), self.query("school")];
        let found = match asked.into_iter().find(|text| !text.is_empty()) {
            Some(text) => mine
                .into_iter()
                .find(|school| school.id.to_string() == text)
                .ok_or(Fault::Missing),
            None => match mine.into_iter().next() {
                Some(school) => Ok(school),
                None => Err(self.refused(action)),
            },
        }?;
        let role = self.role_for(action, &self.desk(action, found.id));
        Ok((found, role.ok_or(Fault::Missing)?))
    }

    /// They may do this nowhere: the page that says so.
    fn refused(&self, action: Action) -> Fault {
        let board = Scope::of(self.caller.board);
        match self.caller.must(action, &board, self.visit.address()) {
            Err(fault) => fault,
            Ok(_) => Fault::Missing,
        }
    }

    /// They may see who somebody is.
    pub(super) fn sees(&self, known: &Known) -> bool {
        let scope = known.scope(self.caller.board);
        [Action::LookPersons, Action::LookGroups]
            .iter()
            .any(|action| self.role_for(*action, &scope).is_some())
    }

    /// Writes in the log that these names were shown, as far as they are of pupils. `what` says beside what.
    pub(super) async fn looked_at(
        &self,
        reading: &mut Reading,
        people: impl IntoIterator<Item = PersonId>,
        role: Role,
        what: &str,
    ) -> Result<(), Fault> {
        for id in people {
            let known = reading.names.get(id);
            if known.is_some_and(|known| known.place.pupil && self.sees(known)) {
                let (who, role) = (self.caller.person, Some(role));
                looked(&mut reading.tx, self.now, who, role, id, what).await?;
            }
        }
        Ok(())
    }

    /// An entry of the log about something they did in this role.
    pub(super) fn entry(&self, kind: &str, outcome: &str, role: Role) -> Entry {
        Entry::new(self.now, kind, outcome).by(self.caller.person, Some(role))
    }
}

/// The groups of a school for which a role of theirs is.
fn own_groups(caller: &Caller, school: SchoolId) -> impl Iterator<Item = GroupId> {
    let here = move |held: &&HeldRole| held.school == Some(school);
    caller
        .roles
        .iter()
        .filter(here)
        .filter_map(|held| held.group)
}

/// The places of this word that somebody may go to.
pub fn menu(caller: &Caller, locale: Locale) -> Vec<Place> {
    let words = texts(locale);
    let somewhere = |action| {
        let board = Scope::of(caller.board);
        let schools = caller.roles.iter().filter_map(|held| held.school);
        let mut scopes = schools.map(|school| {
            let scope = board.clone().school(school);
            own_groups(caller, school).fold(scope, Scope::group)
        });
        caller.may(action, &board).role.is_some()
            || scopes.any(|scope| caller.may(action, &scope).role.is_some())
    };
    let places = [
        (Action::ScanText, "/tekst", "menu-text"),
        (Action::EditWords, "/woorden", "menu-words"),
    ];
    let shown = places.into_iter().filter(|(action, ..)| somewhere(*action));
    shown
        .map(|(_, address, key)| Place {
            address: address.to_owned(),
            label: words.t(key).to_owned(),
        })
        .collect()
}
