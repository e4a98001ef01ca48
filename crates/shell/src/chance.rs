//! Chance, handed over: tokens, keys and identities come from here, and a test can seed it.

use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Gives bytes that nobody can guess.
pub trait Chance: Send + Sync {
    /// Fills the whole slice.
    fn fill(&self, bytes: &mut [u8]);
}

/// This many bytes from `chance`.
pub fn bytes<const N: usize>(chance: &dyn Chance) -> [u8; N] {
    let mut bytes = [0; N];
    chance.fill(&mut bytes);
    bytes
}

/// A secret of 256 bits, as 64 hexadecimal digits: safe in an address, a cookie and a form.
pub fn token(chance: &dyn Chance) -> String {
    hex(&bytes::<32>(chance))
}

/// An identity that sorts by the moment it was made.
pub fn id(chance: &dyn Chance, at: Timestamp) -> Uuid {
    let millis = u64::try_from(at.as_millisecond()).unwrap_or_default();
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes::<10>(chance)).into_uuid()
}

/// Bytes as hexadecimal digits in lower case.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// The chance of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemChance;

impl Chance for SystemChance {
    fn fill(&self, bytes: &mut [u8]) {
        // Without random bytes every secret would be the same one. There is no going on then, and no message that helps.
        if getrandom::fill(bytes).is_err() {
            std::process::abort();
        }
    }
}

/// Chance that a test can repeat. Never for secrets.
#[derive(Debug)]
pub struct SeededChance(Mutex<[u8; 32]>);

impl SeededChance {
    /// The same seed gives the same bytes.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(Sha256::digest(seed.to_le_bytes()).into()))
    }
}

impl Chance for SeededChance {
    fn fill(&self, bytes: &mut [u8]) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for part in bytes.chunks_mut(32) {
            *state = Sha256::digest(*state).into();
            for (to, from) in part
                .iter_mut()
                .zip(Sha256::digest([&state[..], b"out"].concat()))
            {
                *to = from;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_repeats_and_the_machine_does_not() {
        let (one, two) = (SeededChance::new(1), SeededChance::new(1));
        assert_eq!(token(&one), token(&two));
        assert_ne!(token(&one), token(&SeededChance::new(2)));
        assert_ne!(token(&one), token(&one));
        assert_ne!(token(&SystemChance), token(&SystemChance));
    }

    #[test]
    fn ids_sort_by_the_moment_they_were_made() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let chance = SeededChance::new(3);
        assert!(id(&chance, at(1_700_000_000)) < id(&chance, at(1_700_000_001)));
    }
}
