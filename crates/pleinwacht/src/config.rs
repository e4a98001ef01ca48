//! The configuration file: what an operator decides once. What a school decides is in its database, with a trail.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use mail::{Letter, Outbox, Security, Sender, Sending, Sent, Server, Smtp};
use serde::Deserialize;

use crate::say::Say;

/// Everything that may stand in it. A word that is misspelt is a fault, with its line.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct Config {
    /// Address to listen on.
    pub(crate) listen: Option<SocketAddr>,
    /// The data folder.
    pub(crate) data: Option<PathBuf>,
    /// PostgreSQL instead of files.
    pub(crate) database_url: Option<String>,
    /// The file of the master key.
    pub(crate) key_file: Option<PathBuf>,
    /// Where visitors find the program: `https://plein.school.nl`. The first stands in letters.
    pub(crate) origins: Vec<String>,
    /// The operator's own proxies, which say for whom they ask.
    pub(crate) proxies: Vec<IpAddr>,
    /// How letters leave.
    pub(crate) mail: Option<Mail>,
}

/// How letters leave.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Mail {
    /// The name that letters come from.
    #[serde(default = "pleinwacht")]
    name: String,
    /// The address that letters come from.
    address: String,
    /// The mail server.
    pub(crate) host: String,
    /// Its port.
    port: Option<u16>,
    /// `tls`, `starttls`, or `open` to this very machine.
    #[serde(default)]
    security: Line,
    /// Its name for us.
    user: Option<String>,
    /// The file with its password: a secret does not stand among settings.
    password_file: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Line {
    Tls,
    #[default]
    StartTls,
    Open,
}

fn pleinwacht() -> String {
    "Pleinwacht".to_owned()
}

impl Config {
    /// Reads the file; without one, nothing is decided.
    pub(crate) fn read(path: Option<&Path>, say: &Say) -> anyhow::Result<Self> {
        let Some(path) = path else {
            return Ok(Self::default());
        };
        let text = std::fs::read_to_string(path).with_context(|| {
            let why = say.pick("kan niet worden gelezen", "cannot be read");
            format!("{}: {why}", path.display())
        })?;
        toml::from_str(&text).map_err(|fault| {
            let line = fault.span().map_or(0, |span| {
                text.get(..span.start)
                    .map_or(0, |before| before.matches('\n').count())
                    + 1
            });
            anyhow::anyhow!("{}:{line}: {}", path.display(), fault.message())
        })
    }

    /// Where letters go. Without a mail server they wait, visibly: a letter that nobody sends is not a letter that was sent.
    pub(crate) fn outbox(&self, say: &Say) -> anyhow::Result<Arc<dyn Outbox>> {
        match &self.mail {
            Some(mail) => Ok(Arc::new(mail.smtp(say)?)),
            None => Ok(Arc::new(Nowhere)),
        }
    }
}

impl Mail {
    /// The port, or the usual one for this line.
    pub(crate) fn port(&self) -> u16 {
        self.port.unwrap_or(match self.security {
            Line::Tls => 465,
            Line::StartTls => 587,
            Line::Open => 25,
        })
    }

    /// The mail server, as it is spoken to.
    pub(crate) fn smtp(&self, say: &Say) -> anyhow::Result<Smtp> {
        let security = match self.security {
            Line::Tls => Security::Tls,
            Line::StartTls => Security::StartTls,
            Line::Open => Security::Open,
        };
        let password = match &self.password_file {
            Some(path) => std::fs::read_to_string(path)
                .with_context(|| {
                    let why = say.pick("kan niet worden gelezen", "cannot be read");
                    format!("{}: {why}", path.display())
                })?
                .trim()
                .to_owned(),
            None => String::new(),
        };
        let server = Server {
            host: self.host.clone(),
            port: self.port(),
            security,
            login: self.user.clone().map(|user| (user, password)),
        };
        let host = self.address.rsplit('@').next().unwrap_or_default();
        Ok(Smtp::new(
            Sender::new(&self.name, &self.address, host)?,
            &server,
        )?)
    }
}

/// No mail server is named: every letter stays in the queue.
struct Nowhere;

impl Outbox for Nowhere {
    fn send<'a>(&'a self, _: &'a str, _: &'a Letter) -> Sending<'a> {
        Box::pin(async { Sent::Later("no mail server is configured".to_owned()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_file_is_read_and_a_misspelt_word_is_a_fault() {
        let config: Config = toml::from_str(
            r#"
            listen = "127.0.0.1:9000"
            origins = ["https://plein.linde.test"]
            proxies = ["127.0.0.1"]
            [mail]
            address = "plein@linde.test"
            host = "mail.linde.test"
            security = "tls"
            "#,
        )
        .unwrap();
        assert_eq!((config.origins.len(), config.mail.is_some()), (1, true));
        let fault = toml::from_str::<Config>("lisen = 1").unwrap_err();
        assert!(fault.message().contains("lisen"), "{fault}");
    }
}
