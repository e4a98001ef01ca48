//! The roles that people fill. A person may hold several at once.

use serde::{Deserialize, Serialize};

/// A role in or around a school. What a role may do is the policy of `identity`; what a protocol says of it, the protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Pupil.
    Leerling,
    /// Parent or other guardian.
    Ouder,
    /// Teacher.
    Leraar,
    /// Staff that does not teach.
    Medewerker,
    /// Intern.
    Stagiair,
    /// Public relations.
    Pr,
    /// Mentor of a group.
    Mentor,
    /// Head of a team: the manager whom a protocol calls *leidinggevende*.
    Teamleider,
    /// Head of a school.
    Directeur,
    /// Co-ordinator against bullying.
    Antipest,
    /// Member of the participation council.
    Mr,
    /// Member or officer of the competent authority.
    Bestuur,
    /// Data protection officer.
    Fg,
    /// Administrator of the program.
    Beheerder,
}

impl Role {
    /// Every role, in the order in which they are listed.
    pub const ALL: [Self; 14] = [
        Self::Leerling,
        Self::Ouder,
        Self::Leraar,
        Self::Medewerker,
        Self::Stagiair,
        Self::Pr,
        Self::Mentor,
        Self::Teamleider,
        Self::Directeur,
        Self::Antipest,
        Self::Mr,
        Self::Bestuur,
        Self::Fg,
        Self::Beheerder,
    ];

    /// The word in formats, addresses and the database.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Leerling => "leerling",
            Self::Ouder => "ouder",
            Self::Leraar => "leraar",
            Self::Medewerker => "medewerker",
            Self::Stagiair => "stagiair",
            Self::Pr => "pr",
            Self::Mentor => "mentor",
            Self::Teamleider => "teamleider",
            Self::Directeur => "directeur",
            Self::Antipest => "antipest",
            Self::Mr => "mr",
            Self::Bestuur => "bestuur",
            Self::Fg => "fg",
            Self::Beheerder => "beheerder",
        }
    }

    /// The role with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.key() == key)
    }

    /// What a protocol calls somebody in this role: words of the vocabulary's `Rol`. A role that no protocol speaks of
    /// (data protection officer, administrator, council) is that of a member of staff or of nobody in particular.
    pub const fn in_norms(self) -> &'static [&'static str] {
        match self {
            Self::Leerling => &["leerling"],
            Self::Ouder => &["ouder"],
            Self::Leraar | Self::Mentor => &["leraar", "medewerker"],
            Self::Medewerker | Self::Antipest | Self::Beheerder => &["medewerker"],
            Self::Stagiair => &["stagiair"],
            Self::Pr => &["pr", "medewerker"],
            Self::Teamleider | Self::Directeur => &["leidinggevende", "medewerker"],
            Self::Bestuur => &["bestuur"],
            Self::Mr | Self::Fg => &["betrokkene"],
        }
    }
}
