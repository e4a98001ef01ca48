//! The feed of a school: what is published is there for everybody, and gone when it was taken away.

use channels::model::{Answer, Kind, Why};
use words::Channel;

use crate::house::at_school;
use crate::posts::{image, post};

fn done<T: std::fmt::Debug>(answer: Answer<T>) -> T {
    match answer {
        Answer::Done(done) => done,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_feed_shows_a_post_and_says_that_it_is_gone() {
    at_school(|at| async move {
        let account = at.account(Kind::Feed, Channel::Website).await;
        let outlet = at.outlet(account.id).await;
        let mut first = post("een", 2);
        first.title = "Tosti's & \"vuur\" <3 \u{1}".to_owned();
        let there = done(outlet.publish(&first).await);
        assert_eq!(
            done(outlet.publish(&first).await),
            there,
            "a second time changes nothing"
        );
        let address = there.address.clone().unwrap();
        let (status, _, page) = at.visits(&address).await;
        let page = String::from_utf8(page).unwrap();
        assert_eq!(status, 200);
        assert!(
            page.contains("foto 1 van een") && page.contains("Groep 5 rende"),
            "{page}"
        );
        let seen = done(outlet.read_back(&there, &first).await).unwrap();
        assert_eq!((seen.text, seen.images), (true, 2));

        let base = address.rsplit_once('/').unwrap().0;
        let (status, kind, atom) = at.visits(&format!("{base}/atom.xml")).await;
        assert_eq!(
            (status, kind.as_str()),
            (200, "application/atom+xml; charset=utf-8")
        );
        is_atom(&String::from_utf8(atom).unwrap(), &address);
        let (_, kind, json) = at.visits(&format!("{base}/feed.json")).await;
        assert_eq!(kind, "application/feed+json; charset=utf-8");
        let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
        assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
        assert_eq!(json["items"][0]["url"], *address);
        assert_eq!(json["items"].as_array().unwrap().len(), 1);
        let picture = json["items"][0]["attachments"][1]["url"]
            .as_str()
            .unwrap()
            .to_owned();
        let (status, kind, bytes) = at.visits(&picture).await;
        assert_eq!(
            (status, kind.as_str(), bytes == first.images[1].jpeg),
            (200, "image/jpeg", true)
        );

        let mut second = first.clone();
        second.text = "Het was groep 6.".to_owned();
        second.images = vec![image("ander", 99, "Een andere foto")];
        done(outlet.correct(&there, &second).await);
        let (_, _, page) = at.visits(&address).await;
        let page = String::from_utf8(page).unwrap();
        assert!(page.contains("Het was groep 6.") && !page.contains("Groep 5 rende"));
        assert_eq!(
            at.visits(&picture).await.0,
            404,
            "the second image is no more"
        );

        assert!(!done(outlet.is_gone(&there).await));
        done(outlet.take_down(&there).await);
        done(outlet.take_down(&there).await);
        assert!(done(outlet.is_gone(&there).await));
        assert_eq!(at.visits(&address).await.0, 410);
        assert_eq!(at.visits(&format!("{address}/0.jpg")).await.0, 410);
        let (_, _, atom) = at.visits(&format!("{base}/atom.xml")).await;
        assert!(!String::from_utf8(atom).unwrap().contains("<entry"));
        assert_eq!(
            outlet.publish(&first).await,
            Answer::Refused {
                why: Why::RemovedThere
            }
        );
        for nothing in ["/niets", "/niets/0.jpg", "/atom.xml/0.jpg"] {
            assert_eq!(
                at.visits(&format!("{base}{nothing}")).await.0,
                404,
                "{nothing}"
            );
        }
    });
}

/// What RFC 4287 asks of a feed and its entries, read by an XML reader that knows nothing of ours.
fn is_atom(text: &str, address: &str) {
    let path = std::env::temp_dir().join(format!("atom-{}.xml", uuid::Uuid::now_v7().simple()));
    std::fs::write(&path, text).unwrap();
    let ask = |xpath: &str| {
        let out = std::process::Command::new("xmllint")
            .args(["--noent", "--xpath", xpath])
            .arg(&path)
            .output()
            .expect("xmllint is installed");
        assert!(
            out.status.success(),
            "{xpath}: {}\n{text}",
            String::from_utf8_lossy(&out.stderr)
        );
        String::from_utf8(out.stdout).unwrap().trim().to_owned()
    };
    let at = |path: &str| {
        let steps = path.split('/').map(|step| match step.strip_prefix('@') {
            Some(_) => step.to_owned(),
            None => format!(
                "*[local-name()='{step}' and namespace-uri()='http://www.w3.org/2005/Atom']"
            ),
        });
        format!("/{}", steps.collect::<Vec<_>>().join("/"))
    };
    for one in [
        "feed/id",
        "feed/title",
        "feed/updated",
        "feed/author/name",
        "feed/entry/id",
        "feed/entry/title",
        "feed/entry/updated",
        "feed/entry/published",
    ] {
        assert_eq!(ask(&format!("count({})", at(one))), "1", "{one}");
        assert_ne!(ask(&format!("string({})", at(one))), "", "{one}");
    }
    for moment in ["feed/updated", "feed/entry/updated", "feed/entry/published"] {
        let said = ask(&format!("string({})", at(moment)));
        assert!(
            said.parse::<jiff::Timestamp>().is_ok() && said.ends_with('Z'),
            "{said}"
        );
    }
    assert!(ask(&format!("string({})", at("feed/id"))).starts_with("urn:uuid:"));
    let link = |rel: &str| ask(&format!("string({}[@rel='{rel}']/@href)", at("feed/link")));
    assert!(link("self").ends_with("/atom.xml") && address.starts_with(&link("alternate")));
    assert_eq!(
        ask(&format!(
            "string({}[@rel='alternate']/@href)",
            at("feed/entry/link")
        )),
        address
    );
    assert_eq!(
        ask(&format!(
            "count({}[@rel='enclosure'])",
            at("feed/entry/link")
        )),
        "2"
    );
    assert_eq!(
        ask(&format!("string({})", at("feed/entry/title"))),
        "Tosti's & \"vuur\" <3"
    );
    assert_eq!(
        ask(&format!("string({}/@type)", at("feed/entry/content"))),
        "html"
    );
    std::fs::remove_file(path).unwrap();
}
