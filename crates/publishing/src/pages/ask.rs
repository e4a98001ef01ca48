//! One request of somebody who signed in, with what this word adds to it.

use std::collections::HashMap;
use std::ops::Deref;

use decisions::looked;
use identity::{Action, Caller, HeldRole, Scope};
use people::ask::Reading;
use people::directory::{Directory, Known};
use people::model::School;
use shell::{Fault, Form, Visit};
use ui::Place;
use words::{GroupId, Locale, PersonId, Role, SchoolId};

use crate::check::Checked;
use crate::road::Acting;
use crate::views::findings::Person;
use crate::{Publishing, texts};

/// One request: that of every slice, and the check of texts.
pub(super) struct Ask<'a> {
    pub(super) us: &'a Publishing,
    request: people::ask::Ask<'a>,
}

impl<'a> Deref for Ask<'a> {
    type Target = people::ask::Ask<'a>;
    fn deref(&self) -> &Self::Target {
        &self.request
    }
}

impl<'a> Ask<'a> {
    pub(super) fn new(
        us: &'a Publishing,
        visit: &'a Visit,
        caller: &'a Caller,
        form: Form,
    ) -> Self {
        let request = people::ask::Ask::with_words(&us.people, visit, caller, form, texts);
        Self { us, request }
    }

    /// Whoever asks, as they take a step.
    pub(super) fn acting(&self) -> Acting<'a> {
        Acting {
            us: self.us,
            by: self.caller.person,
            now: self.now,
            today: self.today,
        }
    }

    /// A school as somebody who writes for it knows it: an intern does so for one group.
    pub(super) fn desk(&self, action: Action, school: SchoolId) -> Scope {
        let at = self.at(school);
        if matches!(action, Action::ScanText | Action::WritePosts) {
            own_groups(self.caller, school).fold(at, Scope::group)
        } else {
            at
        }
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
        let asked = [self.form.one("school"), self.query("school")];
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

    /// They may see who somebody is.
    pub(super) fn sees(&self, known: &Known) -> bool {
        let scope = known.scope(self.caller.board);
        [Action::LookPersons, Action::LookGroups]
            .iter()
            .any(|action| self.role_for(*action, &scope).is_some())
    }

    /// Everybody whom these findings may mean, as far as who asks may know them; by the identity that a candidate has.
    pub(super) fn named(&self, names: &Directory, checked: &Checked) -> HashMap<String, Person> {
        let person = |id: PersonId| {
            let known = names.get(id)?;
            let group = crate::scanners::class_of(names, known);
            self.sees(known).then(|| Person {
                name: known.name.said(),
                group,
            })
        };
        let people = checked.people().into_iter();
        people
            .filter_map(|id| Some((id.to_string(), person(id)?)))
            .collect()
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
    let posts = caller.is_offered(Action::WritePosts) || caller.is_offered(Action::ReleasePosts);
    let posts = posts.then(|| Place {
        address: "/berichten".to_owned(),
        label: words.t("menu-posts").to_owned(),
    });
    let places = [
        (Action::ScanText, "/tekst", "menu-text"),
        (Action::EditWords, "/woorden", "menu-words"),
    ];
    let shown = places
        .into_iter()
        .filter(|(action, ..)| caller.is_offered(*action));
    let shown = shown.map(|(_, address, key)| Place {
        address: address.to_owned(),
        label: words.t(key).to_owned(),
    });
    posts.into_iter().chain(shown).collect()
}
