//! What can be done with a case. Each has the fields of its form, and reads them into a change.

mod change;
mod decide;
mod handle;
mod impose;
mod legal;
mod measure;
mod objection;
mod party;
pub(super) mod police;
mod restore;
mod talk;

use std::sync::Arc;

use people::ask::{Ask, Reading};
use people::directory::Directory;
use people::year::SchoolYear;
use shell::Fault;
use ui::Errors;
use words::PersonId;

use super::letter::Mailroom;
use super::room::Room;
use crate::model::{Case, Event, Party, State};
use crate::rules::precedent::Precedent;
use crate::store::precedents;
use crate::views::act::Input;

pub(super) use change::{Change, Forget, New};
pub(super) use measure::facts;

words::keyed! {
    /// Something to do with a case: the last part of its address.
    Act {
        /// Writes something down.
        Note = "notitie",
        /// Writes to who signalled.
        Message = "bericht",
        /// It cannot wait, or it can.
        Urgent = "spoed",
        /// Plans something to do.
        Task = "taak",
        /// It was done.
        Done = "klaar",
        /// Puts somebody in it.
        Join = "betrokkene",
        /// Somebody was named by mistake.
        Mistaken = "vergissing",
        /// Gives or takes a seat.
        Seat = "plek",
        /// Says which articles are in play.
        Articles = "artikelen",
        /// Plans a talk.
        Talk = "gesprek",
        /// Writes down what was said.
        Held = "verslag",
        /// Asks to restore.
        Restore = "herstel",
        /// Looks whether it was done.
        Restored = "nagegaan",
        /// Prepares a measure.
        Measure = "maatregel",
        /// Something that the law asks for was done.
        Legal = "stap",
        /// Imposes it.
        Impose = "opleggen",
        /// Does not go on with it.
        Drop = "laten-vallen",
        /// Imposes none.
        NotActing = "geen-maatregel",
        /// Somebody objects.
        Objection = "bezwaar",
        /// Says something in an objection.
        Said = "reactie",
        /// Decides an objection.
        Ruled = "beslissing",
        /// Whether the board is told.
        Board = "bestuur",
        /// What is done about the police.
        Police = "politie",
        /// Whether it is a fake account.
        Fake = "nepaccount",
        /// Something to do for somebody.
        Aftercare = "nazorg",
        /// A signal that becomes no case.
        Turn = "afwijzen",
        /// Closes it.
        Close = "sluiten",
        /// Opens it again.
        Reopen = "heropenen",
        /// Keeps it longer.
        Hold = "bewaren",
    }
}

/// What an act reads.
pub(super) struct Doing<'a> {
    pub(super) ask: &'a Ask<'a>,
    pub(super) room: &'a Room,
    pub(super) names: Arc<Directory>,
    /// Who can get a seat: handles cases at this school, or of the board.
    pub(super) handlers: Vec<PersonId>,
    /// Whom it can write to.
    pub(super) mailroom: Mailroom,
    /// What parties are called instead, for who may not know their names.
    pub(super) masks: std::collections::BTreeMap<uuid::Uuid, String>,
    /// What the school decided before, for who decides again.
    pub(super) precedents: Vec<Precedent>,
    /// The case that was signalled before, as a form names it by its number.
    pub(super) same: Option<Case>,
    /// Who hears at once what cannot wait.
    pub(super) at_once: Vec<PersonId>,
}

impl<'a> Doing<'a> {
    /// Everything that the forms of a case need.
    pub(super) async fn of(
        ask: &'a Ask<'a>,
        reading: &mut Reading,
        room: &'a Room,
    ) -> Result<Self, Fault> {
        let mut roles = words::Role::ALL.to_vec();
        roles.retain(|role| super::handles(*role));
        let (tx, school, today) = (&mut reading.tx, room.school.id, ask.today);
        Ok(Self {
            handlers: crate::letters::filling(tx, &roles, school, today).await?,
            names: reading.names.clone(),
            mailroom: Mailroom::of(ask, reading, room).await?,
            masks: std::collections::BTreeMap::new(),
            precedents: Vec::new(),
            same: None,
            at_once: Vec::new(),
            ask,
            room,
        })
    }

    /// As [`Doing::of`], with what this act asks beside it.
    pub(super) async fn to(
        ask: &'a Ask<'a>,
        reading: &mut Reading,
        room: &'a Room,
        act: Act,
    ) -> Result<Self, Fault> {
        let mut doing = Self::of(ask, reading, room).await?;
        if matches!(act, Act::Measure | Act::Impose | Act::NotActing) {
            let year = SchoolYear::of(ask.today).number();
            doing.precedents = precedents::of_school(&mut reading.tx, room.school.id, year).await?;
        }
        if act == Act::Turn {
            doing.same = handle::same(ask, reading, room).await?;
        }
        if act == Act::Urgent {
            let (tx, roles) = (&mut reading.tx, room.script.at_once());
            doing.at_once = crate::letters::filling(tx, &roles, room.school.id, ask.today).await?;
        }
        Ok(doing)
    }

    /// The event that it goes on from.
    pub(super) fn about(&self) -> Option<&'a Event> {
        self.room.about(self.ask)
    }

    /// What somebody wanted to go on from is not there, or not any more: then somebody else was first, and they hear that.
    pub(super) fn overtaken(&self) -> Fault {
        if self.about().is_none() {
            return Fault::Missing;
        }
        Fault::Refused {
            sentences: vec![self.ask.words().t("overtaken").to_owned()],
            again: self.room.opened.case.address(),
        }
    }

    /// A text that is asked for; a fault where it is too short or too long.
    pub(super) fn text(&self, field: &str, errors: &mut Errors) -> String {
        let text = crate::take::text_of(&self.ask.form, field);
        let signs = text.chars().count();
        let words = self.ask.words();
        if signs < 3 {
            errors.add(field, words.t("text-short"));
        } else if signs > crate::take::LONGEST {
            errors.add(field, words.t("text-long"));
        }
        text
    }

    /// What was typed in a field of several lines.
    pub(super) fn raw(&self, field: &str) -> String {
        crate::take::text_of(&self.ask.form, field)
    }

    /// What a party is called.
    pub(super) fn called(&self, party: &Party) -> String {
        match (self.masks.get(&party.id), party.person) {
            (Some(mask), _) => mask.clone(),
            (None, Some(person)) => self.names.said(person),
            (None, None) => party.name.clone(),
        }
    }

    /// The parties to choose from, in these parts or all.
    pub(super) fn parties(&self, field: &str) -> Vec<ui::form::Choice> {
        let chosen: Vec<&str> = self.ask.form.all(field).collect();
        let words = self.ask.words();
        let all = self.room.opened.parties.iter().map(|party| {
            let id = party.id.as_simple().to_string();
            let part = words.t(&format!("part-{}", party.part.key())).to_owned();
            let label = format!("{} ({part})", self.called(party));
            let is_chosen = chosen.contains(&id.as_str());
            ui::form::Choice::new(id, label, is_chosen)
        });
        all.collect()
    }

    /// The parties that were chosen.
    pub(super) fn chosen(&self, field: &'a str) -> Vec<&'a Party> {
        let ids = self.ask.form.all(field).filter_map(super::handle::id_of);
        let found = ids.filter_map(|id| self.room.opened.party(id));
        found.collect()
    }

    /// A day that was typed; a fault where it is none.
    pub(super) fn day(&self, field: &str, errors: &mut Errors) -> Option<jiff::civil::Date> {
        let day = people::forms::day(&self.ask.form, field);
        if day.is_none() {
            errors.add(field, self.ask.words().t("day-wrong"));
        }
        day
    }
}

impl Act {
    /// It is for who decides; others of the case may not.
    pub(super) const fn decides(self) -> bool {
        !matches!(
            self,
            Self::Note | Self::Task | Self::Done | Self::Talk | Self::Held | Self::Aftercare
        )
    }

    /// It can be done while a case is so.
    pub(super) const fn fits(self, state: State) -> bool {
        match self {
            Self::Note | Self::Message | Self::Hold => true,
            Self::Turn => matches!(state, State::Signal),
            Self::Urgent => matches!(state, State::Signal | State::Open),
            Self::Reopen => state.is_over(),
            Self::Objection | Self::Said | Self::Ruled => {
                matches!(state, State::Open | State::Closed)
            }
            _ => matches!(state, State::Open),
        }
    }

    /// The fields of its form.
    pub(super) fn inputs(self, doing: &Doing<'_>) -> Result<Vec<Input>, Fault> {
        Ok(match self {
            Self::Note | Self::Message => handle::text(doing),
            Self::Urgent => handle::urgent(doing),
            Self::Task => handle::task(doing),
            Self::Done => handle::done(doing)?,
            Self::Join => party::join(doing),
            Self::Mistaken => party::mistaken(doing),
            Self::Seat => handle::seat(doing),
            Self::Articles => handle::articles(doing),
            Self::Aftercare => handle::aftercare(doing),
            Self::Turn => handle::turn(doing),
            Self::Talk => talk::plan(doing),
            Self::Held => talk::held(doing)?,
            Self::Restore => restore::ask(doing),
            Self::Restored => restore::looked(doing)?,
            Self::Measure => measure::prepare(doing),
            Self::Legal => legal::step(doing)?,
            Self::Impose => impose::impose(doing)?,
            Self::NotActing => decide::not_acting(doing),
            Self::Drop | Self::Reopen => decide::reason(doing),
            Self::Objection => objection::begin(doing)?,
            Self::Said => objection::say(doing)?,
            Self::Ruled => objection::rule(doing)?,
            Self::Board => decide::board(doing),
            Self::Police => police::police(doing),
            Self::Fake => decide::fake(doing),
            Self::Close => decide::close(doing),
            Self::Hold => decide::hold(doing),
        })
    }

    /// What its form changes; nothing where the form is only asked again.
    pub(super) fn read(
        self,
        doing: &Doing<'_>,
        errors: &mut Errors,
    ) -> Result<Option<Change>, Fault> {
        Ok(match self {
            Self::Note => Some(handle::read_note(doing, errors)),
            Self::Message => Some(handle::read_message(doing, errors)),
            Self::Urgent => Some(handle::read_urgent(doing, errors)),
            Self::Task => Some(handle::read_task(doing, errors)),
            Self::Done => Some(handle::read_done(doing, errors)?),
            Self::Join => Some(party::read_join(doing, errors)),
            Self::Mistaken => party::read_mistaken(doing, errors),
            Self::Seat => handle::read_seat(doing, errors),
            Self::Articles => Some(handle::read_articles(doing, errors)),
            Self::Aftercare => Some(handle::read_aftercare(doing, errors)),
            Self::Turn => Some(handle::read_turn(doing, errors)),
            Self::Talk => Some(talk::read_plan(doing, errors)),
            Self::Held => Some(talk::read_held(doing, errors)?),
            Self::Restore => Some(restore::read_ask(doing, errors)),
            Self::Restored => Some(restore::read_looked(doing, errors)?),
            Self::Measure => measure::read_prepare(doing, errors),
            Self::Legal => legal::read_step(doing, errors)?,
            Self::Impose => impose::read_impose(doing, errors)?,
            Self::Drop => Some(decide::read_drop(doing, errors)?),
            Self::NotActing => Some(decide::read_not_acting(doing, errors)),
            Self::Objection => objection::read_begin(doing, errors)?,
            Self::Said => Some(objection::read_say(doing, errors)?),
            Self::Ruled => objection::read_rule(doing, errors)?,
            Self::Board => Some(decide::read_board(doing, errors)),
            Self::Police => Some(police::read_police(doing, errors)),
            Self::Fake => decide::read_fake(doing, errors),
            Self::Close => Some(decide::read_close(doing, errors)),
            Self::Reopen => Some(decide::read_reopen(doing, errors)),
            Self::Hold => Some(decide::read_hold(doing, errors)),
        })
    }
}
