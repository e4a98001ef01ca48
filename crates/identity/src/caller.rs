//! The person behind a request.

use shell::Fault;
use uuid::Uuid;
use words::{BoardId, GroupId, Locale, PersonId, Role, Verdict};

use crate::policy::{Policy, Rule};
use crate::{Action, HeldRole, Scope, Ties, texts};

/// Somebody who signed in, as a handler sees them. A handler that takes this as an argument is only for who signed in.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The board they signed in at.
    pub board: BoardId,
    /// Who they are.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// The roles they fill today, their own and those they stand in for.
    pub roles: Vec<HeldRole>,
    /// Their groups and children.
    pub ties: Ties,
    /// This session: not its secret.
    pub session: Uuid,
    /// The token that their forms carry.
    pub csrf: String,
    /// The language of the address they asked for.
    pub locale: Locale,
    /// They came by a link in a letter: all that they may do is answer what it asks.
    pub by_letter: bool,
    /// They proved less than ten minutes ago that it is still them.
    pub stepped_up: bool,
}

/// Whether somebody may do something, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Permitted or prohibited.
    pub verdict: Verdict,
    /// Why: at least one.
    pub reasons: Vec<Reason>,
    /// The role in which they may: what the log says they acted as.
    pub role: Option<Role>,
}

/// Why somebody may do something or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The policy of this name permits it to this role.
    Permitted(&'static str, Role),
    /// They may, once they have proved again that it is them.
    StepUp,
    /// No policy permits this action to any of their roles here.
    NotThisRole(Action),
    /// It is of another board: as if it did not exist.
    Elsewhere,
}

impl Reason {
    /// The reason as a sentence.
    #[must_use]
    pub fn said(&self, locale: Locale) -> String {
        let words = texts(locale);
        match self {
            Self::Permitted(policy, role) => {
                let role = words.t(role_key(*role));
                words.f(&format!("policy-{policy}"), &[("role", role.into())])
            }
            Self::StepUp => words.t("policy-step-up").to_owned(),
            Self::NotThisRole(action) => {
                let key = format!("action-{}", action.key());
                words.f("reason-not-this-role", &[("action", words.t(&key).into())])
            }
            Self::Elsewhere => words.t("reason-elsewhere").to_owned(),
        }
    }
}

/// The text that names a role.
pub(crate) const fn role_key(role: Role) -> &'static str {
    match role {
        Role::Leerling => "role-leerling",
        Role::Ouder => "role-ouder",
        Role::Leraar => "role-leraar",
        Role::Medewerker => "role-medewerker",
        Role::Stagiair => "role-stagiair",
        Role::Pr => "role-pr",
        Role::Mentor => "role-mentor",
        Role::Teamleider => "role-teamleider",
        Role::Directeur => "role-directeur",
        Role::Antipest => "role-antipest",
        Role::Mr => "role-mr",
        Role::Bestuur => "role-bestuur",
        Role::Fg => "role-fg",
        Role::Beheerder => "role-beheerder",
    }
}

impl Caller {
    /// Whether they may do this: permitted by the first of their roles that may.
    #[must_use]
    pub fn may(&self, action: Action, scope: &Scope) -> Outcome {
        if scope.board != self.board {
            return no(Reason::Elsewhere);
        }
        let policy = Policy::shipped();
        let mut after_step_up = None;
        for held in &self.roles {
            for relation in held.relations(self.person, &self.ties, scope) {
                match policy.rule(held.role, action, relation) {
                    Rule::Open(id) => return yes(id, held.role),
                    Rule::StepUp(id) if self.stepped_up => return yes(id, held.role),
                    Rule::StepUp(_) => after_step_up = Some(Reason::StepUp),
                    Rule::Closed => {}
                }
            }
        }
        no(after_step_up.unwrap_or(Reason::NotThisRole(action)))
    }

    /// The role in which they may do this, or the page that says why not. What is of another board is missing.
    ///
    /// # Errors
    /// [`Fault::Missing`] or [`Fault::Refused`]; with a way to prove again that it is them where that is all that lacks.
    pub fn must(&self, action: Action, scope: &Scope, back: &str) -> Result<Role, Fault> {
        let outcome = self.may(action, scope);
        if let Some(role) = outcome.role {
            return Ok(role);
        }
        if outcome.reasons.contains(&Reason::Elsewhere) {
            return Err(Fault::Missing);
        }
        let sentences = outcome
            .reasons
            .iter()
            .map(|reason| reason.said(self.locale));
        let again = if outcome.reasons.contains(&Reason::StepUp) {
            let back: String = form_urlencoded::byte_serialize(back.as_bytes()).collect();
            format!("/account/opnieuw?naar={back}")
        } else {
            "/account".to_owned()
        };
        Err(Fault::Refused {
            sentences: sentences.collect(),
            again,
        })
    }

    /// The groups that they teach or mentor, or that a role of theirs is for.
    pub fn own_groups(&self) -> impl Iterator<Item = GroupId> {
        let of_roles = self.roles.iter().filter_map(|held| held.group);
        self.ties.groups.iter().copied().chain(of_roles)
    }

    /// Whether a menu offers them this, since they may do it somewhere: in the board, at a school where they fill a role, or in a group of their own there. So a
    /// menu offers it; the page asks again about the place.
    #[must_use]
    pub fn is_offered(&self, action: Action) -> bool {
        let board = Scope::of(self.board);
        // A role reaches its group by way of its school.
        let schools = self.roles.iter().filter_map(|held| held.school);
        let at_schools = schools.map(|school| {
            let at = board.clone().school(school);
            self.own_groups().fold(at, Scope::group)
        });
        let mut everywhere = at_schools.chain([board.clone()]);
        everywhere.any(|scope| self.may(action, &scope).role.is_some())
    }

    /// Whether they fill this role today, anywhere in the board.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.roles.iter().any(|held| held.role == role)
    }
}

fn yes(policy: &'static str, role: Role) -> Outcome {
    Outcome {
        verdict: Verdict::Permitted,
        reasons: vec![Reason::Permitted(policy, role)],
        role: Some(role),
    }
}

fn no(reason: Reason) -> Outcome {
    Outcome {
        verdict: Verdict::Prohibited,
        reasons: vec![reason],
        role: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use words::{GroupId, SchoolId};

    fn caller(roles: Vec<HeldRole>) -> Caller {
        let id = Uuid::from_u128;
        Caller {
            board: BoardId(id(1)),
            person: PersonId(id(2)),
            name: "Anna de Vries".into(),
            roles,
            ties: Ties {
                groups: vec![GroupId(id(4))],
                children: vec![PersonId(id(5))],
                roles: Vec::new(),
            },
            session: id(6),
            csrf: "t".into(),
            locale: Locale::Nl,
            by_letter: false,
            stepped_up: false,
        }
    }

    #[test]
    fn a_director_leads_one_school_and_proves_again_that_it_is_them() {
        let (here, there) = (SchoolId(Uuid::from_u128(10)), SchoolId(Uuid::from_u128(11)));
        let mut jan = caller(vec![HeldRole::at(Role::Directeur, here)]);
        let at = |school| Scope::of(BoardId(Uuid::from_u128(1))).school(school);
        assert_eq!(
            jan.may(Action::LookPersons, &at(here)).role,
            Some(Role::Directeur)
        );
        assert_eq!(
            jan.may(Action::LookPersons, &at(there)).reasons,
            [Reason::NotThisRole(Action::LookPersons)]
        );
        assert_eq!(
            jan.may(Action::GiveRoles, &at(here)).reasons,
            [Reason::StepUp]
        );
        assert!(
            matches!(jan.must(Action::GiveRoles, &at(here), "/rollen"), Err(Fault::Refused { again, .. }) if again == "/account/opnieuw?naar=%2Frollen")
        );
        jan.stepped_up = true;
        assert_eq!(
            jan.may(Action::GiveRoles, &at(here)).verdict,
            Verdict::Permitted
        );
    }

    #[test]
    fn another_board_does_not_exist() {
        let jan = caller(vec![HeldRole::everywhere(Role::Beheerder)]);
        let foreign = Scope::of(BoardId(Uuid::from_u128(99)));
        assert!(matches!(
            jan.must(Action::LookPersons, &foreign, "/"),
            Err(Fault::Missing)
        ));
    }

    #[test]
    fn a_parent_sees_the_file_of_their_own_child_only_and_every_reason_is_a_sentence() {
        let parent = caller(vec![HeldRole::everywhere(Role::Ouder)]);
        let of = |person| Scope::of(parent.board).person(PersonId(Uuid::from_u128(person)));
        let (own, other) = (
            parent.may(Action::LookFile, &of(5)),
            parent.may(Action::LookFile, &of(7)),
        );
        assert_eq!(
            (own.verdict, other.verdict),
            (Verdict::Permitted, Verdict::Prohibited)
        );
        for reason in own.reasons.iter().chain(&other.reasons) {
            for locale in Locale::ALL {
                let said = reason.said(locale);
                assert!(
                    said.ends_with('.') && !said.contains("policy-") && !said.contains("action-"),
                    "{said}"
                );
            }
        }
    }
}
