//! Who sees a case. A role alone opens nothing: somebody hears signals, sits in a case, or runs the school.

use words::{PersonId, Role};

use crate::model::{Party, Seat, Sitting, State};

/// Why somebody sees a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// They hear signals, and this is one.
    Hears,
    /// They sit in it.
    Sits(Seat),
    /// They run the school.
    Runs,
    /// They are of the board, and the board handles it.
    Governs,
}

/// Who wants to see it.
#[derive(Debug, Clone, Copy)]
pub struct Who<'a> {
    /// Who.
    pub person: PersonId,
    /// Their children, whether or not they represent them.
    pub children: &'a [PersonId],
    /// The roles in which they handle cases at its school, and of the board.
    pub roles: &'a [Role],
}

impl Who<'_> {
    /// They, or somebody whom they represent, are in it.
    pub fn is_in(&self, parties: &[Party]) -> bool {
        let mut people = parties.iter().filter_map(|one| one.person);
        people.any(|one| one == self.person || self.children.contains(&one))
    }

    fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// Why they see it, and in which role; none if they do not. `hears` are the roles that hear signals at its school.
///
/// ```
/// # use cases::rules::access::{Sight, Who, sight_of};
/// # use cases::model::State;
/// # use words::{PersonId, Role};
/// # let me = PersonId::from(uuid::Uuid::nil());
/// let mentor = Who { person: me, children: &[], roles: &[Role::Mentor] };
/// let hears = [Role::Teamleider];
/// assert_eq!(sight_of((State::Open, false), &[], &[], &mentor, &hears), None);
/// let head = Who { roles: &[Role::Directeur], ..mentor };
/// assert_eq!(sight_of((State::Open, false), &[], &[], &head, &hears), Some((Sight::Runs, Role::Directeur)));
/// assert_eq!(sight_of((State::Open, true), &[], &[], &head, &hears), None, "the board handles it");
/// ```
pub fn sight_of(
    (state, to_board): (State, bool),
    parties: &[Party],
    seats: &[Sitting],
    who: &Who<'_>,
    hears: &[Role],
) -> Option<(Sight, Role)> {
    if who.is_in(parties) {
        return None;
    }
    if who.has(Role::Bestuur) && to_board {
        return Some((Sight::Governs, Role::Bestuur));
    }
    // Whoever handles nothing any more lost their seat with that.
    let first = *who.roles.first()?;
    if let Some(one) = seats.iter().find(|one| one.person == who.person) {
        return Some((Sight::Sits(one.seat), first));
    }
    if to_board {
        return None;
    }
    if who.has(Role::Directeur) {
        return Some((Sight::Runs, Role::Directeur));
    }
    let listener = who.roles.iter().find(|role| hears.contains(role));
    let role = listener.filter(|_| state == State::Signal)?;
    Some((Sight::Hears, *role))
}

impl Sight {
    /// They may decide in it: who leads, stands in, runs the school or governs. Who only helps may note, talk and look.
    pub const fn decides(self) -> bool {
        !matches!(self, Self::Sits(Seat::Reader))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::model::Part;

    fn person(n: u8) -> PersonId {
        PersonId::from(Uuid::from_bytes([n; 16]))
    }

    fn party(n: u8) -> Party {
        Party {
            id: Uuid::from_bytes([100 + n; 16]),
            person: Some(person(n)),
            name: String::new(),
            part: Part::Actor,
            parent_of: None,
            cleared_at: None,
        }
    }

    fn some_role() -> impl Strategy<Value = Role> {
        prop::sample::select(Role::ALL.to_vec())
    }

    proptest! {
        /// Whoever is in it, or has a child in it, never sees it: whatever their roles and seats.
        #[test]
        fn who_is_in_it_does_not_handle_it(
            roles in prop::collection::vec(some_role(), 0..5),
            of_child in any::<bool>(),
            to_board in any::<bool>(),
            state in prop::sample::select(State::ALL.to_vec()),
            seat in prop::sample::select(Seat::ALL.to_vec()),
        ) {
            let (me, child) = (person(1), person(2));
            let children = [child];
            let who = Who { person: me, children: &children, roles: &roles };
            let parties = [party(if of_child { 2 } else { 1 })];
            let seats = [Sitting { person: me, seat }];
            prop_assert_eq!(sight_of((state, to_board), &parties, &seats, &who, &Role::ALL), None);
        }

        /// Without a seat only who runs the school, the board, or for a signal who hears it.
        #[test]
        fn a_role_alone_opens_nothing(
            roles in prop::collection::vec(some_role(), 0..5),
            to_board in any::<bool>(),
            state in prop::sample::select(State::ALL.to_vec()),
            hears in prop::collection::vec(some_role(), 0..3),
        ) {
            let who = Who { person: person(1), children: &[], roles: &roles };
            let seen = sight_of((state, to_board), &[party(9)], &[], &who, &hears).is_some();
            let may = if to_board {
                roles.contains(&Role::Bestuur)
            } else {
                roles.contains(&Role::Directeur)
                    || state == State::Signal && roles.iter().any(|role| hears.contains(role))
            };
            prop_assert_eq!(seen, may);
        }
    }

    #[test]
    fn who_handles_nothing_any_more_has_no_seat() {
        let who = Who {
            person: person(1),
            children: &[],
            roles: &[],
        };
        let seats = [Sitting {
            person: person(1),
            seat: Seat::Lead,
        }];
        assert_eq!(sight_of((State::Open, false), &[], &seats, &who, &[]), None);
    }
}
