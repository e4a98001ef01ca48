//! What follows for people from what is known of them. Each answer tells why; none is only yes or no.

use jiff::civil::Date;
use words::{PersonId, Role, SchoolId};

use crate::model::{Authority, Guardianship, Membership, Part, Relation, Span};
use crate::year::age_on;

/// How an adult stands to a pupil on a day.
///
/// The law: parental authority is that of parents and of legal guardians (Burgerlijk Wetboek 1:245); it ends at eighteen
/// (1:233, 1:234). Authority that a file or a form named and that nobody at the school saw to, is not yet authority here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Legal representative, and the school saw to it.
    Represents,
    /// Named as having authority, or nobody said: the school has to see to it first.
    ToConfirm,
    /// An adult around the child without authority.
    WithoutAuthority,
    /// The pupil is of age and represented by nobody.
    OfAge,
    /// It is over, or has not begun.
    NotNow,
}

impl Standing {
    /// The key of the sentence that explains it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Represents => "standing-represents",
            Self::ToConfirm => "standing-to-confirm",
            Self::WithoutAuthority => "standing-without",
            Self::OfAge => "standing-of-age",
            Self::NotNow => "standing-not-now",
        }
    }
}

/// How this adult stands to this pupil on a day. Without a birth date a pupil counts as a minor: a school has few of age,
/// and a child is then protected.
pub fn standing(bond: &Guardianship, born: Option<Date>, day: Date) -> Standing {
    if !bond.span.holds_on(day) {
        return Standing::NotNow;
    }
    if born.is_some_and(|born| age_on(born, day) >= 18) {
        return Standing::OfAge;
    }
    let can_have = matches!(bond.relation, Relation::Parent | Relation::Voogd);
    match (bond.authority, bond.confirmed, can_have) {
        (Authority::No, ..) | (_, _, false) => Standing::WithoutAuthority,
        (Authority::Yes, Some(_), true) => Standing::Represents,
        (Authority::Yes, None, true) | (Authority::Unknown, _, true) => Standing::ToConfirm,
    }
}

/// Whether adults agree on who represents a pupil, and what the school still has to see to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Represented {
    /// By this many adults.
    By(usize),
    /// By nobody yet: somebody is named, and the school has to see to it.
    ToConfirm,
    /// By nobody that is known: the school has to ask.
    ByNobody,
    /// Of age.
    OfAge,
}

/// Who represents a pupil on a day.
pub fn represented(bonds: &[Guardianship], born: Option<Date>, day: Date) -> Represented {
    if born.is_some_and(|born| age_on(born, day) >= 18) {
        return Represented::OfAge;
    }
    let count = |wanted| {
        let stands = bonds.iter().map(|bond| standing(bond, born, day));
        stands.filter(|standing| *standing == wanted).count()
    };
    match (count(Standing::Represents), count(Standing::ToConfirm)) {
        (0, 0) => Represented::ByNobody,
        (0, _) => Represented::ToConfirm,
        (some, _) => Represented::By(some),
    }
}

/// What one person is to another, for the policy of who may see what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tie {
    /// The same person.
    Oneself,
    /// The child of a guardian whose authority the school confirmed.
    OwnChild,
    /// The child of a guardian of whom the school must still confirm it, or who has no authority.
    ChildAround,
    /// A pupil of a group that one teaches or mentors.
    OwnPupil,
    /// Nothing.
    None,
}

/// What `one` is to `other` on a day, by the bonds and memberships of both.
pub fn tie(
    one: PersonId,
    other: PersonId,
    bonds: &[Guardianship],
    memberships: &[Membership],
    born: Option<Date>,
    day: Date,
) -> Tie {
    if one == other {
        return Tie::Oneself;
    }
    let bond = bonds
        .iter()
        .find(|bond| bond.guardian == one && bond.pupil == other);
    match bond.map(|bond| standing(bond, born, day)) {
        Some(Standing::Represents) => return Tie::OwnChild,
        Some(Standing::ToConfirm | Standing::WithoutAuthority) => return Tie::ChildAround,
        Some(Standing::OfAge | Standing::NotNow) | None => {}
    }
    let now = |wanted: PersonId, pupil: bool| {
        memberships.iter().filter(move |member| {
            member.person == wanted
                && (member.part == Part::Pupil) == pupil
                && member.span.holds_on(day)
        })
    };
    if now(one, false).any(|ours| now(other, true).any(|theirs| theirs.group == ours.group)) {
        Tie::OwnPupil
    } else {
        Tie::None
    }
}

/// What a role covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// It follows from the roster, and nobody gives it: pupil and guardian.
    Roster,
    /// One school.
    School,
    /// The board as a whole.
    Board,
}

/// What this role covers.
pub const fn reach(role: Role) -> Reach {
    match role {
        Role::Leerling | Role::Ouder => Reach::Roster,
        Role::Bestuur | Role::Fg | Role::Beheerder => Reach::Board,
        Role::Leraar
        | Role::Medewerker
        | Role::Stagiair
        | Role::Pr
        | Role::Mentor
        | Role::Teamleider
        | Role::Directeur
        | Role::Antipest
        | Role::Mr => Reach::School,
    }
}

/// Whether a role can be given at a school, or at none for the whole board.
///
/// # Errors
/// The key of the sentence that says why not. A role of the board given at a school would look smaller than it is, and a
/// role of a school given everywhere opens the files of schools where nobody knows who that is.
pub fn gives(role: Role, school: Option<SchoolId>) -> Result<(), &'static str> {
    match (reach(role), school) {
        (Reach::Roster, _) => Err("role-by-roster"),
        (Reach::Board, Some(_)) => Err("role-of-board"),
        (Reach::School, None) => Err("role-of-school"),
        (Reach::Board, None) | (Reach::School, Some(_)) => Ok(()),
    }
}

/// A span that ends no later than this day; `None` if it would end before it began.
pub fn ended(span: Span, last: Date) -> Option<Span> {
    let until = span.until.map_or(last, |until| until.min(last));
    (span.from <= until).then_some(Span {
        from: span.from,
        until: Some(until),
    })
}

#[cfg(test)]
mod tests;
