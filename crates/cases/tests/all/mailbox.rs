//! What is mailed or forwarded to the school's mailbox is a signal, once.

use words::Role;

use crate::house::{House, at_school};
use crate::post::{Post, message};

/// Connects the mailbox; its identity.
pub(crate) async fn connects(house: &House, post: &Post, folder: &str) -> String {
    let plain = post.plain.to_string();
    let pr = house.who(Role::Pr);
    house
        .post(pr, "/zaken/postbus", &post.form(&plain, folder))
        .await
        .taken();
    let mut tx = house.db.read(house.demo.board).await.unwrap();
    let row = tx.one("SELECT id FROM case_mailbox WHERE board = $1", Vec::new());
    let id: uuid::Uuid = row.await.unwrap().get("id").unwrap();
    drop(tx);
    house.work().await;
    id.to_string()
}

/// The page of the only case, or of the one that says this.
pub(crate) async fn case_saying(house: &House, word: &str) -> String {
    let director = house.who(Role::Directeur);
    let list = house.get(director, "/zaken").await.shown();
    for part in list.split("href=\"/zaken/").skip(1) {
        let address = part.split('"').next().unwrap();
        if address.len() == 32 {
            let says = house.says(director, &format!("/zaken/{address}")).await;
            if says.contains(word) {
                return says;
            }
        }
    }
    panic!("no case says {word}: {list}");
}

const PNG: &str =
    "Content-Type: image/png; name=scherm.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n";

#[test]
fn a_mail_is_a_signal_once_and_who_it_is_from_is_not_proved() {
    at_school("pcc", |house| async move {
        let Some(post) = Post::new() else { return };
        let teacher = house.who(Role::Leraar);
        let known = house.mail_of(teacher).await;
        let none = house.says(house.who(Role::Pr), "/zaken/postbus").await;
        assert!(none.contains("geen mailbox"), "{none}");
        // What was read before is not ours.
        post.bring(&[message(
            "oud@elders.test",
            "oud",
            "Subject: oud\n\nGelezen.",
        )])
        .await;
        post.tells(&["SELECT INBOX", "STORE 1 +FLAGS (\\Seen)"])
            .await;
        let forwarded = "Subject: Fwd\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nDit kreeg ik binnen.\n--b\n\
             Content-Type: message/rfc822\n\nFrom: Pester <p@elders.test>\nSubject: haha\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nWat een sukkel.\n--c\n";
        let forwarded = format!("{forwarded}{PNG}--c--\n--b--\n");
        let stranger = "Subject: Over een leerling\n\nEr staat iets over Sanne op een netwerk.";
        post.bring(&[
            message(
                &format!("Directeur <{}>", known.to_uppercase()),
                "a",
                &forwarded,
            ),
            message("Buurvrouw <buur@elders.test>", "b", stranger),
            message("Buurvrouw <buur@elders.test>", "b", stranger),
            message(
                "buur@elders.test",
                "c",
                "Auto-Submitted: auto-replied\nSubject: Afwezig\n\nIk ben er niet.",
            ),
            message("plein@localhost", "d", "Subject: x\n\ny")
                .replace("elders.test>", "localhost>"),
        ])
        .await;
        let id = connects(&house, &post, "INBOX").await;
        assert_eq!(house.rows("case_file").await, 2);
        assert_eq!(
            post.counts("INBOX").await,
            (6, 2),
            "what no person wrote stays unread"
        );

        let says = case_saying(&house, "Dit kreeg ik binnen").await;
        let name = house.name_of(teacher).await;
        assert!(says.contains(&format!("zegt {name} te zijn")), "{says}");
        assert!(
            says.contains("Wat een sukkel.") && says.contains("p@elders.test"),
            "{says}"
        );
        assert!(says.contains("scherm.png"), "{says}");
        let other = case_saying(&house, "over Sanne").await;
        assert!(
            other.contains("Buurvrouw buur@elders.test") && other.contains("niet nagegaan"),
            "{other}"
        );
        assert!(
            !house
                .logged("case_signalled")
                .await
                .contains(&teacher.to_string()),
            "nobody did it by what a mail says"
        );

        let director = house.who(Role::Directeur);
        let list = house.get(director, "/zaken").await.shown();
        assert!(
            !list.contains("elders.test") && !list.contains("sukkel"),
            "a list opens nothing"
        );

        let receipts = || {
            house
                .letters()
                .iter()
                .filter(|(key, _)| key.contains("case-mailed"))
                .count()
        };
        assert_eq!(receipts(), 1, "only to whom the school has that address");
        let letter = house
            .letters()
            .into_iter()
            .find(|(key, _)| key.contains("case-mailed"))
            .unwrap()
            .1;
        assert_eq!(letter.to, known);
        assert!(!letter.text.contains("sukkel") && !letter.subject.contains("Fwd"));
        post.bring(&[message(&known, "e", "Subject: nog een\n\nNog iets.")])
            .await;
        house.visits(&id).await;
        assert_eq!(
            (house.rows("case_file").await, receipts()),
            (3, 1),
            "one a day"
        );

        // It fell over before the mark: the mark is made, and nothing is done twice.
        post.tells(&["SELECT INBOX", "STORE 2:3 -FLAGS (\\Seen)"])
            .await;
        house.visits(&id).await;
        assert_eq!(
            (house.rows("case_file").await, post.counts("INBOX").await),
            (3, (7, 2))
        );
        assert_eq!(house.plain("sukkel").await, 0);
    });
}

#[test]
fn a_mailbox_that_is_filled_in_wrongly_says_what_is_wrong() {
    at_school("pcc", |house| async move {
        let pr = house.who(Role::Pr);
        let good = [
            ("server", "imap.school.nl"),
            ("poort", "993"),
            ("beveiliging", "tls"),
            ("gebruiker", "meld"),
            ("wachtwoord", "geheimwoord"),
            ("map", "INBOX"),
        ];
        for (field, wrong) in [
            ("server", ""),
            ("server", "a b"),
            ("server", "https://x.nl/"),
            ("server", "intern"),
            ("poort", "0"),
            ("poort", "70000"),
            ("beveiliging", "open"),
            ("gebruiker", ""),
            ("wachtwoord", ""),
            ("map", "Mélding"),
        ] {
            let fields =
                good.map(|(name, value)| (name, if name == field { wrong } else { value }));
            let page = house.post(pr, "/zaken/postbus", &fields).await.again();
            assert!(!page.contains("geheimwoord"), "{field}");
        }
        house.post(pr, "/zaken/postbus", &good).await.taken();
        let page = house.get(pr, "/zaken/postbus").await.shown();
        assert!(page.contains("imap.school.nl") && !page.contains("geheimwoord"));
        // The password never goes elsewhere than it was typed for.
        let elsewhere = [("server", "imap.evil.test"), ("wachtwoord", "")];
        let fields = good.map(|(name, value)| {
            let other = elsewhere.iter().find(|(field, _)| *field == name);
            (name, other.map_or(value, |(_, other)| *other))
        });
        let page = house.post(pr, "/zaken/postbus", &fields).await.again();
        assert!(page.contains("Vul het wachtwoord opnieuw in"), "{page}");
        let kept = good.map(|(name, value)| match name {
            "wachtwoord" => (name, ""),
            "map" => (name, "Meldingen"),
            _ => (name, value),
        });
        house.post(pr, "/zaken/postbus", &kept).await.taken();
        for who in [Role::Leraar, Role::Leerling, Role::Teamleider] {
            assert_eq!(
                house.get(house.who(who), "/zaken/postbus").await.status,
                403,
                "{who:?}"
            );
        }
        house
            .post(pr, "/zaken/postbus", &[("stop", "ja")])
            .await
            .taken();
        assert!(
            house
                .says(pr, "/zaken/postbus")
                .await
                .contains("geen mailbox")
        );
        assert_eq!(house.sealed_word("geheimwoord").await, 0);
    });
}

#[test]
fn what_is_wrong_with_a_mailbox_stands_on_its_page() {
    at_school("pcc", |house| async move {
        let Some(post) = Post::new() else { return };
        let pr = house.who(Role::Pr);
        let (plain, sealed) = (post.plain.to_string(), post.sealed.to_string());
        let cases = [
            ("wachtwoord", "fout", plain.as_str(), "klopt niet"),
            ("map", "Weg", &plain, "Deze map is er niet"),
            ("poort", "9", "9", "niet te bereiken"),
            ("beveiliging", "tls", &plain, "niet veilig"),
        ];
        for (field, wrong, port, says) in cases {
            let fields: Vec<_> = post
                .form(port, "INBOX")
                .into_iter()
                .map(|(name, value)| (name, if name == field { wrong } else { value }))
                .collect();
            house.post(pr, "/zaken/postbus", &fields).await.taken();
            house.work().await;
            let page = house.says(pr, "/zaken/postbus").await;
            assert!(page.contains(says), "{field}: {page}");
            house.days(1);
        }
        for (security, port) in [("tls", &sealed), ("starttls", &plain)] {
            let fields: Vec<_> = post
                .form(port, "INBOX")
                .into_iter()
                .map(|(name, value)| {
                    (
                        name,
                        if name == "beveiliging" {
                            security
                        } else {
                            value
                        },
                    )
                })
                .collect();
            house.post(pr, "/zaken/postbus", &fields).await.taken();
            post.bring(&[message(
                "buur@elders.test",
                security,
                "Subject: x\n\nOver Sanne.",
            )])
            .await;
            house.days(1);
            house.work().await;
            let page = house.says(pr, "/zaken/postbus").await;
            assert!(page.contains("Gelezen op"), "{security}: {page}");
        }
        assert_eq!(house.rows("case_file").await, 2);
    });
}
