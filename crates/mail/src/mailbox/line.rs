//! The line to a mailbox: with TLS from the first byte, or from the moment that it is asked for.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use rustls::ClientConfig;
use rustls::pki_types::ServerName;
use rustls_platform_verifier::ConfigVerifierExt as _;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::{Mailbox, SHORT, Say, Trouble};
use crate::Security;

/// Whose certificates are trusted.
#[derive(Clone)]
pub struct Trust(Arc<ClientConfig>);

impl std::fmt::Debug for Trust {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Trust")
    }
}

impl Trust {
    /// Those that this machine trusts.
    ///
    /// # Errors
    /// A machine without the certificates of the web.
    pub fn of_machine() -> Result<Self, rustls::Error> {
        // Whoever comes first says which cryptography.
        let _ = rustls::crypto::ring::default_provider().install_default();
        Ok(Self(Arc::new(ClientConfig::with_platform_verifier()?)))
    }

    /// As this says.
    pub fn of(config: ClientConfig) -> Self {
        Self(Arc::new(config))
    }
}

/// A line that is open: as it is, or sealed.
#[derive(Debug)]
pub enum Line {
    /// In the clear: only to this very machine.
    Open(TcpStream),
    /// With TLS.
    Sealed(Box<TlsStream<TcpStream>>),
}

impl Mailbox<Line> {
    /// Greets over a connection, sealed as is said. A line in the clear only goes to this very machine.
    ///
    /// # Errors
    /// [`Trouble::NotSecure`] where it cannot be sealed, or the certificate is not that of this host.
    pub async fn begin(
        stream: TcpStream,
        host: &str,
        security: Security,
        trust: &Trust,
        patience: Duration,
    ) -> Result<Self, Trouble> {
        let own = stream.peer_addr().is_ok_and(|at| at.ip().is_loopback());
        match security {
            Security::Open if own => Self::over(Line::Open(stream), patience).await,
            Security::Open => Err(Trouble::NotSecure),
            Security::Tls => {
                let sealed = seal(stream, host, trust, patience).await?;
                Self::over(sealed, patience).await
            }
            Security::StartTls => {
                let mut plain = Mailbox::over(stream, patience).await?;
                let says = [Say::Plain("STARTTLS")];
                plain.ask(&says, SHORT, Trouble::NotSecure).await?;
                let sealed = seal(plain.into_line(), host, trust, patience).await?;
                Ok(Mailbox {
                    stream: tokio::io::BufReader::new(sealed),
                    said: 1,
                    patience,
                })
            }
        }
    }
}

async fn seal(
    stream: TcpStream,
    host: &str,
    trust: &Trust,
    patience: Duration,
) -> Result<Line, Trouble> {
    let name = ServerName::try_from(host.to_owned()).map_err(|_| Trouble::Address)?;
    let connector = TlsConnector::from(Arc::clone(&trust.0));
    let sealing = tokio::time::timeout(patience, connector.connect(name, stream));
    let sealed = sealing.await.map_err(|_| Trouble::TimedOut)?;
    let sealed = sealed.map_err(|_| Trouble::NotSecure)?;
    Ok(Line::Sealed(Box::new(sealed)))
}

impl AsyncRead for Line {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<std::io::Result<()>> {
        match self.get_mut() {
            Self::Open(line) => Pin::new(line).poll_read(context, buffer),
            Self::Sealed(line) => Pin::new(line.as_mut()).poll_read(context, buffer),
        }
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<std::io::Result<usize>> {
        match self.get_mut() {
            Self::Open(line) => Pin::new(line).poll_write(context, bytes),
            Self::Sealed(line) => Pin::new(line.as_mut()).poll_write(context, bytes),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        match self.get_mut() {
            Self::Open(line) => Pin::new(line).poll_flush(context),
            Self::Sealed(line) => Pin::new(line.as_mut()).poll_flush(context),
        }
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        match self.get_mut() {
            Self::Open(line) => Pin::new(line).poll_shutdown(context),
            Self::Sealed(line) => Pin::new(line.as_mut()).poll_shutdown(context),
        }
    }
}
