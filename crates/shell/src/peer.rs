//! The address that a request came from.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;

/// The address of the other side of the line: a proxy's, if there is one.
///
/// Only an operator's own proxy may say for whom it asks: [`Peer::behind`] believes the last entry of `X-Forwarded-For` when
/// the line comes from one of the addresses that the operator named.
#[derive(Debug, Clone)]
pub struct Peer {
    line: IpAddr,
    forwarded: Option<IpAddr>,
}

impl Peer {
    /// The visitor's address, given the operator's own proxies.
    #[must_use]
    pub fn behind(&self, proxies: &[IpAddr]) -> IpAddr {
        match self.forwarded {
            Some(visitor) if proxies.contains(&self.line.to_canonical()) => visitor,
            _ => self.line,
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Peer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let line = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let last = parts.headers.get_all("x-forwarded-for").iter().next_back();
        let forwarded =
            last.and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok());
        Ok(Self {
            line: line.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip()),
            forwarded,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_proxy_is_believed() {
        let address = |text: &str| text.parse::<IpAddr>().unwrap();
        let peer = Peer {
            line: address("10.0.0.2"),
            forwarded: Some(address("203.0.113.9")),
        };
        assert_eq!(peer.behind(&[]), address("10.0.0.2"));
        assert_eq!(peer.behind(&[address("10.0.0.3")]), address("10.0.0.2"));
        assert_eq!(peer.behind(&[address("10.0.0.2")]), address("203.0.113.9"));
    }
}
