//! Cookies. All of ours are bound to this host, to a secure line, and are out of reach of scripts.

use axum::http::{HeaderMap, HeaderValue, header};

/// The session of somebody who signed in.
pub const SESSION: &str = "__Host-pw";

/// Before signing in: binds a form, or the way to another sign-in service, to this browser.
pub const FIRST: &str = "__Host-pw-first";

/// No cookie of ours is longer; a longer one is not ours.
const LONGEST: usize = 512;

/// The value of a cookie. A cookie that comes twice is not trusted: somebody is trying to slip one in.
#[must_use]
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut found = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(key, _)| *key == name)
        .map(|(_, value)| value);
    match (found.next(), found.next()) {
        (Some(value), None) if !value.is_empty() && value.len() <= LONGEST => Some(value),
        _ => None,
    }
}

/// The header that sets a cookie until the browser closes. `value` is a token: letters, digits, points.
#[must_use]
pub fn set(name: &str, value: &str) -> HeaderValue {
    line(name, value, "")
}

/// The header that sets a cookie for this many seconds.
#[must_use]
pub fn set_for(name: &str, value: &str, seconds: u32) -> HeaderValue {
    line(name, value, &format!("; Max-Age={seconds}"))
}

/// The header that takes a cookie away.
#[must_use]
pub fn clear(name: &str) -> HeaderValue {
    line(name, "", "; Max-Age=0")
}

fn line(name: &str, value: &str, age: &str) -> HeaderValue {
    let text = format!("{name}={value}; Secure; HttpOnly; SameSite=Lax; Path=/{age}");
    HeaderValue::try_from(text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(lines: &[&'static str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(header::COOKIE, HeaderValue::from_static(line));
        }
        headers
    }

    #[test]
    fn a_cookie_is_read_once_or_not_at_all() {
        let one = with(&["a=1; __Host-pw=x.y; b=2"]);
        assert_eq!(read(&one, SESSION), Some("x.y"));
        assert_eq!(read(&one, FIRST), None);
        assert_eq!(read(&with(&["__Host-pw=x; __Host-pw=y"]), SESSION), None);
        assert_eq!(read(&with(&["__Host-pw=x", "__Host-pw=y"]), SESSION), None);
        assert_eq!(read(&with(&["__Host-pw="]), SESSION), None);
    }

    #[test]
    fn a_cookie_is_for_this_host_and_no_script() {
        let set = set(SESSION, "x");
        assert_eq!(
            set.to_str().unwrap(),
            "__Host-pw=x; Secure; HttpOnly; SameSite=Lax; Path=/"
        );
        assert!(clear(SESSION).to_str().unwrap().ends_with("; Max-Age=0"));
    }
}
