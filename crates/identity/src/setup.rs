//! The first start: a link that works once, and begins the first board with its school and who administers it.

use serde_json::json;
use shell::{Chance, chance, origin};
use store::Db;
use ui::Errors;
use words::{Locale, PersonName};

use crate::password::{self, Weak};
use crate::store::hash;
use crate::texts;

/// The setting that holds the hash of the link's secret.
const SETTING: &str = "setup";

/// The path of the link to print at the first start; none once there is a board. Each start makes a new one, and the old one
/// works no longer.
pub async fn invite(db: &Db, chance: &dyn Chance) -> anyhow::Result<Option<String>> {
    if !db.boards().await?.is_empty() {
        return Ok(None);
    }
    let token = chance::token(chance);
    let kept = chance::hex(&hash(&token));
    db.set_setting(SETTING, Some(json!({ "hash": kept })))
        .await?;
    Ok(Some(format!("/begin/{token}")))
}

/// Whether this is the secret of the link that was printed last.
pub(crate) async fn is_invited(db: &Db, token: &str) -> anyhow::Result<bool> {
    let kept = db.setting(SETTING).await?;
    let kept = kept
        .as_ref()
        .and_then(|kept| kept.get("hash"))
        .and_then(|kept| kept.as_str());
    Ok(kept.is_some_and(|kept| origin::same(kept, &chance::hex(&hash(token)))))
}

/// Takes the link away: of two who use it at once, one may go on.
pub(crate) async fn accept(db: &Db) -> anyhow::Result<bool> {
    db.set_setting(SETTING, None).await
}

/// What somebody typed to begin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Begin {
    /// What the board is called.
    pub board: String,
    /// What the school is called.
    pub school: String,
    /// po or vo.
    pub sector: String,
    /// The administrator.
    pub call: String,
    /// Infix.
    pub infix: String,
    /// Family name.
    pub family: String,
    /// E-mail address.
    pub address: String,
}

/// What was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginning {
    /// What the board is called.
    pub board: String,
    /// Its word in addresses.
    pub slug: String,
    /// What the school is called.
    pub school: String,
    /// po or vo.
    pub sector: String,
    /// The administrator.
    pub name: PersonName,
    /// Their address.
    pub address: String,
    /// Their password.
    pub password: String,
}

impl Begin {
    /// From the form.
    #[must_use]
    pub fn read(form: &shell::Form) -> Self {
        let text = |name: &str| form.one(name).to_owned();
        Self {
            board: text("bestuur"),
            school: text("school"),
            sector: text("sector"),
            call: text("roepnaam"),
            infix: text("tussenvoegsel"),
            family: text("achternaam"),
            address: text("mail"),
        }
    }

    /// Checks it all at once.
    ///
    /// # Errors
    /// One sentence for each fault.
    pub fn check(&self, password: &str, locale: Locale) -> Result<Beginning, Errors> {
        let words = texts(locale);
        let mut errors = Errors::default();
        let slug = slug_of(&self.board);
        if slug.is_empty() || self.board.chars().count() > 100 {
            errors.add("bestuur", words.t("fault-board"));
        }
        if self.school.is_empty() || self.school.chars().count() > 100 {
            errors.add("school", words.t("fault-school"));
        }
        if !matches!(self.sector.as_str(), "po" | "vo") {
            errors.add("sector", words.t("fault-sector"));
        }
        if self.call.is_empty()
            || [&self.call, &self.infix, &self.family]
                .iter()
                .any(|part| part.chars().count() > 80)
        {
            errors.add("roepnaam", words.t("fault-call"));
        }
        if !is_address(&self.address) {
            errors.add("mail", words.t("fault-address"));
        }
        let own = [
            self.board.as_str(),
            &self.school,
            &self.call,
            &self.family,
            &self.address,
        ];
        if let Err(weak) = password::check(password, &own) {
            errors.add("wachtwoord", words.t(weak_key(weak)));
        }
        let name = PersonName {
            call: self.call.clone(),
            infix: self.infix.clone(),
            family: self.family.clone(),
            ..PersonName::default()
        };
        errors.or(Beginning {
            board: self.board.clone(),
            slug,
            school: self.school.clone(),
            sector: self.sector.clone(),
            name,
            address: self.address.to_lowercase(),
            password: password.to_owned(),
        })
    }
}

/// The text that says what is wrong with a password.
pub(crate) const fn weak_key(weak: Weak) -> &'static str {
    match weak {
        Weak::Short => "weak-short",
        Weak::Long => "weak-long",
        Weak::Common => "weak-common",
        Weak::Own => "weak-own",
    }
}

/// Whether this can be an e-mail address: a letter to it will tell.
pub(crate) fn is_address(text: &str) -> bool {
    let plain = text.len() <= 254
        && !text
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || "<>,;\"".contains(c));
    plain
        && text.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty()
                && host.contains('.')
                && !host.contains('@')
                && !host.starts_with('.')
                && !host.ends_with('.')
        })
}

/// A word for addresses: `Stichting De Linde` is `stichting-de-linde`.
#[must_use]
pub fn slug_of(name: &str) -> String {
    let plain = name.to_lowercase();
    let plain = plain
        .replace(['é', 'è', 'ë', 'ê'], "e")
        .replace(['ï', 'í'], "i")
        .replace(['ö', 'ó'], "o");
    let plain = plain
        .replace(['ü', 'ú'], "u")
        .replace(['ä', 'á', 'à'], "a")
        .replace('ç', "c");
    let words = plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-");
    slug.chars()
        .take(40)
        .collect::<String>()
        .trim_end_matches('-')
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_board_gets_a_word_for_its_addresses() {
        assert_eq!(
            slug_of("Stichting  Dé Linde (Zuid)"),
            "stichting-de-linde-zuid"
        );
        assert_eq!(slug_of("—"), "");
        assert!(slug_of(&"ab ".repeat(40)).len() <= 40);
    }

    #[test]
    fn an_address_is_one_or_is_not() {
        assert!(is_address("anna.de-vries+plein@mail.linde.test"));
        for bad in [
            "",
            "anna",
            "anna@",
            "@linde.test",
            "anna@linde",
            "anna@.test",
            "a b@linde.test",
            "a@b@c.test",
            "<a@b.test>",
            "a@b.test\n",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }

    #[test]
    fn every_fault_is_said_at_once() {
        let faults = Begin::default().check("kort", Locale::Nl).unwrap_err();
        for field in [
            "bestuur",
            "school",
            "sector",
            "roepnaam",
            "mail",
            "wachtwoord",
        ] {
            assert!(faults.of(field).is_some(), "{field}");
        }
    }
}
