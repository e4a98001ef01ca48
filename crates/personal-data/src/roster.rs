//! The school's list of people, as the scan needs it: names, group, number, consent per channel. Nothing more is read.

use crate::fold::fold;
use serde::{Deserialize, Serialize};

/// Where a text is going to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// The school's website.
    #[default]
    Website,
    /// The newsletter.
    Newsletter,
    /// Social media.
    Social,
    /// The class app.
    Classapp,
}

impl Channel {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 4] = [
        Self::Website,
        Self::Newsletter,
        Self::Social,
        Self::Classapp,
    ];

    /// The channel with this name in formats.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.name() == name)
    }

    /// The name in formats.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Website => "website",
            Self::Newsletter => "newsletter",
            Self::Social => "social",
            Self::Classapp => "classapp",
        }
    }
}

/// What is known of somebody's consent. The order is from strict to wide: the least of several counts.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Consent {
    /// Refused or withdrawn.
    No,
    /// Never answered: counts as no.
    #[default]
    Unknown,
    /// Given.
    Yes,
}

/// Pupil or staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// A pupil.
    #[default]
    Pupil,
    /// A member of staff.
    Staff,
}

/// One person of the school.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// The id in the school's list.
    pub id: String,
    /// Pupil or staff.
    pub role: Role,
    /// The name by which the person is called.
    pub call_name: String,
    /// All given names, apart by spaces.
    pub given_names: String,
    /// *van*, *de*, *El*.
    pub infix: String,
    /// The surname without infix.
    pub surname: String,
    /// Nicknames.
    pub nicknames: Vec<String>,
    /// Group, such as `7a` or `1/2b`.
    pub group: String,
    /// Pupil number.
    pub pupil_no: String,
    /// Consent for website, newsletter, social media, class app.
    pub consents: [Consent; 4],
}

impl Person {
    /// Consent for one channel.
    pub fn consent(&self, channel: Channel) -> Consent {
        let at = Channel::ALL
            .iter()
            .position(|one| *one == channel)
            .unwrap_or(0);
        self.consents.get(at).copied().unwrap_or_default()
    }

    /// The name as the school writes it.
    pub fn name(&self) -> String {
        let parts = [self.call_name.as_str(), &self.infix, &self.surname];
        let mut name = String::with_capacity(parts.map(str::len).iter().sum::<usize>() + 2);
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(part);
        }
        name
    }

    /// Whether the person is in a group that is written as `7a`, `7` or, for a combined group, `1` or `2`.
    pub(crate) fn is_in(&self, number: &str, letter: &str) -> bool {
        if number.contains(char::is_alphabetic) {
            let own = squeezed(&self.group);
            return own.strip_prefix(number).is_some_and(|rest| {
                rest.len() <= 1 && !rest.starts_with(|c: char| c.is_ascii_digit())
            });
        }
        let group = fold(&self.group);
        let own_letter =
            group.trim_start_matches(|c: char| c.is_ascii_digit() || c == '/' || c == '-');
        let numbers = group
            .get(..group.len() - own_letter.len())
            .unwrap_or_default();
        numbers.split(['/', '-']).any(|own| own == number)
            && (letter.is_empty() || own_letter == letter)
    }
}

/// A group without case, spaces and marks: *h3b* of *H3-b*.
pub(crate) fn squeezed(group: &str) -> String {
    let mut group = fold(group);
    group.retain(char::is_alphanumeric);
    group
}

/// A line of the list that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Line in the file, from 1.
    pub line: usize,
    /// The column, by its header.
    pub field: &'static str,
    /// What is wrong, as a code of `lexicons/sentences.tsv`.
    pub code: &'static str,
}

/// Everybody of the school.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    /// The people.
    pub people: Vec<Person>,
}

const COLUMNS: [&str; 14] = [
    "person_id",
    "role",
    "call_name",
    "given_names",
    "initials",
    "infix",
    "surname",
    "nicknames",
    "group",
    "pupil_no",
    "consent_website",
    "consent_newsletter",
    "consent_social",
    "consent_classapp",
];
const NEEDED: [&str; 3] = ["person_id", "call_name", "surname"];

impl Roster {
    /// Reads the list from CSV with a header. Columns may stand in any order; unknown ones are not looked at.
    ///
    /// # Errors
    /// Every fault that was found; nothing is read by halves.
    pub fn from_csv(text: &str) -> Result<Self, Vec<Fault>> {
        let mut rows = csv(text.trim_start_matches('\u{feff}'));
        let header = if rows.is_empty() {
            Vec::new()
        } else {
            rows.remove(0).1
        };
        let place = |name: &str| header.iter().position(|head| head.trim() == name);
        let mut faults: Vec<Fault> = NEEDED
            .into_iter()
            .filter(|name| place(name).is_none())
            .map(|field| Fault {
                line: 1,
                field,
                code: "fault-column",
            })
            .collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let places: Vec<Option<usize>> = COLUMNS.iter().map(|name| place(name)).collect();
        let mut people = Vec::with_capacity(rows.len());
        for (line, row) in rows {
            let field = |name: &str| -> String {
                let at = COLUMNS.iter().position(|column| *column == name);
                let at = at.and_then(|at| places.get(at).copied().flatten());
                at.and_then(|at| row.get(at))
                    .map(|value| value.trim().to_owned())
                    .unwrap_or_default()
            };
            if row.iter().all(|value| value.trim().is_empty()) {
                continue;
            }
            for name in NEEDED {
                if field(name).is_empty() {
                    faults.push(Fault {
                        line,
                        field: name,
                        code: "fault-empty",
                    });
                }
            }
            let mut consent = |name: &'static str| match field(name).as_str() {
                "yes" | "ja" => Consent::Yes,
                "no" | "nee" => Consent::No,
                "" => Consent::Unknown,
                _ => {
                    faults.push(Fault {
                        line,
                        field: name,
                        code: "fault-consent",
                    });
                    Consent::Unknown
                }
            };
            let consents = [
                consent("consent_website"),
                consent("consent_newsletter"),
                consent("consent_social"),
                consent("consent_classapp"),
            ];
            people.push(Person {
                id: field("person_id"),
                role: if field("role") == "staff" {
                    Role::Staff
                } else {
                    Role::Pupil
                },
                call_name: field("call_name"),
                given_names: field("given_names"),
                infix: field("infix"),
                surname: field("surname"),
                nicknames: field("nicknames")
                    .split([';', '|', '/'])
                    .map(|nick| nick.trim().to_owned())
                    .filter(|nick| !nick.is_empty())
                    .collect(),
                group: field("group"),
                pupil_no: field("pupil_no"),
                consents,
            });
        }
        if faults.is_empty() {
            Ok(Self { people })
        } else {
            Err(faults)
        }
    }
}

/// Rows of CSV, each with the line on which it begins.
fn csv(text: &str) -> Vec<(usize, Vec<String>)> {
    let mut rows = Vec::new();
    let (mut row, mut field) = (Vec::new(), String::new());
    let (mut line, mut begun, mut quoted) = (1, 1, false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        line += usize::from(c == '\n');
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => field.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut field)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut field));
                rows.push((begun, std::mem::take(&mut row)));
                begun = line;
            }
            _ => field.push(c),
        }
    }
    if !field.is_empty() || !row.is_empty() {
        row.push(field);
        rows.push((begun, row));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read() {
        let text = "surname,person_id,call_name,group,consent_social,extra\r\n\"de \"\"Wit\"\", jr\",P1,Noor,1/2b,yes,x\r\n\r\nBos,P2,Sem,7a,,\n";
        let roster = Roster::from_csv(text).expect("a list");
        assert_eq!(roster.people.len(), 2);
        let noor = &roster.people[0];
        assert_eq!(noor.surname, "de \"Wit\", jr");
        assert_eq!(noor.consent(Channel::Social), Consent::Yes);
        assert_eq!(noor.consent(Channel::Website), Consent::Unknown);
        assert!(
            noor.is_in("2", "")
                && noor.is_in("1", "b")
                && !noor.is_in("2", "a")
                && !noor.is_in("12", "")
        );
    }

    #[test]
    fn faults_name_line_and_field() {
        let text = "person_id,call_name,surname,consent_social\nP1,Noor,,maybe\nP2,Sem,Bos,no\n";
        let faults = Roster::from_csv(text).expect_err("two faults");
        assert_eq!(faults.len(), 2);
        assert!(faults.iter().all(|fault| fault.line == 2));
        assert_eq!(Roster::from_csv("").expect_err("no header").len(), 3);
    }

    #[test]
    fn the_strictest_consent_is_the_least() {
        assert!(Consent::No < Consent::Unknown && Consent::Unknown < Consent::Yes);
    }
}
