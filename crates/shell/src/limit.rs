//! How often something may be tried. Each key has an allowance that fills up again evenly; who tries too often waits, and
//! nobody else does: there is no lock-out, only a slower tap per key.
//!
//! Kept in memory, per process: an address is personal data and need not outlive the hour. Counts per account are kept by
//! `identity` in the database, for all processes together.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// Keys kept before the idle ones are thrown out.
const KEYS: usize = 50_000;

/// An allowance per key.
#[derive(Debug)]
pub struct Limit<K> {
    /// Tries that may come at once.
    burst: u32,
    /// The time after which one more try is given back.
    each: SignedDuration,
    /// When the allowance of a key is whole again.
    full: Mutex<HashMap<K, Timestamp>>,
}

impl<K: Hash + Eq> Limit<K> {
    /// `burst` tries per `period`, given back evenly.
    #[must_use]
    pub fn new(burst: u32, period: SignedDuration) -> Self {
        let each = period / i32::try_from(burst.max(1)).unwrap_or(i32::MAX);
        Self {
            burst: burst.max(1),
            each,
            full: Mutex::default(),
        }
    }

    /// Takes one try, or says how long to wait for one.
    ///
    /// # Errors
    /// The time to wait.
    pub fn take(&self, key: K, now: Timestamp) -> Result<(), SignedDuration> {
        let mut all = self.full.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= KEYS {
            all.retain(|_, full| *full > now);
        }
        let full = all.get(&key).copied().unwrap_or(now).max(now);
        let after = full.saturating_add(self.each).unwrap_or(full);
        let room = self.each * i32::try_from(self.burst).unwrap_or(i32::MAX);
        let over = after.duration_since(now) - room;
        if over > SignedDuration::ZERO {
            return Err(over);
        }
        all.insert(key, after);
        Ok(())
    }
}

/// The network that an address belongs to, as wide as one subscriber: the address itself, or the /64 of an IPv6 address.
#[must_use]
pub fn subscriber(address: IpAddr) -> u128 {
    masked(address, 64)
}

/// The network around a subscriber: the /24 of an IPv4 address or the /48 of an IPv6 address, which one customer can own whole.
#[must_use]
pub fn network(address: IpAddr) -> u128 {
    masked(address, 48)
}

fn masked(address: IpAddr, keep: u32) -> u128 {
    match address.to_canonical() {
        IpAddr::V4(four) if keep == 48 => u128::from(u32::from(four) & 0xffff_ff00) | 1 << 33,
        IpAddr::V4(four) => u128::from(u32::from(four)) | 1 << 32,
        IpAddr::V6(six) => u128::from(six) & (u128::MAX << (128 - keep)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_tries_too_often_waits_and_nobody_else_does() {
        let limit = Limit::new(3, SignedDuration::from_secs(60));
        let at = |second| Timestamp::from_second(second).unwrap();
        for _ in 0..3 {
            assert_eq!(limit.take("a", at(0)), Ok(()));
        }
        assert_eq!(limit.take("a", at(0)), Err(SignedDuration::from_secs(20)));
        assert_eq!(limit.take("b", at(0)), Ok(()));
        assert_eq!(limit.take("a", at(20)), Ok(()));
        assert!(limit.take("a", at(20)).is_err());
        assert_eq!(limit.take("a", at(3_600)), Ok(()));
    }

    #[test]
    fn an_address_is_counted_by_its_subscriber() {
        let a: IpAddr = "2001:db8:1:2::1".parse().unwrap();
        let b: IpAddr = "2001:db8:1:2:ffff::9".parse().unwrap();
        let c: IpAddr = "2001:db8:1:3::1".parse().unwrap();
        assert_eq!(subscriber(a), subscriber(b));
        assert_ne!(subscriber(a), subscriber(c));
        assert_eq!(network(a), network(c));
        let (mapped, four): (IpAddr, IpAddr) = (
            "::ffff:10.0.0.1".parse().unwrap(),
            "10.0.0.1".parse().unwrap(),
        );
        assert_eq!(subscriber(mapped), subscriber(four));
        assert_ne!(subscriber(four), network(four));
    }

    #[test]
    fn memory_is_bounded_by_forgetting_who_is_whole_again() {
        let limit = Limit::new(1, SignedDuration::from_secs(1));
        for key in 0..KEYS {
            limit.take(key, Timestamp::from_second(0).unwrap()).unwrap();
        }
        limit
            .take(KEYS, Timestamp::from_second(10).unwrap())
            .unwrap();
        assert_eq!(limit.full.lock().unwrap().len(), 1);
    }
}
