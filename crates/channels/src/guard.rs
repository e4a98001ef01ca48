//! Which addresses are asked at all. What a person types is asked from inside the school's network: without this, somebody could
//! have the program look behind the firewall (server-side request forgery, OWASP A10:2021).
//!
//! Allowed is what is listed here as public; everything else is not. The check is on the address that is connected to, not on the
//! name: a name that resolves to something else the second time gains nothing.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use reqwest::Url;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// How far this program reaches out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reach {
    /// The public web, by `https`.
    #[default]
    Public,
    /// And this very machine, also by `http`: tests and the demo.
    Loopback,
}

/// An address that is never asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this address is not on the public web")]
pub struct NotPublic;

/// IPv4 that is not public (IANA special-purpose address registry, RFC 6890 and later): first address and length of the prefix.
const SPECIAL: [(Ipv4Addr, u32); 15] = [
    (Ipv4Addr::UNSPECIFIED, 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

fn in_four(ip: Ipv4Addr, first: Ipv4Addr, length: u32) -> bool {
    let mask = u32::MAX.checked_shl(32 - length).unwrap_or(0);
    ip.to_bits() & mask == first.to_bits()
}

/// The address is on the public web.
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => !SPECIAL
            .iter()
            .any(|(first, length)| in_four(ip, *first, *length)),
        IpAddr::V6(ip) => is_public_six(ip),
    }
}

/// Global unicast (`2000::/3`) without what stands for something else; and what only carries an `IPv4` address is as that one is.
fn is_public_six(ip: Ipv6Addr) -> bool {
    let [first, second, third, fourth, fifth, sixth, high, low] = ip.segments();
    let [a, b] = high.to_be_bytes();
    let [c, d] = low.to_be_bytes();
    let inner = IpAddr::V4(Ipv4Addr::new(a, b, c, d));
    match (first, second) {
        // ::ffff:0:0/96, mapped, and 64:ff9b::/96, translated (RFC 6052)
        (0, 0) if [third, fourth, fifth, sixth] == [0, 0, 0, 0xffff] => is_public(inner),
        (0x64, 0xff9b) if [third, fourth, fifth, sixth] == [0; 4] => is_public(inner),
        // 2001::/23, protocols such as Teredo; 2001:db8::/32 and 3fff::/20, for books; 2002::/16, IPv4 in disguise
        (0x2001, 0..=0x1ff | 0xdb8) | (0x2002, _) | (0x3fff, 0..=0xfff) => false,
        _ => first & 0xe000 == 0x2000,
    }
}

/// The address may be connected to.
fn is_reachable(reach: Reach, ip: IpAddr) -> bool {
    is_public(ip) || (reach == Reach::Loopback && ip.to_canonical().is_loopback())
}

/// The address of a service as somebody typed it, if it is one that is asked: `https`, a name with a point, and nothing that would
/// be a password or a search.
///
/// # Errors
/// [`NotPublic`].
pub fn typed(text: &str, reach: Reach) -> Result<Url, NotPublic> {
    let url = Url::parse(text).map_err(|_| NotPublic)?;
    if url.query().is_some() || url.fragment().is_some() {
        return Err(NotPublic);
    }
    checked(url, reach)
}

/// An address that is asked, checked each time: also one that the other side named.
pub(crate) fn checked(url: Url, reach: Reach) -> Result<Url, NotPublic> {
    let bare = url.username().is_empty() && url.password().is_none();
    let here = reach == Reach::Loopback
        && url
            .host_str()
            .is_some_and(|host| matches!(host, "localhost" | "127.0.0.1" | "[::1]"));
    let named = url
        .domain()
        .and_then(|name| name.rsplit_once('.'))
        .is_some_and(|(_, last)| !matches!(last, "" | "local" | "internal" | "localhost"));
    let safe = (url.scheme() == "https" && named) || (here && url.scheme() == "http");
    if bare && safe {
        Ok(url)
    } else {
        Err(NotPublic)
    }
}

/// The addresses of a host that is no website, each checked as those of a website are.
///
/// # Errors
/// [`NotPublic`]: a private address among public ones is a trick. None: there is no such host.
pub(crate) async fn addresses(
    host: &str,
    port: u16,
    reach: Reach,
) -> Result<Vec<SocketAddr>, Option<NotPublic>> {
    let found = tokio::net::lookup_host((host, port)).await;
    let found: Vec<SocketAddr> = found.map_err(|_| None)?.collect();
    if found.iter().all(|at| is_reachable(reach, at.ip())) {
        Ok(found)
    } else {
        Err(Some(NotPublic))
    }
}

/// Finds the addresses of a name, for tests in their own way.
pub(crate) type Lookup = Arc<dyn Fn(String) -> std::io::Result<Vec<IpAddr>> + Send + Sync>;

/// Finds the addresses of a name and leaves out what is not asked. The client connects to what stays, and asks nobody else.
#[derive(Clone)]
pub(crate) struct Guarded {
    pub(crate) reach: Reach,
    /// Other than by the system: only in tests.
    pub(crate) lookup: Option<Lookup>,
}

impl Resolve for Guarded {
    fn resolve(&self, name: Name) -> Resolving {
        let own = self.clone();
        Box::pin(async move {
            let host = name.as_str().to_owned();
            let found: Vec<IpAddr> = match &own.lookup {
                Some(lookup) => lookup(host)?,
                None => tokio::net::lookup_host((host, 0))
                    .await?
                    .map(|address| address.ip())
                    .collect(),
            };
            // One private address among public ones is a trick, not a service.
            if found.is_empty() || !found.iter().all(|ip| is_reachable(own.reach, *ip)) {
                return Err(NotPublic.into());
            }
            let addresses = found.into_iter().map(|ip| SocketAddr::new(ip, 0));
            let addresses: Addrs = Box::new(addresses);
            Ok(addresses)
        })
    }
}

#[cfg(test)]
mod tests;
