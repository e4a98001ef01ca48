//! The tree of keys.

use std::fmt;

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use uuid::Uuid;
use words::BoardId;
use zeroize::Zeroizing;

use crate::sealed::{Place, open, seal};
use crate::{SealError, random};

type Bytes = Zeroizing<[u8; 32]>;

/// Where a board's key is sealed by the master.
const BOARD_KEY: &str = "board";
/// Where a person's key is sealed by the board's.
const SUBJECT_KEY: &str = "subject_key";

/// The key of the installation. It is in a file outside the database, and its loss is the loss of everything.
pub struct Master(Bytes);

impl Master {
    /// A new key.
    pub fn generate() -> Result<Self, SealError> {
        Ok(Self(Zeroizing::new(random()?)))
    }

    /// From the 64 hexadecimal digits of its file; blanks around them do not matter.
    pub fn from_text(text: &str) -> Result<Self, SealError> {
        let text = text.trim();
        let mut bytes = Zeroizing::new([0; 32]);
        if text.len() != 64 || !text.is_ascii() {
            return Err(SealError::NotAKey);
        }
        for (at, byte) in bytes.iter_mut().enumerate() {
            let digits = text.get(2 * at..2 * at + 2).ok_or(SealError::NotAKey)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| SealError::NotAKey)?;
        }
        Ok(Self(bytes))
    }

    /// The text of its file.
    pub fn to_text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(64));
        for byte in self.0.iter() {
            for digit in [byte >> 4, byte & 15] {
                text.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
            }
        }
        text
    }

    /// The keys of a new board, and what to keep of them in the database.
    pub fn new_board(&self, board: BoardId) -> Result<(BoardKeys, Vec<u8>), SealError> {
        let key = Zeroizing::new(random()?);
        let wrapped = seal(&self.0, board.0, place(BOARD_KEY, board.0), key.as_slice())?;
        Ok((BoardKeys::new(board, &key), wrapped))
    }

    /// The keys of a board.
    pub fn board(&self, board: BoardId, wrapped: &[u8]) -> Result<BoardKeys, SealError> {
        let key = key_of(open(&self.0, board.0, place(BOARD_KEY, board.0), wrapped)?)?;
        Ok(BoardKeys::new(board, &key))
    }

    /// A key for something else of the installation, by its name.
    pub fn derive(&self, name: &str) -> Zeroizing<[u8; 32]> {
        derive(&self.0, name)
    }
}

/// The keys of a board.
#[derive(Clone)]
pub struct BoardKeys {
    board: Uuid,
    wrapping: Bytes,
    secrets: Bytes,
    index: Bytes,
}

impl BoardKeys {
    fn new(board: BoardId, key: &[u8; 32]) -> Self {
        Self {
            board: board.0,
            wrapping: derive(key, "wrapping"),
            secrets: derive(key, "secrets"),
            index: derive(key, "index"),
        }
    }

    /// A key for a person, and what to keep of it in the database.
    pub fn new_subject(&self, subject: Uuid) -> Result<(SubjectKey, Vec<u8>), SealError> {
        let key = Zeroizing::new(random()?);
        let wrapped = seal(
            &self.wrapping,
            self.board,
            place(SUBJECT_KEY, subject),
            key.as_slice(),
        )?;
        Ok((
            SubjectKey {
                board: self.board,
                key,
            },
            wrapped,
        ))
    }

    /// The key of a person.
    pub fn subject(&self, subject: Uuid, wrapped: &[u8]) -> Result<SubjectKey, SealError> {
        let key = key_of(open(
            &self.wrapping,
            self.board,
            place(SUBJECT_KEY, subject),
            wrapped,
        )?)?;
        Ok(SubjectKey {
            board: self.board,
            key,
        })
    }

    /// Seals a secret of the board itself, such as a provider's password.
    pub fn seal(&self, place: Place<'_>, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        seal(&self.secrets, self.board, place, plain)
    }

    /// Opens a secret of the board itself.
    pub fn open(&self, place: Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        open(&self.secrets, self.board, place, sealed)
    }

    /// What to look for when something sealed is to be found again by equality: an address, a key of another system. Equal
    /// texts for one purpose have equal indexes, in this board only; nothing else can be learnt from one.
    pub fn index(&self, purpose: &str, text: &str) -> Vec<u8> {
        // A key of 32 bytes always fits this code.
        let Ok(mut code) = <Hmac<Sha256> as KeyInit>::new_from_slice(self.index.as_slice()) else {
            return Vec::new();
        };
        code.update(&(purpose.len() as u64).to_be_bytes());
        code.update(purpose.as_bytes());
        code.update(text.as_bytes());
        code.finalize()
            .into_bytes()
            .iter()
            .copied()
            .take(16)
            .collect()
    }
}

/// The key of one person.
#[derive(Clone)]
pub struct SubjectKey {
    board: Uuid,
    key: Bytes,
}

impl SubjectKey {
    /// Seals a value of this person.
    pub fn seal(&self, place: Place<'_>, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        seal(&self.key, self.board, place, plain)
    }

    /// Opens a value of this person.
    pub fn open(&self, place: Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        open(&self.key, self.board, place, sealed)
    }
}

fn place(table: &str, row: Uuid) -> Place<'_> {
    Place {
        table,
        column: "wrapped",
        row,
    }
}

fn key_of(opened: Vec<u8>) -> Result<Bytes, SealError> {
    let opened = Zeroizing::new(opened);
    let key = opened
        .as_slice()
        .try_into()
        .map_err(|_| SealError::DoesNotOpen)?;
    Ok(Zeroizing::new(key))
}

/// HKDF-SHA-256 (RFC 5869) with the name as its info.
fn derive(key: &[u8; 32], name: &str) -> Bytes {
    let mut derived = Zeroizing::new([0; 32]);
    // 32 bytes are one block of the hash: the only fault it knows, asking for too many, cannot be.
    let _ = Hkdf::<Sha256>::new(None, key).expand(name.as_bytes(), derived.as_mut_slice());
    derived
}

macro_rules! hidden {
    ($($name:ident)*) => { $(
        impl fmt::Debug for $name {
            /// A key is never written anywhere by accident.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )* };
}

hidden! { Master BoardKeys SubjectKey }

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn board(n: u128) -> BoardId {
        BoardId(Uuid::from_u128(n))
    }

    #[test]
    fn a_master_key_is_its_text() {
        let master = Master::generate().unwrap();
        let text = master.to_text();
        assert_eq!(text.len(), 64);
        let (_, wrapped) = master.new_board(board(1)).unwrap();
        assert!(
            Master::from_text(&format!(" {}\n", *text))
                .unwrap()
                .board(board(1), &wrapped)
                .is_ok()
        );
        for wrong in ["", "zz", &"g".repeat(64), &"é".repeat(32), &"0".repeat(63)] {
            assert_eq!(
                Master::from_text(wrong).err(),
                Some(SealError::NotAKey),
                "{wrong}"
            );
        }
        assert_eq!(format!("{master:?}"), "Master(…)");
    }

    #[test]
    fn a_key_opens_for_its_own_board_and_person_only() {
        let master = Master::generate().unwrap();
        let (keys, wrapped) = master.new_board(board(1)).unwrap();
        assert!(master.board(board(2), &wrapped).is_err());
        assert!(
            Master::generate()
                .unwrap()
                .board(board(1), &wrapped)
                .is_err()
        );
        let (_, of_daan) = keys.new_subject(Uuid::from_u128(7)).unwrap();
        assert!(keys.subject(Uuid::from_u128(7), &of_daan).is_ok());
        assert!(keys.subject(Uuid::from_u128(8), &of_daan).is_err());
    }

    #[test]
    fn a_blind_index_finds_and_tells_nothing() {
        let master = Master::generate().unwrap();
        let (one, wrapped) = master.new_board(board(1)).unwrap();
        let (other, _) = master.new_board(board(2)).unwrap();
        let found = one.index("address", "ouder@voorbeeld.nl");
        assert_eq!(found.len(), 16);
        assert_eq!(
            found,
            master
                .board(board(1), &wrapped)
                .unwrap()
                .index("address", "ouder@voorbeeld.nl")
        );
        assert_ne!(found, other.index("address", "ouder@voorbeeld.nl"));
        assert_ne!(one.index("a", "bc"), one.index("ab", "c"));
    }

    proptest! {
        #[test]
        fn what_is_moved_or_changed_does_not_open(plain: Vec<u8>, row: u128, other: u128, at: prop::sample::Index, bit in 0..8_u32) {
            let master = Master::generate().unwrap();
            let (keys, _) = master.new_board(board(1)).unwrap();
            let (key, _) = keys.new_subject(Uuid::from_u128(7)).unwrap();
            let home = Place { table: "person", column: "sealed", row: Uuid::from_u128(row) };
            let sealed = key.seal(home, &plain).unwrap();
            prop_assert_eq!(key.open(home, &sealed).unwrap(), plain);
            if other != row {
                let elsewhere = Place { row: Uuid::from_u128(other), ..home };
                prop_assert!(key.open(elsewhere, &sealed).is_err());
            }
            let shifted = Place { table: "persons", column: "ealed", ..home };
            prop_assert!(key.open(shifted, &sealed).is_err());
            prop_assert!(keys.open(home, &sealed).is_err());
            let mut changed = sealed.clone();
            let at = at.index(changed.len());
            changed[at] ^= 1 << bit;
            prop_assert!(key.open(home, &changed).is_err());
            prop_assert!(key.open(home, &sealed[..at]).is_err());
        }
    }
}
