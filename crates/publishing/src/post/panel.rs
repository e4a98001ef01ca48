//! The check panel: everything that is known of a draft, and what still stands in its way. Pure.
//!
//! Each finding blocks, asks for a reason, or only tells; each says what would solve it. The panel is made anew at every look, at
//! every step and once more at the second of publishing, from what holds then.

mod norms_asked;

use channels::Abilities;
use consent::model::{Cell, Purpose};
use consent::register::Register;
use consent::rules::Shown;
use norms::Protocol;
use personal_data::Finding as InText;
use photos::model::{Face, Licence, Photo};
use photos::rules::{self as photo, Holds};
use uuid::Uuid;
use words::{Channel, Medium, PersonId, Role, Verdict};

use super::model::Content;
use crate::check::Checked;

pub use norms_asked::Spoken;

/// A place where it will be.
#[derive(Debug, Clone)]
pub struct Place<'a> {
    /// The account.
    pub account: Uuid,
    /// Its channel.
    pub channel: Channel,
    /// What it takes.
    pub takes: Abilities,
    /// What was found in the text for it.
    pub checked: &'a Checked,
}

/// A photo as it stands now.
#[derive(Debug, Clone)]
pub struct Shot {
    /// The photo; none if it is gone.
    pub photo: Option<Photo>,
    /// The faces on it.
    pub faces: Vec<Face>,
    /// Whose it is, where it is of somebody else.
    pub credit: String,
}

/// All that a panel is made from.
#[derive(Debug)]
pub struct Facts<'a> {
    /// What was written and chosen.
    pub content: &'a Content,
    /// The protocol of the school.
    pub protocol: Option<&'static Protocol>,
    /// The roles of whoever publishes it, as the protocol calls them.
    pub roles: Vec<&'static str>,
    /// Where it will be.
    pub places: Vec<Place<'a>>,
    /// Its photos, in order.
    pub shots: &'a [Shot],
    /// What holds of the people in it.
    pub register: &'a Register,
    /// The purpose that was chosen, if it is still there.
    pub purpose: Option<&'a Purpose>,
}

/// That somebody may be shown somewhere, and the event that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relied {
    /// Who.
    pub person: PersonId,
    /// Where and as what.
    pub cell: Cell,
    /// By which event.
    pub event: Option<i64>,
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// It has to be solved first.
    Blocks,
    /// Somebody has to say why nevertheless.
    Asks,
    /// It is good to know.
    Tells,
}

/// What was found. Numbers of photos count from one; places are numbers in [`Facts::places`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// It has no title.
    NoTitle,
    /// It has no text.
    NoText,
    /// No account was chosen.
    NoPlace,
    /// People may be in it, and nobody said for which purpose.
    NoPurpose,
    /// The school follows no protocol.
    NoProtocol,
    /// Nobody said what is on this photo.
    AltMissing(usize),
    /// What is said of this photo is too long there.
    AltLong(usize, usize, usize),
    /// The text is too long there: so many signs, of so many.
    TextLong(usize, usize, usize),
    /// So many photos are too many there.
    TooManyPictures(usize, usize),
    /// There must be a photo there.
    NeedsPicture(usize),
    /// This photo is no longer there.
    PictureGone(usize),
    /// The program is still at work on this photo.
    PictureBusy(usize),
    /// Nobody said that everybody on this photo is in its list.
    NotComplete(usize),
    /// So many faces on this photo have no name.
    FaceUnknown(usize, usize),
    /// This person on this photo may not be shown at this place.
    FaceMayNot(usize, usize, PersonId),
    /// It is unknown whose photo this is.
    NoCredit(usize),
    /// So many things in the text for this place must come out.
    TextHolds(usize, usize),
    /// So many things in the text for this place are worth a look.
    TextHints(usize, usize),
    /// The protocol does not allow it there.
    Prohibited(usize),
    /// Questions are open.
    Open(usize),
    /// The protocol leaves doubt there.
    Doubt(usize),
    /// Something has to be done besides.
    Duty(usize, String, String),
    /// Everybody in the world can see it there.
    ForAll(usize),
}

impl What {
    /// How much it weighs.
    pub const fn weight(&self) -> Weight {
        match self {
            Self::Doubt(_) | Self::NoProtocol | Self::TextHints(..) => Weight::Asks,
            Self::Duty(..) | Self::ForAll(_) => Weight::Tells,
            _ => Weight::Blocks,
        }
    }
}

/// The panel.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Panel {
    /// What was found, the heaviest first.
    pub findings: Vec<What>,
    /// What the protocol says of each place, in the order of [`Facts::places`].
    pub spoken: Vec<Option<Spoken>>,
    /// The facts that are asked of the author: open ones, and those that were answered.
    pub asked: Vec<String>,
    /// The consents it relies on, in order.
    pub relied: Vec<Relied>,
    /// Everybody in it whom somebody named, with as what: for the index of who is where.
    pub people: Vec<(PersonId, Medium)>,
}

impl Panel {
    /// Something has to be solved first.
    pub fn blocks(&self) -> bool {
        let blocks = |one: &What| one.weight() == Weight::Blocks;
        self.findings.iter().any(blocks)
    }

    /// Somebody has to say why nevertheless.
    pub fn asks(&self) -> bool {
        let asks = |one: &What| one.weight() == Weight::Asks;
        self.findings.iter().any(asks)
    }

    /// It can be handed in, with this reason.
    pub fn is_ready(&self, reason: &str) -> bool {
        !self.blocks() && (!self.asks() || !reason.trim().is_empty())
    }

    /// The verdict that counts: the strictest of all places.
    pub fn verdict(&self) -> Option<Verdict> {
        let all = self.spoken.iter().flatten().map(|one| one.verdict);
        all.min_by_key(|verdict| match verdict {
            Verdict::Prohibited => 0,
            Verdict::Doubt => 1,
            Verdict::Permitted => 2,
            Verdict::Outside => 3,
        })
    }
}

/// The functions of a role, as a protocol speaks of them.
pub fn in_norms(roles: &[Role]) -> Vec<&'static str> {
    let mut all: Vec<&'static str> = roles
        .iter()
        .flat_map(|role| role.in_norms().iter().copied())
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Everything that is found.
pub fn panel(facts: &Facts<'_>) -> Panel {
    let mut panel = Panel::default();
    let found = &mut panel.findings;
    let content = facts.content;
    if content.title.trim().is_empty() {
        found.push(What::NoTitle);
    }
    if content.text.trim().is_empty() {
        found.push(What::NoText);
    }
    if facts.places.is_empty() {
        found.push(What::NoPlace);
    }
    shots(facts, found);
    for (n, place) in facts.places.iter().enumerate() {
        limits(facts, n, place, found);
        text(n, place, found);
    }
    let people = people(facts);
    if facts.purpose.is_none() && !people.is_empty() {
        found.push(What::NoPurpose);
    }
    consents(facts, &people, &mut panel);
    norms_asked::ask(facts, &people, &mut panel);
    for (n, place) in facts.places.iter().enumerate() {
        if is_public(place.channel) {
            panel.findings.push(What::ForAll(n));
        }
    }
    panel
        .findings
        .sort_by(|a, b| (a.weight(), a).cmp(&(b.weight(), b)));
    panel.findings.dedup();
    panel.people = people;
    panel
}

/// Everybody can see what is there.
pub const fn is_public(channel: Channel) -> bool {
    !matches!(
        channel,
        Channel::Portaal | Channel::Klassengroep | Channel::Intern | Channel::Nieuwsbrief
    )
}

fn shots(facts: &Facts<'_>, found: &mut Vec<What>) {
    for (n, shot) in (1..).zip(facts.shots) {
        let alt = facts.content.pictures.get(n - 1);
        if alt.is_none_or(|one| one.alt.trim().is_empty()) {
            found.push(What::AltMissing(n));
        }
        // A film goes by its own page: what is published here is pictures.
        let Some(of) = shot.photo.as_ref().filter(|one| one.film.is_none()) else {
            found.push(What::PictureGone(n));
            continue;
        };
        if !of.is_settled() {
            found.push(What::PictureBusy(n));
        }
        if of.complete.is_none() {
            found.push(What::NotComplete(n));
        }
        let unknown = |face: &&Face| photo::holds(face.mark, Some(Shown::May)) == Holds::Unknown;
        match shot.faces.iter().filter(unknown).count() {
            0 => {}
            many => found.push(What::FaceUnknown(n, many)),
        }
        if of.licence != Licence::Own && shot.credit.trim().is_empty() {
            found.push(What::NoCredit(n));
        }
    }
}

/// Whose photos these are, where they are of somebody else.
pub fn credits(shots: &[Shot]) -> Vec<String> {
    let of_others = shots.iter().filter(|shot| {
        let photo = shot.photo.as_ref();
        photo.is_some_and(|one| one.licence != Licence::Own)
    });
    of_others.map(|shot| shot.credit.clone()).collect()
}

fn limits(facts: &Facts<'_>, n: usize, place: &Place<'_>, found: &mut Vec<What>) {
    let content = facts.content;
    if let Some(limit) = place.takes.text {
        let text = content.published_at(place.account, &credits(facts.shots));
        let signs = channels::rules::length(&text, limit.unit);
        if signs > limit.most {
            found.push(What::TextLong(n, signs, limit.most));
        }
    }
    let pictures = content.pictures.len();
    let (fewest, most) = place.takes.images;
    if pictures > most {
        found.push(What::TooManyPictures(n, most));
    }
    if pictures < fewest {
        found.push(What::NeedsPicture(n));
    }
    for (at, picture) in (1..).zip(&content.pictures) {
        let signs = picture.alt.chars().count();
        if let Some(most) = place.takes.alt.filter(|most| signs > *most) {
            found.push(What::AltLong(at, n, most));
        }
    }
}

fn text(n: usize, place: &Place<'_>, found: &mut Vec<What>) {
    let holds = |one: &&InText| one.holds;
    let held = place.checked.findings.iter().filter(holds).count();
    if held > 0 {
        found.push(What::TextHolds(n, held));
    }
    let hints = place.checked.findings.len() - held;
    if hints > 0 {
        found.push(What::TextHints(n, hints));
    }
}

/// Everybody whom somebody named in it, on a photo or in a text that leaves no doubt whom it means.
fn people(facts: &Facts<'_>) -> Vec<(PersonId, Medium)> {
    let seen = facts.shots.iter().flat_map(|shot| &shot.faces);
    let on_photos = seen.filter_map(|face| Some((face.mark.person()?, Medium::Foto)));
    let texts = facts
        .places
        .iter()
        .flat_map(|place| &place.checked.findings);
    let in_texts = texts.filter_map(|one| match one.candidates.as_slice() {
        [only] => Some((only.person_id.parse().ok()?, Medium::Naam)),
        _ => None,
    });
    let mut people: Vec<_> = on_photos.chain(in_texts).collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// The cell of somebody at a place.
pub fn cell(facts: &Facts<'_>, place: &Place<'_>, medium: Medium) -> Option<Cell> {
    facts.purpose.map(|purpose| Cell {
        purpose: purpose.id,
        channel: place.channel,
        medium,
    })
}

fn consents(facts: &Facts<'_>, people: &[(PersonId, Medium)], panel: &mut Panel) {
    for (n, place) in facts.places.iter().enumerate() {
        for (person, medium) in people {
            let Some(cell) = cell(facts, place, *medium) else {
                continue;
            };
            let outcome = facts.register.decide(*person, cell);
            if outcome.shown == Shown::May {
                panel.relied.push(Relied {
                    person: *person,
                    cell,
                    event: outcome.event,
                });
            } else if *medium == Medium::Foto {
                let on = |shot: &Shot| {
                    shot.faces
                        .iter()
                        .any(|face| face.mark.person() == Some(*person))
                };
                let shots = (1..).zip(facts.shots).filter(|(_, shot)| on(shot));
                let may_not = shots.map(|(at, _)| What::FaceMayNot(at, n, *person));
                panel.findings.extend(may_not);
            }
        }
    }
    panel.relied.sort_unstable();
    panel.relied.dedup();
}
