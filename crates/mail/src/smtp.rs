//! Letters by SMTP.

use std::net::IpAddr;
use std::time::Duration;

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{AsyncSmtpTransport, Error};
use lettre::{AsyncTransport, Tokio1Executor};

use crate::outbox::{Sending, Sent};
use crate::{Letter, NotALetter, Outbox, Sender};

/// How the line to the mail server is kept from prying eyes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte (port 465).
    Tls,
    /// Begins in the clear and must turn to TLS before anything is said (port 587).
    StartTls,
    /// In the clear: only to this very machine.
    Open,
}

/// A mail server.
#[derive(Debug, Clone)]
pub struct Server {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the line is kept.
    pub security: Security,
    /// Name and password, if it asks for them.
    pub login: Option<(String, String)>,
}

/// How long the server may take for one answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Sends by SMTP. A letter is sent when the server said so after the whole of it, and not before.
pub struct Smtp {
    sender: Sender,
    transport: AsyncSmtpTransport<Tokio1Executor>,
}

impl Smtp {
    /// Sends by this server.
    ///
    /// # Errors
    /// A line in the clear to another machine, or a name that no certificate can be for.
    pub fn new(sender: Sender, server: &Server) -> Result<Self, NotALetter> {
        let own = server.host == "localhost"
            || server
                .host
                .parse::<IpAddr>()
                .is_ok_and(|ip| ip.is_loopback());
        let tls = || TlsParameters::new(server.host.clone()).map_err(|_| NotALetter::Server);
        let tls = match server.security {
            Security::Tls => Tls::Wrapper(tls()?),
            Security::StartTls => Tls::Required(tls()?),
            Security::Open if own => Tls::None,
            Security::Open => return Err(NotALetter::Open),
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&server.host)
            .port(server.port)
            .tls(tls)
            .hello_name(ClientId::Domain(sender.host().to_owned()))
            .timeout(Some(PATIENCE));
        if let Some((name, password)) = &server.login {
            builder = builder.credentials(Credentials::new(name.clone(), password.clone()));
        }
        Ok(Self {
            sender,
            transport: builder.build(),
        })
    }

    async fn deliver(&self, key: &str, letter: &Letter) -> Sent {
        let message = match self.sender.message(key, letter) {
            Ok(message) => message,
            Err(fault) => return fault.into(),
        };
        match self.transport.send(message).await {
            Ok(_) => Sent::Accepted,
            Err(fault) => meaning(&fault),
        }
    }
}

/// What a fault means. A server's answer may quote the letter: only its number is kept.
fn meaning(fault: &Error) -> Sent {
    let number = fault.status().map_or_else(
        || "the line to the mail server failed".to_owned(),
        |code| format!("the mail server answered {code}"),
    );
    if fault.is_permanent() || fault.is_client() {
        Sent::Refused(number)
    } else {
        Sent::Later(number)
    }
}

impl Outbox for Smtp {
    fn send<'a>(&'a self, key: &'a str, letter: &'a Letter) -> Sending<'a> {
        Box::pin(self.deliver(key, letter))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_the_clear_only_to_this_machine() {
        let sender = Sender::new("a", "a@b.test", "b.test").unwrap();
        let to = |host: &str| Server {
            host: host.into(),
            port: 25,
            security: Security::Open,
            login: None,
        };
        assert!(Smtp::new(sender.clone(), &to("127.0.0.1")).is_ok());
        assert!(Smtp::new(sender.clone(), &to("localhost")).is_ok());
        assert!(matches!(
            Smtp::new(sender, &to("mail.school.test")),
            Err(NotALetter::Open)
        ));
    }
}
