//! What each made-up school looks like.

use crate::model::Sector;

/// A made-up board with one school.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// The protocol that the school follows, and the board's word in addresses.
    pub slug: &'static str,
    /// What the board is called.
    pub board: &'static str,
    /// What the school is called.
    pub school: &'static str,
    /// Its number, of the kind that no real school has.
    pub brin: &'static str,
    /// Primary or secondary.
    pub sector: Sector,
    /// The part of e-mail addresses after the @.
    pub domain: &'static str,
    /// Name, lowest and highest year, pupils.
    pub classes: &'static [(&'static str, u8, u8, usize)],
}

const PRIMARY: &[(&str, u8, u8, usize)] = &[
    ("1/2a", 1, 2, 26),
    ("1/2b", 1, 2, 24),
    ("3", 3, 3, 27),
    ("4", 4, 4, 25),
    ("5", 5, 5, 28),
    ("6", 6, 6, 23),
    ("7", 7, 7, 24),
    ("8", 8, 8, 25),
];

const COMBINED: &[(&str, u8, u8, usize)] = &[
    ("1/2a", 1, 2, 28),
    ("1/2b", 1, 2, 27),
    ("3/4a", 3, 4, 29),
    ("3/4b", 3, 4, 26),
    ("5/6a", 5, 6, 30),
    ("5/6b", 5, 6, 28),
    ("7/8", 7, 8, 31),
];

const SECONDARY: &[(&str, u8, u8, usize)] = &[
    ("B1a", 1, 1, 24),
    ("B1b", 1, 1, 23),
    ("H2a", 2, 2, 22),
    ("V2a", 2, 2, 21),
    ("H3a", 3, 3, 24),
    ("V3a", 3, 3, 19),
    ("H4a", 4, 4, 23),
    ("V4a", 4, 4, 16),
    ("H5a", 5, 5, 20),
    ("V5a", 5, 5, 12),
    ("V6a", 6, 6, 11),
];

const VMBO: &[(&str, u8, u8, usize)] = &[
    ("B1a", 1, 1, 26),
    ("B1b", 1, 1, 25),
    ("K2a", 2, 2, 24),
    ("T2a", 2, 2, 26),
    ("K3a", 3, 3, 23),
    ("T3a", 3, 3, 27),
    ("K4a", 4, 4, 22),
    ("T4a", 4, 4, 27),
];

/// One for each protocol that ships with the program.
pub const PLANS: &[Plan] = &[
    Plan {
        slug: "spoenk",
        board: "Onderwijsgroep De Kring",
        school: "Basisschool De Regenboog",
        brin: "99ZA00",
        sector: Sector::Po,
        domain: "regenboog.example",
        classes: PRIMARY,
    },
    Plan {
        slug: "pcc",
        board: "Stichting Noorderlicht",
        school: "Noorderlicht College",
        brin: "99ZB00",
        sector: Sector::Vo,
        domain: "noorderlicht.example",
        classes: SECONDARY,
    },
    Plan {
        slug: "flex",
        board: "Stichting Esdoorn",
        school: "Esdoorn College",
        brin: "99ZC00",
        sector: Sector::Vo,
        domain: "esdoorn.example",
        classes: VMBO,
    },
    Plan {
        slug: "verkruisen",
        board: "Stichting Veenland",
        school: "obs De Turfgraver",
        brin: "99ZD00",
        sector: Sector::Po,
        domain: "turfgraver.example",
        classes: COMBINED,
    },
    Plan {
        slug: "demare",
        board: "Stichting Waterrijk",
        school: "Basisschool De Waterlelie",
        brin: "99ZE00",
        sector: Sector::Po,
        domain: "waterlelie.example",
        classes: PRIMARY,
    },
];
