//! Who may say what about whom.

use jiff::civil::Date;
use people::model::Guardianship;
use people::rules::{Standing, standing};
use people::year::age_on;
use words::PersonId;

use super::{OWN_NO, OWN_SAY};
use crate::model::{Answer, Capacity};

/// What somebody may say about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Say {
    /// Nothing: this is none of theirs.
    Nothing,
    /// Nothing: the school must first see to it that they have authority.
    ToConfirm,
    /// Nothing here: the pupil decides alone. A guardian may talk with the school.
    PupilAlone,
    /// No, and that they take their own no back: a pupil of twelve to fifteen.
    Withdraw,
    /// Yes and no.
    Decide,
}

impl Say {
    /// This answer may be stored as theirs.
    pub const fn covers(self, answer: Answer) -> bool {
        matches!(
            (self, answer),
            (Self::Decide | Self::Withdraw, Answer::Yes | Answer::No)
        )
    }
}

/// What this speaker may say about this person on this day, and as what.
pub fn say(
    speaker: PersonId,
    subject: PersonId,
    pupil: bool,
    born: Option<Date>,
    bonds: &[Guardianship],
    day: Date,
) -> (Say, Capacity) {
    let age = born.map(|born| age_on(born, day));
    if speaker == subject {
        let say = match age {
            _ if !pupil => Say::Decide,
            Some(age) if age >= OWN_SAY => Say::Decide,
            Some(age) if age >= OWN_NO => Say::Withdraw,
            // Whose age nobody knows may always say no.
            None => Say::Withdraw,
            Some(_) => Say::Nothing,
        };
        return (say, Capacity::Own);
    }
    let bond = bonds
        .iter()
        .find(|bond| bond.guardian == speaker && bond.pupil == subject);
    let say = match bond.map(|bond| standing(bond, born, day)) {
        Some(Standing::Represents) if age.is_some_and(|age| age >= OWN_SAY) => Say::PupilAlone,
        Some(Standing::Represents) => Say::Decide,
        Some(Standing::ToConfirm) => Say::ToConfirm,
        Some(Standing::OfAge) => Say::PupilAlone,
        Some(Standing::WithoutAuthority | Standing::NotNow) | None => Say::Nothing,
    };
    (say, Capacity::Guardian)
}
