//! Keys, and values that cannot be read without them. It knows no word of the school.
//!
//! ```text
//! Master          one for the installation, in a file outside the database
//!  └─ BoardKeys   one for each board, wrapped by the master; also the key of its blind indexes
//!      └─ SubjectKey   one for each person, wrapped by the board's: to destroy it is to erase the person
//! ```
//!
//! A sealed value is XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) with a random nonce; where it stands ([`Place`]) is part of
//! it, so that a value that is moved to another row, column or board does not open. What must be found by equality has a
//! *blind index*: HMAC-SHA-256 under a key of the board, cut to 16 bytes.
//!
//! ```
//! use seal::{Master, Place};
//! use words::BoardId;
//! # let board = BoardId(uuid::Uuid::from_u128(1));
//! # let daan = uuid::Uuid::from_u128(2);
//! let master = Master::generate()?;
//! let (keys, wrapped) = master.new_board(board)?;
//! let (key, _wrapped_key_of_daan) = keys.new_subject(daan)?;
//! let place = Place { table: "person", column: "sealed", row: daan };
//! let sealed = key.seal(place, b"Daan de Vries")?;
//! assert_eq!(key.open(place, &sealed)?, b"Daan de Vries");
//! assert!(key.open(Place { column: "other", ..place }, &sealed).is_err());
//! assert!(master.board(board, &wrapped).is_ok());
//! # Ok::<(), seal::SealError>(())
//! ```

mod keys;
mod sealed;

pub use keys::{BoardKeys, Master, SubjectKey};
pub use sealed::Place;

/// Why a value cannot be sealed or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The key, the place or the value itself is not the one that was sealed.
    #[error("a sealed value does not open: its key, its place or the value itself was changed")]
    DoesNotOpen,
    /// The key's text is not 64 hexadecimal digits.
    #[error("a key is 64 hexadecimal digits")]
    NotAKey,
    /// The operating system gave no random bytes.
    #[error("the system gives no random bytes")]
    NoChance,
}

/// Random bytes for a key or a nonce.
fn random<const N: usize>() -> Result<[u8; N], SealError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| SealError::NoChance)?;
    Ok(bytes)
}
