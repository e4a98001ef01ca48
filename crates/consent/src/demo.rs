//! A lifelike register for each made-up school, as its own protocol would have filled it.

mod asked;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use people::demo::Demo;
use people::directory::{Directories, Directory, Known};
use people::model::Guardianship;
use people::rules::{Standing, standing};
use people::store::guardians;
use people::year::turns;
use seal::Master;
use shell::{Chance, chance};
use store::{Db, Tx};
use uuid::Uuid;
use words::{Channel, Locale, Medium, PersonId, PublicationId, Role};

use crate::model::{Answer, Capacity, Cell, Event, How, Purpose, Terms};
use crate::register::Register;
use crate::rules::{self, OWN_NO, OWN_SAY, Shown};
use crate::store::events::{self, Said};
use crate::store::publications::{self, Publication, What};
use crate::store::{purposes, shields};
use crate::{desk, usual};

/// How a school came by its answers.
struct Habit {
    /// Of a hundred families, how many answered.
    answered: usize,
    /// How.
    how: How,
    /// How many days ago most did.
    ago: i64,
    /// The school asks pupils too.
    pupils: bool,
    /// What the school settled.
    terms: Terms,
}

/// As the five protocols go about it: in writing at enrolment and kept, once and then at enrolment, or express and asked anew.
fn habit(slug: &str) -> Habit {
    let (answered, how, ago, pupils) = match slug {
        "flex" => (93, How::Paper, 440, true),
        "demare" => (90, How::ImportWritten, 400, true),
        "verkruisen" => (78, How::Paper, 60, false),
        "spoenk" => (71, How::Page, 25, true),
        _ => (64, How::Page, 40, true),
    };
    let terms = Terms {
        both_guardians: slug == "verkruisen",
        grace_days: if slug == "flex" { 14 } else { 0 },
    };
    Habit {
        answered,
        how,
        ago,
        pupils,
        terms,
    }
}

/// Fills the registers of made-up boards.
pub async fn fill(
    db: &Db,
    master: &Master,
    source: &dyn Chance,
    at: Timestamp,
    demos: &[Demo],
) -> anyhow::Result<()> {
    for demo in demos {
        let Some(board) = db.board(demo.board).await? else {
            continue;
        };
        let keys = master.board(demo.board, &board.wrapped_key)?;
        let today = shell::clock::today(at);
        let mut tx = db.begin(demo.board).await?;
        let new = usual::purposes(demo.school, || chance::id(source, at));
        let asked_at = at
            .checked_sub(SignedDuration::from_hours(24 * 450))
            .unwrap_or(at);
        purposes::add(&mut tx, &new, None, asked_at).await?;
        let habit = habit(&demo.slug);
        purposes::settle(&mut tx, demo.school, habit.terms).await?;
        let names = Directories::default().of(&mut tx, &keys, today).await?;
        let asked = purposes::of_school(&mut tx, demo.school).await?;
        let hand = Hand {
            source,
            at,
            today,
            habit: &habit,
            asked: &asked,
            office: who(demo, Role::Medewerker).or_else(|| who(demo, Role::Directeur)),
        };
        let bonds = guardians::all(&mut tx).await?;
        let all = hand.answers(&names, &bonds);
        events::begin(&mut tx, &all).await?;
        if let Some(director) = who(demo, Role::Directeur) {
            let (names, by) = ((&*names, &*bonds), (director, at));
            asked::fill(&mut tx, source, demo, names, &all, by).await?;
        }
        hand.special(&mut tx, &keys, demo, &names).await?;
        tx.commit().await?;
    }
    Ok(())
}

fn who(demo: &Demo, role: Role) -> Option<PersonId> {
    let face = demo.faces.iter().find(|face| face.role == role)?;
    Some(face.person)
}

struct Hand<'a> {
    source: &'a dyn Chance,
    at: Timestamp,
    today: Date,
    habit: &'a Habit,
    asked: &'a [Purpose],
    office: Option<PersonId>,
}

impl Hand<'_> {
    fn percent(&self, of_hundred: usize) -> bool {
        let [byte, other] = chance::bytes::<2>(self.source);
        usize::from(u16::from_le_bytes([byte, other])) % 100 < of_hundred
    }

    /// What everybody answered.
    fn answers(&self, names: &Directory, bonds: &[Guardianship]) -> Vec<(PersonId, Vec<Event>)> {
        let mut all = Vec::new();
        for known in names.everybody() {
            let mut events = Vec::new();
            if known.place.pupil {
                let around = bonds.iter().filter(|bond| bond.pupil == known.id);
                self.of_pupil(known, around, &mut events);
            } else if known.place.staff && self.percent(70) {
                self.act(known.id, (known.id, Capacity::Own), How::Page, &mut events);
            }
            if !events.is_empty() {
                all.push((known.id, events));
            }
        }
        all
    }

    fn of_pupil<'b>(
        &self,
        known: &Known,
        around: impl Iterator<Item = &'b Guardianship>,
        events: &mut Vec<Event>,
    ) {
        let Some(born) = known.born else { return };
        let alone = self.today >= turns(born, OWN_SAY);
        let answered = self.percent(self.habit.answered);
        for (at, bond) in around.enumerate() {
            let stands = standing(bond, Some(born), self.today) == Standing::Represents;
            // The second guardian answers less often, and where one yes is enough mostly not at all.
            let also = at == 0
                || self.percent(if self.habit.terms.both_guardians {
                    85
                } else {
                    35
                });
            if answered && stands && also {
                let by = (bond.guardian, Capacity::Guardian);
                self.act(known.id, by, self.habit.how, events);
            }
        }
        if alone && self.percent(60) {
            self.act(known.id, (known.id, Capacity::Own), How::Page, events);
        } else if !alone
            && self.habit.pupils
            && self.today >= turns(born, OWN_NO)
            && self.percent(8)
        {
            self.say(
                known.id,
                (known.id, Capacity::Own),
                How::Page,
                events,
                |cell| {
                    matches!(cell.channel, Channel::Instagram | Channel::Facebook)
                        .then_some(Answer::No)
                },
            );
        }
    }

    /// Somebody answers everything: most say yes to most, a few to nothing, and many draw a line at what everybody can see.
    fn act(&self, person: PersonId, by: (PersonId, Capacity), how: How, events: &mut Vec<Event>) {
        let nothing = self.percent(6);
        let private = self.percent(28);
        self.say(person, by, how, events, |cell| {
            let open = matches!(
                cell.channel,
                Channel::Instagram | Channel::Facebook | Channel::Pers
            );
            let never = nothing || private && open;
            let yes = !never && self.percent(94);
            Some(if yes { Answer::Yes } else { Answer::No })
        });
    }

    fn say(
        &self,
        person: PersonId,
        by: (PersonId, Capacity),
        how: How,
        events: &mut Vec<Event>,
        answer: impl Fn(Cell) -> Option<Answer>,
    ) {
        let [byte] = chance::bytes::<1>(self.source);
        // Whoever answers for themselves did so lately: a yes counts from sixteen on.
        let most = if by.1 == Capacity::Own {
            21
        } else {
            self.habit.ago
        };
        let ago = (most - i64::from(byte) % 20).max(1);
        let on = self.today.checked_sub(ago.days()).unwrap_or(self.today);
        let at = self
            .at
            .checked_sub(SignedDuration::from_hours(24 * ago))
            .unwrap_or(self.at);
        // Events stand in the order in which they came.
        let at = events.last().map_or(at, |last| last.at.max(at));
        let act = chance::id(self.source, at);
        let pupil = by.1 == Capacity::Guardian;
        for purpose in self.asked {
            for cell in purpose.cells() {
                let Some(answer) = answer(cell) else { continue };
                let number = i64::try_from(events.len()).unwrap_or_default() + 1;
                events.push(Event {
                    number,
                    person,
                    cell,
                    answer,
                    said_by: by.0,
                    capacity: by.1,
                    typed_by: self.office.filter(|_| pupil && how == How::Paper),
                    at,
                    said_on: on,
                    how,
                    notice: 1,
                    language: Locale::Nl,
                    act,
                    evidence: None,
                    rule: rules::LAW.to_owned(),
                });
            }
        }
    }

    /// What every school has some of: a pupil who is never shown, posts that are public, and somebody who withdrew.
    async fn special(
        &self,
        tx: &mut Tx,
        keys: &seal::BoardKeys,
        demo: &Demo,
        names: &Directory,
    ) -> anyhow::Result<()> {
        let pupils: Vec<&Known> = names
            .everybody()
            .filter(|known| known.place.pupil)
            .collect();
        let ids: Vec<PersonId> = pupils.iter().map(|known| known.id).collect();
        if let (Some(child), Some(director)) = (ids.get(7), who(demo, Role::Directeur)) {
            let shield = shields::Shield {
                person: *child,
                span: people::model::Span {
                    from: self.today,
                    until: None,
                },
                made_by: director,
                made_at: self.at,
            };
            shields::put(tx, keys, &shield, "Verhuisd naar een geheim adres.").await?;
        }
        let mut register = Register::of(tx, names, demo.school, &ids, self.today).await?;
        let photo = |channel: Channel| {
            let cells = self.asked.iter().flat_map(Purpose::cells);
            cells
                .into_iter()
                .find(|cell| cell.channel == channel && cell.medium == Medium::Foto)
        };
        let mut shown = Vec::new();
        for (title, channel, days) in [
            ("Sportdag op het plein", Channel::Website, 12_i64),
            ("De herfstmarkt", Channel::Instagram, 30),
            ("Voorlezen met de burgemeester", Channel::Nieuwsbrief, 51),
        ] {
            let Some(cell) = photo(channel) else { continue };
            let may = ids
                .iter()
                .filter(|id| register.decide(**id, cell).shown == Shown::May);
            let people: Vec<PersonId> = may.skip(shown.len()).step_by(9).take(6).copied().collect();
            let hours = SignedDuration::from_hours(24 * days);
            let publication = Publication {
                id: PublicationId(chance::id(self.source, self.at)),
                school: demo.school,
                channel,
                published_at: self.at.checked_sub(hours).unwrap_or(self.at),
                removed_at: None,
                what: What {
                    title: title.to_owned(),
                    address: String::new(),
                },
            };
            shown.push((
                publication,
                people.into_iter().map(|person| (person, cell)).collect(),
            ));
        }
        publications::publish(tx, keys, &shown).await?;
        if let Some((_, people)) = shown.first()
            && let Some((person, cell)) = people.first()
        {
            self.withdraws(tx, keys, &mut register, *person, *cell)
                .await?;
        }
        Ok(())
    }

    /// Whoever said yes withdraws, today.
    async fn withdraws(
        &self,
        tx: &mut Tx,
        keys: &seal::BoardKeys,
        register: &mut Register,
        person: PersonId,
        cell: Cell,
    ) -> anyhow::Result<()> {
        let votes = register
            .facts(person)
            .map(|facts| facts.votes.on(cell).to_vec());
        let Some(vote) =
            votes.and_then(|votes| votes.into_iter().find(|vote| vote.answer == Answer::Yes))
        else {
            return Ok(());
        };
        let act: Uuid = chance::id(self.source, self.at);
        let said = Said {
            by: (vote.said_by, vote.capacity),
            typed_by: None,
            at: self.at,
            on: self.today,
            how: How::Page,
            language: Locale::Nl,
            act,
            evidence: None,
            rule: rules::LAW,
            answers: vec![(cell, 1, Answer::No)],
        };
        desk::take(tx, keys, register, person, said, None)
            .await
            .map(drop)
    }
}
