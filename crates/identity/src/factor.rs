//! The second factor: a code of six digits that changes every half minute (RFC 6238), and recovery codes for when the
//! telephone is gone.

use shell::{Chance, chance};
use totp_rs::{Algorithm, Builder, Totp};

use crate::store::hash;

/// How many recovery codes somebody gets.
const RECOVERY: usize = 8;

/// Signs of a recovery code: none that looks like another.
const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// The secret of a second factor.
#[derive(Clone, serde::Serialize, serde::Deserialize)]
pub struct Secret(Vec<u8>);

impl Secret {
    /// A new one, of 160 bits.
    pub fn new(chance: &dyn Chance) -> Self {
        Self(chance::bytes::<20>(chance).to_vec())
    }

    /// From what was kept.
    #[must_use]
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// What to keep, sealed.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    fn totp(&self) -> Totp {
        // One step to either side, for telephones whose clock is off.
        Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_digits(6)
            .with_skew(1)
            .with_step_duration(30)
            .with_secret(self.0.clone())
            .build_noncompliant()
    }

    /// The time step that this code is of, if it is one of now.
    #[must_use]
    pub fn step(&self, code: &str, now: jiff::Timestamp) -> Option<i64> {
        let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let at = u64::try_from(now.as_second()).ok()?;
        self.totp()
            .check(&code, at)
            .and_then(|step| i64::try_from(step).ok())
    }

    /// The code of now: for tests, and for nothing else.
    #[must_use]
    pub fn code(&self, now: jiff::Timestamp) -> String {
        self.totp()
            .generate(u64::try_from(now.as_second()).unwrap_or_default())
            .to_string()
    }

    /// The secret as an authenticator app takes it by hand, in groups of four.
    #[must_use]
    pub fn said(&self) -> String {
        let text = self.base32();
        let letters: Vec<char> = text.chars().collect();
        letters
            .chunks(4)
            .map(String::from_iter)
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// What somebody typed from a page: for tests, and for a program that moves from one telephone to another.
    #[must_use]
    pub fn from_said(said: &str) -> Option<Self> {
        let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0_u32);
        for letter in said.bytes().filter(|letter| !letter.is_ascii_whitespace()) {
            let value = match letter {
                b'A'..=b'Z' => letter - b'A',
                b'2'..=b'7' => letter - b'2' + 26,
                _ => return None,
            };
            held = (held << 5 | u32::from(value)) & 0xffff;
            bits += 5;
            if bits >= 8 {
                bits -= 8;
                bytes.push(u8::try_from(held >> bits & 0xff).ok()?);
            }
        }
        Some(Self(bytes))
    }

    /// The address that an authenticator app reads from a picture.
    #[must_use]
    pub fn address(&self, board: &str, name: &str) -> String {
        let safe = |text: &str| {
            form_urlencoded::byte_serialize(text.as_bytes())
                .collect::<String>()
                .replace('+', "%20")
        };
        format!(
            "otpauth://totp/Pleinwacht%20{}:{}?secret={}&issuer=Pleinwacht%20{}",
            safe(board),
            safe(name),
            self.base32(),
            safe(board)
        )
    }

    /// RFC 4648, without padding: 160 bits are 32 letters.
    fn base32(&self) -> String {
        const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        let letter = |index: usize| ALPHABET.get(index).copied().map_or('A', char::from);
        let (mut text, mut bits, mut held) = (String::new(), 0_u32, 0_usize);
        for byte in &self.0 {
            held = (held << 8 | usize::from(*byte)) & 0xffff;
            bits += 8;
            while bits >= 5 {
                bits -= 5;
                text.push(letter(held >> bits & 31));
            }
        }
        text
    }
}

/// New recovery codes, as they are shown once: `k7m2p-9xqad-6hr3t`.
pub fn recovery_codes(chance: &dyn Chance) -> Vec<String> {
    let code = || {
        let letters = chance::bytes::<15>(chance).map(|byte| {
            LETTERS
                .get(usize::from(byte % 32))
                .copied()
                .map_or('a', char::from)
        });
        letters
            .chunks(5)
            .map(String::from_iter)
            .collect::<Vec<_>>()
            .join("-")
    };
    (0..RECOVERY).map(|_| code()).collect()
}

/// What is kept of a recovery code: 75 bits of chance, so a plain hash will do.
#[must_use]
pub fn recovery_hash(code: &str) -> String {
    let plain: String = code
        .to_lowercase()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    chance::hex(&hash(&format!("recovery {plain}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;
    use shell::SeededChance;

    #[test]
    fn the_codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, the last six digits.
        let secret = Secret::from_bytes(b"12345678901234567890".to_vec());
        for (second, code, step) in [
            (59, "287082", 1),
            (1_111_111_109, "081804", 37_037_036),
            (2_000_000_000, "279037", 66_666_666),
        ] {
            let at = Timestamp::from_second(second).unwrap();
            assert_eq!(secret.code(at), code);
            assert_eq!(secret.step(code, at), Some(step));
            assert_eq!(
                secret.step(
                    &format!(" {} {}", code.split_at(3).0, code.split_at(3).1),
                    at
                ),
                Some(step)
            );
        }
        assert_eq!(secret.said(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(
            Secret::from_said(&secret.said()).unwrap().bytes(),
            secret.bytes()
        );
        assert!(Secret::from_said("1").is_none());
    }

    #[test]
    fn a_code_of_another_time_or_shape_is_none() {
        let secret = Secret::new(&SeededChance::new(1));
        let at = Timestamp::from_second(1_700_000_000).unwrap();
        let later = Timestamp::from_second(1_700_000_100).unwrap();
        assert_eq!(secret.step(&secret.code(at), later), None);
        for code in ["", "12345", "1234567", "abcdef", "१२३४५६"] {
            assert_eq!(secret.step(code, at), None, "{code}");
        }
    }

    #[test]
    fn recovery_codes_differ_and_are_read_leniently() {
        let codes = recovery_codes(&SeededChance::new(2));
        assert_eq!(codes.len(), RECOVERY);
        assert_eq!(
            recovery_hash(&codes[0]),
            recovery_hash(&codes[0].to_uppercase().replace('-', " "))
        );
        assert_ne!(recovery_hash(&codes[0]), recovery_hash(&codes[1]));
    }

    #[test]
    fn an_app_reads_the_address() {
        let secret = Secret::from_bytes(b"12345678901234567890".to_vec());
        assert_eq!(
            secret.address("De Linde", "a@b.test"),
            "otpauth://totp/Pleinwacht%20De%20Linde:a%40b.test?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Pleinwacht%20De%20Linde"
        );
    }
}
