use proptest::prelude::*;

use super::*;

fn ip(text: &str) -> IpAddr {
    text.parse().unwrap()
}

#[test]
fn what_is_private_is_never_asked() {
    for text in [
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::ffff:0:0",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "100::1",
        "5f00::1",
    ] {
        assert!(!is_public(ip(text)), "{text}");
    }
    for text in [
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.1.1.1",
        "128.0.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "192.167.1.1",
        "198.17.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450::1",
        "::ffff:1.1.1.1",
        "64:ff9b::1.1.1.1",
    ] {
        assert!(is_public(ip(text)), "{text}");
    }
}

#[test]
fn an_address_is_typed_whole_and_bare() {
    for good in [
        "https://school.example",
        "https://www.school.example/nieuws/",
        "https://school.example:8443",
    ] {
        assert!(typed(good, Reach::Public).is_ok(), "{good}");
    }
    for wrong in [
        "",
        "school.example",
        "http://school.example",
        "ftp://school.example",
        "file:///etc/passwd",
        "https://localhost",
        "https://127.0.0.1",
        "https://[::1]",
        "https://10.0.0.1",
        "https://1.1.1.1",
        "https://2130706433",
        "https://0x7f.1",
        "https://intranet",
        "https://nas.local",
        "https://metadata.google.internal",
        "https://a.localhost",
        "https://school.example.",
        "https://user@school.example",
        "https://user:word@school.example",
        "https://school.example/?a=b",
        "https://school.example/#a",
        "http://localhost:8080",
        "http://127.0.0.1",
    ] {
        assert_eq!(
            typed(wrong, Reach::Public).err(),
            Some(NotPublic),
            "{wrong}"
        );
    }
    for here in [
        "http://127.0.0.1:8081",
        "http://localhost:8081",
        "http://[::1]:1",
    ] {
        assert!(typed(here, Reach::Loopback).is_ok(), "{here}");
    }
    for wrong in [
        "http://127.0.0.2",
        "http://10.0.0.1",
        "http://school.example",
        "https://nas.local",
    ] {
        assert!(typed(wrong, Reach::Loopback).is_err(), "{wrong}");
    }
}

proptest! {
    /// Written in whatever way, an address of IPv4 is judged the same.
    #[test]
    fn a_disguise_changes_nothing(bits: u32) {
        let four = Ipv4Addr::from_bits(bits);
        let plain = is_public(IpAddr::V4(four));
        prop_assert_eq!(is_public(IpAddr::V6(four.to_ipv6_mapped())), plain);
        prop_assert!(!is_public(IpAddr::V6(four.to_ipv6_compatible())));
        // What the standard library itself calls special is never public here.
        let special = four.is_private() || four.is_loopback() || four.is_link_local() || four.is_multicast()
            || four.is_broadcast() || four.is_documentation() || four.is_unspecified();
        prop_assert!(!(special && plain));
    }

    #[test]
    fn no_special_address_of_ipv6_is_public(bits: u128) {
        let six = Ipv6Addr::from_bits(bits);
        let special = six.is_loopback() || six.is_multicast() || six.is_unspecified() || six.is_unique_local()
            || six.is_unicast_link_local();
        prop_assert!(!(special && is_public(IpAddr::V6(six))));
    }

    /// Everything within a prefix is as its first address is.
    #[test]
    fn a_prefix_is_whole(which in 0..SPECIAL.len(), bits: u32) {
        let (first, length) = SPECIAL[which];
        let mask = u32::MAX.checked_shl(32 - length).unwrap_or(0);
        prop_assert!(!is_public(IpAddr::V4(Ipv4Addr::from_bits(first.to_bits() | (bits & !mask)))));
    }

    #[test]
    fn whatever_is_typed_is_judged(text in "\\PC{0,40}", host in "[a-z0-9.\\[\\]:@-]{0,30}") {
        let _ = typed(&text, Reach::Public);
        if let Ok(url) = typed(&format!("https://{host}/"), Reach::Public) {
            prop_assert!(url.domain().is_some_and(|name| name.contains('.')));
        }
    }
}
