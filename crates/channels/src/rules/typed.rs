//! What somebody typed about an account, checked.

use ui::{Errors, Table};
use words::{Channel, PersonId};

use crate::guard::{self, Reach};
use crate::model::{Account, Kind};

/// Longer no name of an account is.
const NAME: usize = 80;
/// Longer no address, user or secret is.
const LINE: usize = 500;

/// The kinds of account that can be added, each with where it shows things.
pub const WAYS: [(Kind, Channel); 16] = [
    (Kind::WordPress, Channel::Website),
    (Kind::Mastodon, Channel::Mastodon),
    (Kind::Bluesky, Channel::Bluesky),
    (Kind::Newsletter, Channel::Nieuwsbrief),
    (Kind::Feed, Channel::Website),
    (Kind::ByHand, Channel::Website),
    (Kind::ByHand, Channel::Instagram),
    (Kind::ByHand, Channel::Facebook),
    (Kind::ByHand, Channel::LinkedIn),
    (Kind::ByHand, Channel::Video),
    (Kind::ByHand, Channel::Portaal),
    (Kind::ByHand, Channel::Klassengroep),
    (Kind::ByHand, Channel::Nieuwsbrief),
    (Kind::ByHand, Channel::Drukwerk),
    (Kind::ByHand, Channel::Pers),
    (Kind::ByHand, Channel::Intern),
];

/// The word of one of them in a form.
pub fn way_key((kind, channel): (Kind, Channel)) -> String {
    format!("{}-{}", kind.key(), channel.key())
}

/// By that word.
pub fn way(key: &str) -> Option<(Kind, Channel)> {
    WAYS.into_iter().find(|way| way_key(*way) == key)
}

/// It is entered with a password, at an address.
pub const fn is_entered(kind: Kind) -> bool {
    matches!(kind, Kind::WordPress | Kind::Mastodon | Kind::Bluesky)
}

/// It is entered by the name of a user as well.
pub const fn has_user(kind: Kind) -> bool {
    matches!(kind, Kind::WordPress | Kind::Bluesky)
}

/// The fields of the form, as they were sent.
#[derive(Debug, Clone, Copy, Default)]
pub struct Fields<'a> {
    /// What people call it.
    pub name: &'a str,
    /// Where it is.
    pub address: &'a str,
    /// As whom it is entered.
    pub user: &'a str,
    /// With what.
    pub secret: &'a str,
    /// Who keeps it.
    pub owner: Option<PersonId>,
}

/// What was typed, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// What people call it.
    pub name: String,
    /// Where it is; empty where it is not entered.
    pub address: String,
    /// As whom it is entered; empty where it has no user.
    pub user: String,
    /// A new password; none: the one that it has.
    pub secret: Option<String>,
    /// Who keeps it.
    pub owner: PersonId,
}

/// Checks the fields. `known` is the account as it is, if it is there already: an empty password keeps the one that it has, unless the
/// address is another, for a password is never sent to whom it was not given.
///
/// # Errors
/// A sentence for each field that is wrong.
pub fn typed(
    fields: Fields<'_>,
    kind: Kind,
    known: Option<&Account>,
    reach: Reach,
    words: &Table,
) -> Result<Typed, Errors> {
    let mut errors = Errors::default();
    let name = people::forms::line(fields.name);
    if name.is_empty() || name.chars().count() > NAME {
        errors.add("naam", words.t("form-name-wrong"));
    }
    let (mut address, mut user, mut secret) = (String::new(), String::new(), None);
    if is_entered(kind) {
        people::forms::line(fields.address)
            .trim_end_matches('/')
            .clone_into(&mut address);
        if address.len() > LINE || guard::typed(&address, reach).is_err() {
            errors.add("adres", words.t("form-address-wrong"));
        }
        if has_user(kind) {
            user = people::forms::line(fields.user);
            if user.is_empty() || user.len() > LINE {
                errors.add("gebruiker", words.t("form-user-wrong"));
            }
        }
        secret = Some(people::forms::line(fields.secret)).filter(|secret| !secret.is_empty());
        let kept = known.filter(|known| known.has_secret);
        let wrong = match (&secret, kept) {
            (Some(secret), _) if secret.len() > LINE => Some("form-secret-wrong"),
            (Some(_), _) => None,
            (None, None) => Some("form-secret-wrong"),
            (None, Some(known)) => (known.address != address).then_some("form-secret-new"),
        };
        if let Some(wrong) = wrong {
            errors.add("geheim", words.t(wrong));
        }
    }
    let Some(owner) = fields.owner else {
        errors.add("eigenaar", words.t("form-owner-wrong"));
        return Err(errors);
    };
    errors.or(Typed {
        name,
        address,
        user,
        secret,
        owner,
    })
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proptest::prelude::*;
    use uuid::Uuid;
    use words::{Locale, SchoolId};

    use super::*;
    use crate::model::{Looked, State};
    use crate::texts;

    fn fields<'a>() -> Fields<'a> {
        Fields {
            name: "Website",
            address: "https://school.example/",
            user: "auteur",
            secret: "abcd efgh",
            owner: Some(PersonId(Uuid::from_u128(1))),
        }
    }

    fn known(address: &str, has_secret: bool) -> Account {
        Account {
            id: Uuid::from_u128(2),
            school: SchoolId(Uuid::from_u128(3)),
            channel: Channel::Website,
            kind: Kind::WordPress,
            name: "Website".into(),
            address: address.into(),
            user: "auteur".into(),
            has_secret,
            owner: PersonId(Uuid::from_u128(1)),
            state: State::Used,
            looked: Some(Looked {
                at: Timestamp::UNIX_EPOCH,
                why: None,
                remark: None,
            }),
            token: "t".into(),
        }
    }

    fn check(fields: Fields<'_>, known: Option<&Account>) -> Result<Typed, Errors> {
        typed(
            fields,
            Kind::WordPress,
            known,
            Reach::Public,
            texts(Locale::Nl),
        )
    }

    #[test]
    fn an_empty_secret_keeps_what_is_there_at_the_same_address_only() {
        let empty = Fields {
            secret: " ",
            ..fields()
        };
        assert_eq!(
            check(empty, Some(&known("https://school.example", true)))
                .unwrap()
                .secret,
            None
        );
        for known in [
            None,
            Some(known("https://school.example", false)),
            Some(known("https://elders.example", true)),
        ] {
            assert!(
                check(empty, known.as_ref())
                    .unwrap_err()
                    .of("geheim")
                    .is_some()
            );
        }
        let moved = known("https://elders.example", true);
        assert_eq!(
            check(fields(), Some(&moved)).unwrap().secret.as_deref(),
            Some("abcd efgh")
        );
    }

    #[test]
    fn every_fault_is_at_its_field() {
        let wrong = check(
            Fields {
                name: "",
                address: "http://school.example",
                user: "",
                secret: "",
                owner: None,
            },
            None,
        )
        .unwrap_err();
        for field in ["naam", "adres", "gebruiker", "geheim", "eigenaar"] {
            assert!(wrong.of(field).is_some(), "{field}");
        }
        let hand = typed(
            Fields {
                name: "Schoolgids",
                owner: fields().owner,
                ..Fields::default()
            },
            Kind::ByHand,
            None,
            Reach::Public,
            texts(Locale::Nl),
        );
        assert_eq!(hand.unwrap().address, "");
    }

    #[test]
    fn every_way_has_one_word() {
        for one in WAYS {
            assert_eq!(way(&way_key(one)), Some(one));
        }
        assert_eq!(way("wordpress-instagram"), None);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_checked(name in "\\PC{0,100}", address in "\\PC{0,60}", user in "\\PC{0,20}", secret in "\\PC{0,20}") {
            for kind in Kind::ALL {
                let fields = Fields { name: &name, address: &address, user: &user, secret: &secret, owner: fields().owner };
                if let Ok(typed) = typed(fields, *kind, None, Reach::Public, texts(Locale::Nl)) {
                    prop_assert!(typed.address.is_empty() || typed.address.starts_with("https://"));
                    prop_assert!(typed.secret != Some(String::new()));
                }
            }
        }
    }
}
