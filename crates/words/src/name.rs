//! Names as the Netherlands has them: call name, initials, infix, family name.

use serde::{Deserialize, Serialize};

/// The name of a person. Any part may be empty, but not all: a person without a family name exists.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonName {
    /// Call name, *roepnaam*: what others say.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub call: String,
    /// Initials with their points: `J.P.`
    #[serde(skip_serializing_if = "String::is_empty")]
    pub initials: String,
    /// Infix, *tussenvoegsel*: `van der`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub infix: String,
    /// Family name without its infix.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub family: String,
}

impl PersonName {
    /// As one says it: *Daan de Vries*; with initials where no call name is known.
    pub fn said(&self) -> String {
        let first = if self.call.is_empty() {
            &self.initials
        } else {
            &self.call
        };
        joined(&[first, &self.infix, &self.family])
    }

    /// As a list is sorted: *Vries, Daan de*.
    pub fn listed(&self) -> String {
        let first = if self.call.is_empty() {
            &self.initials
        } else {
            &self.call
        };
        let after = joined(&[first, &self.infix]);
        match (self.family.is_empty(), after.is_empty()) {
            (true, _) => after,
            (false, true) => self.family.clone(),
            (false, false) => format!("{}, {after}", self.family),
        }
    }
}

fn joined(parts: &[&String]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| part.as_str())
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(call: &str, initials: &str, infix: &str, family: &str) -> PersonName {
        PersonName {
            call: call.into(),
            initials: initials.into(),
            infix: infix.into(),
            family: family.into(),
        }
    }

    #[test]
    fn a_name_is_said_and_listed() {
        let daan = name("Daan", "D.", "de", "Vries");
        assert_eq!(
            (daan.said(), daan.listed()),
            ("Daan de Vries".into(), "Vries, Daan de".into())
        );
        let madonna = name("Fatima", "", "", "");
        assert_eq!(
            (madonna.said(), madonna.listed()),
            ("Fatima".into(), "Fatima".into())
        );
        let formal = name("", "J.P.", "van der", "Berg");
        assert_eq!(
            (formal.said(), formal.listed()),
            ("J.P. van der Berg".into(), "Berg, J.P. van der".into())
        );
    }
}
