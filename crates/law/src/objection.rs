//! Objecting to a measure: until when somebody may, until when the answer is due, and who may give it.
//!
//! At public schools the general act on administrative decisions holds for every measure that is a decision. At other schools the
//! education acts give an objection against a removal only; against a suspension there is the complaints committee, and no term in the
//! law ([`term`] has none). An answer comes after a hearing ([`hears`]) and never from who imposed the measure ([`may_decide`]).
//!
//! ```
//! use jiff::civil::date;
//! use law::measures::{Denomination, Kind, Sector, Situation};
//! let situation = Situation::new(Sector::Po, Denomination::Public);
//! let term = law::objection::term(Kind::Removal, &situation, date(2026, 11, 12)).unwrap();
//! assert_eq!(term.last_day, date(2026, 12, 24));
//! // Public primary schools answer within four weeks after that term, whenever the objection came.
//! let due = law::objection::answer(Kind::Removal, &situation, &term, date(2026, 11, 16)).unwrap();
//! assert_eq!(due.last_day, date(2027, 1, 21));
//! ```

use jiff::civil::Date;

use crate::measures::{Denomination, Kind, Party, Sector, Situation};
use crate::source::{Act, Source};
use crate::terms::{self, Term};

/// Within which time somebody may object to a measure that was made known on this day; none where no law gives an objection.
pub fn term(kind: Kind, situation: &Situation, notice: Date) -> Option<Term> {
    let source = match (kind, situation.denomination, situation.sector) {
        (Kind::Removal | Kind::Suspension, Denomination::Public, _) => Source::OBJECTION,
        (Kind::Removal, Denomination::Special, Sector::Po) => {
            Source::stated(Act::Primary, "63 lid 3")
        }
        (Kind::Removal, Denomination::Special, Sector::Vo) => {
            Source::stated(Act::Secondary, "8.15 lid 7")
        }
        _ => return None,
    };
    Some(terms::six_weeks(notice, source))
}

/// Until when an objection that came in on this day is answered; none where no law says so. `objecting` is the term within which
/// it could come in.
pub fn answer(kind: Kind, situation: &Situation, objecting: &Term, came: Date) -> Option<Term> {
    let (from, source) = match (kind, situation.sector, situation.denomination) {
        (Kind::Removal, Sector::Po, Denomination::Public) => (
            objecting.last_day,
            Source::stated(Act::Primary, "40 lid 12"),
        ),
        (Kind::Removal, Sector::Po, Denomination::Special) => {
            (came, Source::stated(Act::Primary, "63 lid 3"))
        }
        (Kind::Removal, Sector::Vo, Denomination::Public) => {
            (came, Source::stated(Act::Secondary, "8.15 lid 8"))
        }
        (Kind::Removal, Sector::Vo, Denomination::Special) => {
            (came, Source::stated(Act::Secondary, "8.15 lid 7"))
        }
        // Six weeks from the end of the term: the general rule, where the education acts have none.
        (Kind::Suspension, _, Denomination::Public) => {
            let source = Source::unchecked(Act::Administrative, "7:10 lid 1");
            return Some(terms::six_weeks(objecting.last_day, source));
        }
        _ => return None,
    };
    Some(terms::four_weeks(from, source))
}

/// Who is heard before an objection is answered.
pub fn hears(situation: &Situation) -> Vec<Party> {
    match (situation.sector, situation.adult) {
        (Sector::Po, _) => vec![Party::Guardians],
        (Sector::Vo, false) => vec![Party::Pupil, Party::Guardians],
        (Sector::Vo, true) => vec![Party::Pupil],
    }
}

/// Why somebody may not answer an objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imposed {
    /// What says so.
    pub source: Source,
}

/// Whether somebody may answer an objection: anybody but who imposed the measure (Awb 10:3 for public schools; what careful
/// schools do elsewhere).
///
/// # Errors
/// [`Imposed`] when this is one of those who imposed it.
pub fn may_decide<P: PartialEq>(
    who: &P,
    imposed_by: &[P],
    at: Denomination,
) -> Result<(), Imposed> {
    if !imposed_by.contains(who) {
        return Ok(());
    }
    let source = match at {
        Denomination::Public => Source::unchecked(Act::Administrative, "10:3 lid 3"),
        Denomination::Special => Source::practice(),
    };
    Err(Imposed { source })
}
