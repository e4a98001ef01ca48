//! What somebody wants to act on, and how that stands to them.

use words::{BoardId, GroupId, PersonId, Role, SchoolId};

/// How something stands to somebody in one of their roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// It is about themselves.
    Own,
    /// It is about a child they have authority over or care for.
    OwnChild,
    /// It belongs to a group of theirs.
    OwnGroup,
    /// It belongs to a school that the role covers.
    OwnSchool,
    /// It belongs to the board as a whole, and so does the role.
    OwnBoard,
    /// It is in the same board, outside what the role covers.
    Other,
}

impl Relation {
    /// Every relation, the closest first.
    pub const ALL: [Self; 6] = [
        Self::Own,
        Self::OwnChild,
        Self::OwnGroup,
        Self::OwnSchool,
        Self::OwnBoard,
        Self::Other,
    ];

    /// The word in the policy, in files and in the names of texts.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::OwnChild => "ownChild",
            Self::OwnGroup => "ownGroup",
            Self::OwnSchool => "ownSchool",
            Self::OwnBoard => "ownBoard",
            Self::Other => "other",
        }
    }

    /// The wider relation that this one is part of.
    #[must_use]
    pub const fn wider(self) -> Option<Self> {
        match self {
            Self::OwnGroup => Some(Self::OwnSchool),
            Self::OwnSchool => Some(Self::OwnBoard),
            _ => None,
        }
    }
}

/// What somebody wants to act on: only facts about the thing itself. How it stands to the person is worked out from these.
///
/// ```
/// use identity::Scope;
/// use words::{BoardId, PersonId, SchoolId};
/// # let (board, school, pupil) = (BoardId(Default::default()), SchoolId(Default::default()), PersonId(Default::default()));
/// let of_a_pupil = Scope::of(board).person(pupil).school(school);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    pub(crate) board: BoardId,
    pub(crate) schools: Vec<SchoolId>,
    pub(crate) groups: Vec<GroupId>,
    pub(crate) person: Option<PersonId>,
}

impl Scope {
    /// The board as a whole.
    #[must_use]
    pub fn of(board: BoardId) -> Self {
        Self {
            board,
            schools: Vec::new(),
            groups: Vec::new(),
            person: None,
        }
    }

    /// Something at this school; a person may be at several.
    #[must_use]
    pub fn school(mut self, school: SchoolId) -> Self {
        self.schools.push(school);
        self
    }

    /// Something in this group; say its school too.
    #[must_use]
    pub fn group(mut self, group: GroupId) -> Self {
        self.groups.push(group);
        self
    }

    /// Something about this person.
    #[must_use]
    pub fn person(mut self, person: PersonId) -> Self {
        self.person = Some(person);
        self
    }
}

/// A role that somebody fills now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRole {
    /// The role.
    pub role: Role,
    /// The one school it covers; none covers every school of the board.
    pub school: Option<SchoolId>,
    /// The one group it covers; none covers every group of the school.
    pub group: Option<GroupId>,
    /// For whom they stand in.
    pub substitute_for: Option<PersonId>,
}

impl HeldRole {
    /// A role that covers the whole board.
    #[must_use]
    pub fn everywhere(role: Role) -> Self {
        Self {
            role,
            school: None,
            group: None,
            substitute_for: None,
        }
    }

    /// A role at one school.
    #[must_use]
    pub fn at(role: Role, school: SchoolId) -> Self {
        Self {
            school: Some(school),
            ..Self::everywhere(role)
        }
    }

    /// Every relation in which a thing stands to the person in this role. `groups` are those that the person works with.
    pub(crate) fn relations(
        &self,
        person: PersonId,
        ties: &Ties,
        scope: &Scope,
    ) -> impl Iterator<Item = Relation> + use<> {
        let own = scope.person == Some(person);
        let child = scope.person.is_some_and(|who| ties.children.contains(&who));
        let covers_school = match self.school {
            Some(school) => scope.schools.contains(&school),
            None => true,
        };
        let mine = |group: &GroupId| match self.group {
            Some(only) => only == *group,
            None => ties.groups.contains(group),
        };
        let place = if covers_school && scope.groups.iter().any(mine) {
            Relation::OwnGroup
        } else if !covers_school || self.group.is_some() {
            Relation::Other
        } else if scope.schools.is_empty() {
            Relation::OwnBoard
        } else {
            Relation::OwnSchool
        };
        [
            own.then_some(Relation::Own),
            child.then_some(Relation::OwnChild),
            Some(place),
        ]
        .into_iter()
        .flatten()
    }
}

/// Whom somebody is tied to, as the people of the school know it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ties {
    /// The groups that they teach or mentor now.
    pub groups: Vec<GroupId>,
    /// The children whose guardian they are.
    pub children: Vec<PersonId>,
    /// The roles that follow from the roster and need not be given: pupil, parent, teacher, mentor.
    pub roles: Vec<HeldRole>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_thing_stands_to_each_role_as_the_role_covers_it() {
        let id = Uuid::from_u128;
        let (board, here, there) = (BoardId(id(1)), SchoolId(id(2)), SchoolId(id(3)));
        let (group, me, child) = (GroupId(id(4)), PersonId(id(5)), PersonId(id(6)));
        let ties = Ties {
            groups: vec![group],
            children: vec![child],
            roles: Vec::new(),
        };
        let of =
            |role: &HeldRole, scope: Scope| role.relations(me, &ties, &scope).collect::<Vec<_>>();
        let teacher = HeldRole::at(Role::Leraar, here);
        assert_eq!(
            of(&teacher, Scope::of(board).school(here)),
            [Relation::OwnSchool]
        );
        assert_eq!(
            of(&teacher, Scope::of(board).school(there)),
            [Relation::Other]
        );
        assert_eq!(of(&teacher, Scope::of(board)), [Relation::Other]);
        assert_eq!(
            of(&teacher, Scope::of(board).school(here).group(group)),
            [Relation::OwnGroup]
        );
        // A group of theirs at a school where they do not have this role.
        assert_eq!(
            of(&teacher, Scope::of(board).school(there).group(group)),
            [Relation::Other]
        );
        assert_eq!(
            of(&teacher, Scope::of(board).person(me)),
            [Relation::Own, Relation::Other]
        );
        assert_eq!(
            of(&teacher, Scope::of(board).person(child).school(here)),
            [Relation::OwnChild, Relation::OwnSchool]
        );
        let board_wide = HeldRole::everywhere(Role::Beheerder);
        assert_eq!(of(&board_wide, Scope::of(board)), [Relation::OwnBoard]);
        assert_eq!(
            of(&board_wide, Scope::of(board).school(there)),
            [Relation::OwnSchool]
        );
        let one_group = HeldRole {
            group: Some(GroupId(id(9))),
            ..HeldRole::at(Role::Stagiair, here)
        };
        assert_eq!(
            of(&one_group, Scope::of(board).school(here)),
            [Relation::Other]
        );
        assert_eq!(
            of(&one_group, Scope::of(board).school(here).group(group)),
            [Relation::Other]
        );
    }
}
