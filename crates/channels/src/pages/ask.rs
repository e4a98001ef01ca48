//! One request of somebody who signed in, with what this word adds to it.

use std::ops::Deref;

use identity::{Action, Caller};
use people::ask::Reading;
use people::directory::Known;
use shell::{Fault, Form, Visit};
use ui::Choice;
use words::{PersonId, Role, SchoolId};

use crate::model::Account;
use crate::store::accounts;
use crate::{Channels, texts};

/// One request: that of every slice, and the channels.
pub(super) struct Ask<'a> {
    pub(super) us: &'a Channels,
    request: people::ask::Ask<'a>,
}

impl<'a> Deref for Ask<'a> {
    type Target = people::ask::Ask<'a>;
    fn deref(&self) -> &Self::Target {
        &self.request
    }
}

impl<'a> Ask<'a> {
    pub(super) fn new(us: &'a Channels, visit: &'a Visit, caller: &'a Caller, form: Form) -> Self {
        let request = people::ask::Ask::with_words(&us.people, visit, caller, form, texts);
        Self { us, request }
    }

    /// The account of the address, and the role in which they keep it. What they may not keep is not there.
    pub(super) async fn account(&self, reading: &mut Reading) -> Result<(Account, Role), Fault> {
        let id: PersonId = self.id(1)?;
        let found = accounts::one(&mut reading.tx, &reading.keys, id.0).await?;
        let account = found.ok_or(Fault::Missing)?;
        let role = self.must(Action::RunChannels, &self.at(account.school))?;
        Ok((account, role))
    }

    /// Who can keep an account of a school: whoever works there, and for the whole board.
    pub(super) fn owners(&self, reading: &Reading, school: SchoolId) -> Vec<PersonId> {
        let here = |known: &&Known| {
            let place = &known.place;
            place.staff && (place.schools.is_empty() || place.schools.contains(&school))
        };
        let staff = reading.names.everybody().filter(here).map(|known| known.id);
        let own = std::iter::once(self.caller.person);
        let mut all: Vec<PersonId> = staff.chain(own).collect();
        all.sort_unstable();
        all.dedup();
        let sorted = reading.names.sorted(all.into_iter());
        sorted.into_iter().map(|known| known.id).collect()
    }

    /// The owners to choose from; the chosen one first said in the form, then `now`.
    pub(super) fn owner_choices(
        &self,
        reading: &Reading,
        school: SchoolId,
        now: PersonId,
    ) -> Vec<Choice> {
        let said: Option<PersonId> = self.form.one("eigenaar").parse().ok();
        let chosen = said.unwrap_or(now);
        let owners = self.owners(reading, school).into_iter();
        owners
            .map(|id| Choice::new(id.to_string(), reading.names.said(id), id == chosen))
            .collect()
    }
}
