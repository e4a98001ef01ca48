//! A feed of somebody else: whatever comes in, what comes out is short, without markup, and leads to the web or nowhere.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let items = cases::rules::feed::items(bytes);
    assert!(items.len() <= 100);
    for item in items {
        assert!(item.title.chars().count() <= 1_000 && item.text.chars().count() <= 1_000);
        assert!(!item.id.is_empty());
        let web = |link: &String| link.starts_with("https://") || link.starts_with("http://");
        assert!(item.link.iter().all(web));
    }
});
