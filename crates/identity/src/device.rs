//! A browser in which somebody signed in before. It lets nobody in; it only keeps others' guesses from slowing down somebody
//! who sits at their own device.

use axum::http::HeaderMap;
use seal::BoardKeys;
use shell::{Chance, chance, cookie, origin};
use words::PersonId;

/// The cookie that says so.
pub(crate) const COOKIE: &str = "__Host-pw-known";
/// How long it is kept: half a year.
pub(crate) const SECONDS: u32 = 182 * 24 * 3600;

/// What a browser is to remember; nothing if it does already.
pub(crate) fn remember(
    keys: &BoardKeys,
    person: PersonId,
    headers: &HeaderMap,
    chance: &dyn Chance,
) -> Option<String> {
    if known(keys, person, headers).is_some() {
        return None;
    }
    let own = chance::hex(&chance::bytes::<16>(chance));
    Some(format!("{own}.{}", seal(keys, person, &own)))
}

/// The browser's own mark, if somebody signed in here as this person before.
pub(crate) fn known(keys: &BoardKeys, person: PersonId, headers: &HeaderMap) -> Option<String> {
    let (own, seal_of) = cookie::read(headers, COOKIE)?.split_once('.')?;
    origin::same(seal_of, &seal(keys, person, own)).then(|| own.to_owned())
}

fn seal(keys: &BoardKeys, person: PersonId, own: &str) -> String {
    chance::hex(&keys.index("known-device", &format!("{person} {own}")))
}
