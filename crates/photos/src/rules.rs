//! Where a photo stands: ready, to be looked at, or not like this. Pure.

use consent::rules::Shown;

use crate::model::Mark;

/// What holds of one face at the chosen place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holds {
    /// Somebody who may be shown there.
    May,
    /// Somebody who may not.
    MayNot,
    /// Nobody said who it is, or no place was chosen: it may not.
    Unknown,
    /// Covered.
    Covered,
    /// Outside the part of the photo that is shown.
    LeftOut,
    /// No face.
    NoFace,
}

/// What holds of a face with this mark, of whom the register says this at the chosen place.
pub const fn holds(mark: Mark, shown: Option<Shown>) -> Holds {
    match (mark, shown) {
        (Mark::Cover, _) => Holds::Covered,
        (Mark::NoFace, _) => Holds::NoFace,
        (Mark::Person(_), Some(Shown::May)) => Holds::May,
        (Mark::Person(_), Some(Shown::MayNot)) => Holds::MayNot,
        (Mark::Person(_), None) | (Mark::Unknown, _) => Holds::Unknown,
    }
}

/// The three heaps, as teachers think.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Heap {
    /// It may go there.
    Ready,
    /// Somebody has to look.
    Look,
    /// It may not go there as it is.
    Not,
}

/// Why a photo is not ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// So many people on it may not be shown there.
    MayNot(usize),
    /// So many faces have no name yet.
    Unknown(usize),
    /// Nobody said that everybody is in the list.
    NotComplete,
    /// Somebody was covered because they, or who speaks for them, asked it, and nobody looked since.
    Asked,
    /// Nobody saw the film and said that it may go there.
    NotConfirmed,
    /// The program is still at work on it.
    Busy,
}

/// A heap, with what has to happen before it is *ready*: nothing when it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The heap.
    pub heap: Heap,
    /// What has to happen.
    pub reasons: Vec<Reason>,
}

/// What holds of a photo or film as a whole.
#[expect(clippy::struct_excessive_bools, reason = "independent")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stands {
    /// A person said that everybody on it is in the list.
    pub complete: bool,
    /// Somebody was covered on request, and nobody looked since.
    pub asked: bool,
    /// The files show what was asked.
    pub settled: bool,
    /// A person saw the film and said that it may go to the chosen places; of a photo the program knows.
    pub confirmed: bool,
}

/// The heap of a photo or film of which this holds, with these faces. Whatever is not known counts against showing.
pub fn heap(stands: Stands, faces: &[Holds]) -> Outcome {
    let count = |wanted| faces.iter().filter(|one| **one == wanted).count();
    let (may_not, unknown) = (count(Holds::MayNot), count(Holds::Unknown));
    let mut reasons = Vec::new();
    if may_not > 0 {
        reasons.push(Reason::MayNot(may_not));
    }
    if unknown > 0 {
        reasons.push(Reason::Unknown(unknown));
    }
    if stands.asked {
        reasons.push(Reason::Asked);
    } else if !stands.complete {
        reasons.push(Reason::NotComplete);
    }
    if !stands.confirmed {
        reasons.push(Reason::NotConfirmed);
    }
    if !stands.settled {
        reasons.push(Reason::Busy);
    }
    let heap = match reasons.first() {
        None => Heap::Ready,
        Some(Reason::MayNot(_)) => Heap::Not,
        Some(_) => Heap::Look,
    };
    Outcome { heap, reasons }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use words::PersonId;

    use super::*;

    fn mark() -> impl Strategy<Value = Mark> {
        prop_oneof![
            Just(Mark::Unknown),
            Just(Mark::Cover),
            Just(Mark::NoFace),
            any::<u128>().prop_map(|id| Mark::Person(PersonId(uuid::Uuid::from_u128(id)))),
        ]
    }

    fn shown() -> impl Strategy<Value = Option<Shown>> {
        prop_oneof![
            Just(None),
            Just(Some(Shown::May)),
            Just(Some(Shown::MayNot))
        ]
    }

    proptest! {
        #[test]
        fn a_photo_is_ready_only_if_everybody_may_be_shown(
            complete: bool,
            asked: bool,
            settled: bool,
            confirmed: bool,
            faces in prop::collection::vec((mark(), shown()), 0..8),
        ) {
            let held: Vec<Holds> = faces.iter().map(|(mark, shown)| holds(*mark, *shown)).collect();
            let outcome = heap(Stands { complete, asked, settled, confirmed }, &held);
            let all_may = faces.iter().all(|(mark, shown)| match mark {
                Mark::Cover | Mark::NoFace => true,
                Mark::Person(_) => *shown == Some(Shown::May),
                Mark::Unknown => false,
            });
            prop_assert_eq!(outcome.heap == Heap::Ready, complete && !asked && settled && confirmed && all_may);
            prop_assert_eq!(outcome.reasons.is_empty(), outcome.heap == Heap::Ready);
            let refused = faces.iter().any(|(mark, shown)| mark.person().is_some() && *shown == Some(Shown::MayNot));
            prop_assert_eq!(outcome.heap == Heap::Not, refused);
        }
    }
}
