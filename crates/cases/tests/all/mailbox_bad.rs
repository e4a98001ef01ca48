//! The bad days of a mailbox: a bomb of mail, what is nested or packed, what is no text, a folder that is another one, and a program that falls over.

use std::fmt::Write as _;
use std::time::Duration;

use words::Role;

use crate::house::{House, at_school};
use crate::mailbox::{case_saying, connects};
use crate::post::{Post, message};

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len() * 3 / 2);
    for (at, three) in bytes.chunks(3).enumerate() {
        let whole = three
            .iter()
            .fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte))
            << (8 * (3 - three.len()));
        for place in 0..4 {
            let at = usize::try_from(whole >> (18 - 6 * place) & 63).unwrap();
            let sign = *SIGNS.get(at).unwrap();
            out.push(if place > three.len() {
                '='
            } else {
                char::from(sign)
            });
        }
        if at % 19 == 18 {
            out.push('\n');
        }
    }
    out
}

fn with_files(from: &str, id: &str, text: &str, files: &[(&str, Vec<u8>)]) -> String {
    let mut rest = format!(
        "Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=grens\n\n--grens\n\n{text}\n"
    );
    for (name, bytes) in files {
        write!(rest, "--grens\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"{name}\"\n\
             Content-Transfer-Encoding: base64\n\n{}\n", base64(bytes)).unwrap();
    }
    message(from, id, &format!("{rest}--grens--\n"))
}

#[test]
fn a_bomb_of_mail_stays_in_the_mailbox_and_stops_nobody_else() {
    at_school("pcc", |house| async move {
        let Some(post) = Post::new() else { return };
        let known = house.mail_of(house.who(Role::Ouder)).await;
        let bomb = |at: usize| {
            message(
                "bom@elders.test",
                &format!("bom{at}"),
                &format!("Subject: {at}\n\nBom {at}."),
            )
        };
        let mut all: Vec<String> = (0..200).map(bomb).collect();
        all.push(message(
            "buur@ergens.test",
            "echt",
            "Subject: x\n\nDit is echt.",
        ));
        all.push(message(&known, "ouder", "Subject: x\n\nOok dit is echt."));
        post.bring(&all).await;
        let id = connects(&house, &post, "INBOX").await;
        assert_eq!(house.rows("case_file").await, 22);
        assert_eq!(post.counts("INBOX").await, (202, 180), "the rest is unread");
        let director = house.who(Role::Directeur);
        let list = house.says(director, "/zaken").await;
        assert!(
            list.contains("mailbox voor meldingen blijven: 180"),
            "{list}"
        );
        house.visits(&id).await;
        assert_eq!(house.rows("case_file").await, 22);
        house.days(2);
        house.work().await;
        assert_eq!(
            house.rows("case_file").await,
            42,
            "the next day there is room again"
        );
        // Each with another address: those of one domain together are one flood, and who is known comes through.
        let other = |at: usize| {
            message(
                &format!("bom{at}@spam.test"),
                &format!("s{at}"),
                &format!("Subject: {at}\n\nSpam {at}."),
            )
        };
        let mut all: Vec<String> = (0..60).map(other).collect();
        all.push(message(&known, "ouder2", "Subject: x\n\nNog iets echts."));
        post.bring(&all).await;
        house.days(2);
        for _ in 0..4 {
            house.visits(&id).await;
        }
        assert_eq!(house.rows("case_file").await, 42 + 20 + 50 + 1);
    });
}

#[test]
fn what_is_nested_packed_or_unreadable_is_a_signal_with_a_line_about_it() {
    at_school("pcc", |house| async move {
        let Some(post) = Post::new() else { return };
        let mut deep = "From: z@elders.test\nSubject: onderin\n\nHelemaal onderin.".to_owned();
        for at in 0..30 {
            deep = format!(
                "From: m{at}@elders.test\nSubject: {at}\nContent-Type: message/rfc822\n\n{deep}"
            );
        }
        let bomb = zip_of(&[("bom.bin", 300 << 20)]);
        assert!(bomb.len() < 1 << 20);
        let packed = [
            ("bom.zip", bomb),
            ("factuur.exe", b"MZ\x90".to_vec()),
            (
                "brief.docm",
                zip_of(&[("[Content_Types].xml", 1), ("word/vbaProject.bin", 1)]),
            ),
            ("film\r\nBcc: x@y.mp4", b"\0\0\0\x20ftypisom".to_vec()),
        ];
        post.bring(&[
            format!("Message-ID: <diep@x>\nSubject: Diep\n{deep}"),
            with_files("buur@elders.test", "pak", "Zie bijlagen.", &packed),
            message("buur@elders.test", "set", "Subject: =?x-niets?q?=ff=fe?=\nContent-Type: text/plain; charset=x-niets\n\nGek \u{1b}$) tekens."),
            message("\"Kees\r\n Bcc: iedereen@elders.test\" <kees@elders.test>", "kop", "Subject: a\n\nKoppen."),
            "From: geen-datum@elders.test\nSubject: y\n\nZonder dag.".to_owned(),
            message("a@elders.test, b@elders.test", "twee", "Subject: z\n\nVan twee."),
            "Geen enkele kop, alleen tekst.".to_owned(),
            with_files("c@elders.test", "bloot", "Er gaat een naaktfoto rond.", &[("foto.png", b"\x89PNG\r\n\x1a\n".to_vec())]),
        ])
        .await;
        connects(&house, &post, "INBOX").await;
        assert_eq!(house.rows("case_file").await, 8);
        assert_eq!(house.rows("case_piece").await, 1, "of all files the film");
        let says = case_saying(&house, "Zie bijlagen").await;
        for line in [
            "bom.zip : niet overgenomen, het is een ingepakt",
            "factuur.exe : niet overgenomen, het is iets wat kan",
            "brief.docm : niet overgenomen, er kunnen macro",
        ] {
            assert!(says.contains(line), "{line}: {says}");
        }
        let naked = case_saying(&house, "naaktfoto rond").await;
        assert!(
            naked.contains("Open de bijlage ook niet") && naked.contains("spoed"),
            "{naked}"
        );
        let two = case_saying(&house, "Van twee").await;
        assert!(two.contains("zegt niet van wie"), "{two}");
    });
}

fn zip_of(files: &[(&str, usize)]) -> Vec<u8> {
    use std::io::Write as _;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, size) in files {
        writer
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        for _ in 0..size.div_ceil(1 << 20) {
            writer.write_all(&vec![0; (*size).min(1 << 20)]).unwrap();
        }
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_file_of_the_largest_size_is_taken_and_a_larger_one_told() {
    at_school("pcc", |house| async move {
        let Some(post) = Post::new() else { return };
        let film = |size: usize| {
            let mut bytes = b"\0\0\0\x20ftypisom".to_vec();
            bytes.resize(size, 7);
            bytes
        };
        post.bring(&[
            with_files(
                "buur@elders.test",
                "past",
                "Dit past.",
                &[("groot.mp4", film(25 << 20))],
            ),
            with_files(
                "buur@elders.test",
                "past-niet",
                "Dit past niet.",
                &[("groter.mp4", film((25 << 20) + 1))],
            ),
            with_files(
                "buur@elders.test",
                "veel",
                "Dit is te veel.",
                &[("reus.mp4", film(32 << 20))],
            ),
        ])
        .await;
        connects(&house, &post, "INBOX").await;
        assert_eq!(house.rows("case_file").await, 3);
        assert_eq!(
            house.rows("case_piece").await,
            50,
            "one of 25 MB in pieces of half a MB"
        );
        let says = case_saying(&house, "Dit past niet").await;
        assert!(
            says.contains("groter.mp4 : niet overgenomen, het bestand is te groot"),
            "{says}"
        );
        let says = case_saying(&house, "Dit is te veel").await;
        assert!(says.contains("de mail is te groot"), "{says}");
    });
}

#[test]
fn a_folder_that_is_another_one_doubles_nothing_and_loses_nothing() {
    at_school("pcc", |house| async move {
        let Some(post) = Post::new() else { return };
        let one = message("buur@elders.test", "zelfde", "Subject: x\n\nEen.");
        let other = message("buur@elders.test", "zelfde", "Subject: x\n\nIets anders.");
        post.bring(&[one.clone(), other.clone()]).await;
        post.tells(&["CREATE Meldingen", "SELECT INBOX", "COPY 1:2 Meldingen"])
            .await;
        let id = connects(&house, &post, "Meldingen").await;
        assert_eq!(
            house.rows("case_file").await,
            2,
            "the same name and other words are another"
        );
        // The folder goes and comes back: its numbers begin anew.
        post.bring(&[message("buur@elders.test", "nieuw", "Subject: y\n\nDrie.")])
            .await;
        tokio::time::sleep(Duration::from_millis(1_100)).await;
        post.tells(&[
            "DELETE Meldingen",
            "CREATE Meldingen",
            "SELECT INBOX",
            "COPY 1:3 Meldingen",
        ])
        .await;
        house.visits(&id).await;
        assert_eq!(house.rows("case_file").await, 3);
        assert_eq!(house.rows("case_mail").await, 5);
    });
}

#[test]
fn a_visit_that_is_broken_off_loses_nothing_and_doubles_nothing() {
    at_school("pcc", |house| async move {
        let Some(post) = Post::new() else { return };
        let send = |at: usize| {
            message(
                &format!("m{at}@huis{at}.test"),
                &format!("k{at}"),
                &format!("Subject: {at}\n\nBericht {at}."),
            )
        };
        let all: Vec<String> = (0..30).map(send).collect();
        post.bring(&all).await;
        let id = house.connects_without_work(&post).await;
        let mut broken = 0;
        for after in 1..200_u64 {
            let visit = house.visits(&id);
            broken += usize::from(
                tokio::time::timeout(Duration::from_millis(after * 3), visit)
                    .await
                    .is_err(),
            );
            // What was given up is taken again once its lease is over.
            house.days(1);
            if post.counts("INBOX").await.1 == 0 {
                break;
            }
        }
        house.visits(&id).await;
        assert!(broken > 2, "it was broken off {broken} times");
        assert_eq!(
            (house.rows("case_file").await, post.counts("INBOX").await),
            (30, (30, 0))
        );
    });
}

impl House {
    async fn connects_without_work(&self, post: &Post) -> String {
        let plain = post.plain.to_string();
        let pr = self.who(Role::Pr);
        self.post(pr, "/zaken/postbus", &post.form(&plain, "INBOX"))
            .await
            .taken();
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        let row = tx.one("SELECT id FROM case_mailbox WHERE board = $1", Vec::new());
        let id: uuid::Uuid = row.await.unwrap().get("id").unwrap();
        id.to_string()
    }
}
