//! Who releases at a school: whom its protocol names, and otherwise whom the school chose. Pure.

use norms::Protocol;
use words::Role;

/// Who releases what is published, where nobody said anything else.
const USUAL: [Role; 2] = [Role::Pr, Role::Directeur];

/// The roles that a school can choose from.
pub const CHOICE: [Role; 5] = [
    Role::Pr,
    Role::Mentor,
    Role::Teamleider,
    Role::Directeur,
    Role::Bestuur,
];

/// Who releases.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Releasers {
    /// In these roles, the first one first.
    pub roles: Vec<Role>,
    /// The article that names them; none where the school chose.
    pub article: Option<String>,
}

/// The roles of a function that a protocol names.
pub fn roles_of(function: &str) -> &'static [Role] {
    match function {
        "pr" => &[Role::Pr],
        "bestuur" => &[Role::Bestuur],
        "mentor" => &[Role::Mentor],
        "leraar" => &[Role::Leraar],
        "leidinggevende" => &[Role::Teamleider, Role::Directeur],
        "directeur" | "schoolleiding" => &[Role::Directeur],
        _ => &[],
    }
}

/// Who releases under this protocol, where the school made this choice.
pub fn releasers(protocol: Option<&Protocol>, chosen: Option<Vec<Role>>) -> Releasers {
    let named = protocol.and_then(|one| one.document.front.akkoord.as_ref());
    if let Some(named) = named {
        let roles = named.wie.iter().flat_map(|one| roles_of(one.as_ref()));
        return Releasers {
            roles: roles.copied().collect(),
            article: Some(named.artikel.as_ref().clone()),
        };
    }
    let chosen = chosen.filter(|roles| !roles.is_empty());
    Releasers {
        roles: chosen.unwrap_or_else(|| USUAL.to_vec()),
        article: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_protocol_decides_and_the_school_where_it_is_silent() {
        let pcc = norms::shipped::protocol("pcc");
        let named = releasers(pcc, Some(vec![Role::Mentor]));
        assert_eq!(named.roles, [Role::Pr, Role::Bestuur]);
        assert_eq!(named.article.as_deref(), Some("2"));
        let flex = norms::shipped::protocol("flex");
        assert_eq!(releasers(flex, None).roles, USUAL);
        let chosen = releasers(flex, Some(vec![Role::Teamleider]));
        assert_eq!(chosen.roles, [Role::Teamleider]);
        assert_eq!(chosen.article, None);
    }

    #[test]
    fn every_function_that_a_protocol_names_is_a_role() {
        for name in norms::shipped::NAMES {
            let protocol = norms::shipped::protocol(name).unwrap();
            for one in protocol
                .document
                .front
                .akkoord
                .iter()
                .flat_map(|row| &row.wie)
            {
                assert!(!roles_of(one.as_ref()).is_empty(), "{name} {one:?}");
            }
        }
    }
}
