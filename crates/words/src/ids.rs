//! Who and what a row is about. An identity says nothing about the person behind it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.as_simple().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            /// Only as [`fmt::Display`] writes it: 32 hexadecimal digits in lower case, so that one thing has one address.
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let id = Self(Uuid::try_parse(text).map_err(|_| NotAnId)?);
                if id.to_string() == text { Ok(id) } else { Err(NotAnId) }
            }
        }
    )* };
}

ids! {
    /// A board: the competent authority over one or more schools, and the border that no data crosses.
    BoardId
    /// A school of a board.
    SchoolId
    /// A class or another group of one school year.
    GroupId
    /// A person: pupil, guardian, staff, volunteer or somebody else.
    PersonId
    /// A purpose for which a school asks consent.
    PurposeId
    /// Something that was made public.
    PublicationId
}

/// A text that is not an identity as we write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an identity is 32 hexadecimal digits in lower case")
    }
}

impl std::error::Error for NotAnId {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thing_has_one_address() {
        let id = PersonId(Uuid::from_u128(0xab));
        let text = id.to_string();
        assert_eq!(text.parse(), Ok(id));
        assert_eq!(text.to_uppercase().parse::<PersonId>(), Err(NotAnId));
        assert_eq!("".parse::<PersonId>(), Err(NotAnId));
        assert_eq!(id.0.to_string().parse::<PersonId>(), Err(NotAnId));
    }
}
