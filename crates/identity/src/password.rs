//! Passwords: what makes a good one, and how a guess is made slow.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, CustomizedPasswordHasher, Params, PasswordVerifier, Version};
use shell::{Chance, chance};
use tokio::sync::Semaphore;

/// How slow a guess is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory of one guess, in KiB.
    pub memory: u32,
    /// Passes over that memory.
    pub passes: u32,
}

impl Default for Cost {
    /// What OWASP asks at least: 19 MiB, two passes.
    fn default() -> Self {
        Self {
            memory: 19 * 1024,
            passes: 2,
        }
    }
}

impl Cost {
    /// For tests only: fast.
    #[must_use]
    pub fn weak() -> Self {
        Self {
            memory: 8,
            passes: 1,
        }
    }
}

/// Guesses under way at once: bounds the memory that they take.
const AT_ONCE: usize = 2;

/// Hashes and checks passwords.
pub struct Passwords {
    cost: Params,
    /// The hash of a password that nobody has: an account that is not there takes as long to check as one that is.
    nobody: String,
    room: Arc<Semaphore>,
}

impl Passwords {
    pub(crate) fn new(cost: Cost, chance: &dyn Chance) -> anyhow::Result<Self> {
        let cost = Params::new(cost.memory, cost.passes, 1, None)?;
        let nobody = hash(&cost, &chance::token(chance), &chance::bytes(chance))?;
        Ok(Self {
            cost,
            nobody,
            room: Arc::new(Semaphore::new(AT_ONCE)),
        })
    }

    /// The hash to keep.
    pub(crate) async fn hash(&self, password: &str, chance: &dyn Chance) -> anyhow::Result<String> {
        let (cost, password, salt) = (
            self.cost.clone(),
            password.to_owned(),
            chance::bytes(chance),
        );
        self.apart(move || hash(&cost, &password, &salt)).await?
    }

    /// Whether this is the password. Without a hash it takes as long, and it is not.
    pub(crate) async fn is(&self, password: &str, kept: Option<&str>) -> anyhow::Result<bool> {
        let there = kept.is_some();
        let (kept, password) = (kept.unwrap_or(&self.nobody).to_owned(), password.to_owned());
        let right = self
            .apart(move || {
                let kept = PasswordHash::new(&kept)
                    .map_err(|fault| anyhow::anyhow!("a kept password: {fault}"))?;
                anyhow::Ok(
                    Argon2::default()
                        .verify_password(password.as_bytes(), &kept)
                        .is_ok(),
                )
            })
            .await??;
        Ok(right && there)
    }

    /// Apart from the threads that answer requests, and not too many at once.
    async fn apart<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> anyhow::Result<T> {
        let _room = Arc::clone(&self.room).acquire_owned().await?;
        Ok(tokio::task::spawn_blocking(work).await?)
    }
}

fn hash(cost: &Params, password: &str, salt: &[u8; 16]) -> anyhow::Result<String> {
    Argon2::default()
        .hash_password_customized(
            password.as_bytes(),
            salt,
            Some(Algorithm::Argon2id.as_str()),
            Some(Version::V0x13.into()),
            cost.clone(),
        )
        .map(|hash| hash.to_string())
        .map_err(|fault| anyhow::anyhow!("a password cannot be kept: {fault}"))
}

/// The hash to keep of a password, where there is nobody to wait for: people that a program makes up.
///
/// # Errors
/// A cost that is none.
pub fn hashed(cost: Cost, password: &str, salt: &[u8; 16]) -> anyhow::Result<String> {
    let cost = Params::new(cost.memory, cost.passes, 1, None)?;
    hash(&cost, password, salt)
}

/// What is wrong with a password that somebody chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    /// Too short.
    Short,
    /// Longer than any that we take.
    Long,
    /// Among the first that anybody tries.
    Common,
    /// Has their own name, address or school in it.
    Own,
}

/// Signs that a password has at least.
pub const SHORTEST: usize = 12;

/// The first guesses of anybody.
const COMMON: &str = include_str!("../common-passwords.txt");

/// Whether a password will do. No rules about signs and figures: length counts, and not being an early guess.
///
/// # Errors
/// What is wrong with it.
pub fn check(password: &str, own: &[&str]) -> Result<(), Weak> {
    let signs = password.chars().count();
    if signs < SHORTEST {
        return Err(Weak::Short);
    }
    if password.len() > 256 {
        return Err(Weak::Long);
    }
    let plain: String = password
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    let bare = plain.trim_matches(|c: char| c.is_ascii_digit());
    let mut letters: Vec<char> = plain.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    if letters.len() < 5 || bare.len() < 3 || COMMON.lines().any(|one| one == plain || one == bare)
    {
        return Err(Weak::Common);
    }
    let own = own
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let tells = own
        .map(str::to_lowercase)
        .filter(|word| word.chars().count() >= 4);
    let rest = tells.fold(plain.clone(), |rest, word| rest.replace(&word, ""));
    if rest.chars().count() < SHORTEST / 2 {
        Err(Weak::Own)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shell::SeededChance;

    #[tokio::test]
    async fn a_password_is_known_again_and_nobody_has_none() {
        let chance = SeededChance::new(1);
        let passwords = Passwords::new(Cost::weak(), &chance).unwrap();
        let kept = passwords.hash("een lange zin", &chance).await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{kept}");
        assert!(passwords.is("een lange zin", Some(&kept)).await.unwrap());
        assert!(!passwords.is("een lange zin.", Some(&kept)).await.unwrap());
        assert!(!passwords.is("een lange zin", None).await.unwrap());
        assert_ne!(
            kept,
            passwords.hash("een lange zin", &chance).await.unwrap()
        );
    }

    #[test]
    fn the_shipped_cost_is_what_owasp_asks() {
        let cost = Cost::default();
        assert!(cost.memory >= 19 * 1024 && cost.passes >= 2);
        let passwords = Passwords::new(cost, &SeededChance::new(1)).unwrap();
        assert!(
            passwords
                .nobody
                .starts_with("$argon2id$v=19$m=19456,t=2,p=1$")
        );
    }

    #[test]
    fn a_password_is_long_and_no_early_guess() {
        let own = ["Anna de Vries", "anna@linde.test", "De Linde"];
        assert_eq!(check("kort", &own), Err(Weak::Short));
        assert_eq!(check("welkom2026!!", &own), Err(Weak::Common));
        assert_eq!(check("aaaaaaaaaaaaaaa", &own), Err(Weak::Common));
        assert_eq!(check("123456789012", &own), Err(Weak::Common));
        assert_eq!(check("annavrieslinde", &own), Err(Weak::Own));
        assert_eq!(check(&"é".repeat(200), &own), Err(Weak::Long));
        assert_eq!(check("fiets lamp regenjas", &own), Ok(()));
        assert_eq!(check("fietslampregen", &own), Ok(()));
    }
}
