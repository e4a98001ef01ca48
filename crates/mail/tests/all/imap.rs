//! A real mailbox: Dovecot, as `tests/peers/imap.sh` starts it.

use std::time::Duration;

use mail::{Line, Mailbox, Security, Trouble, Trust};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

fn told() -> Option<Vec<String>> {
    let Ok(said) = std::env::var("PLEINWACHT_TEST_IMAP") else {
        eprintln!("SKIPPED: PLEINWACHT_TEST_IMAP is not set: start it with tests/peers/imap.sh");
        return None;
    };
    Some(said.split(' ').map(str::to_owned).collect())
}

async fn begin(port: &str, security: Security) -> Result<Mailbox<Line>, Trouble> {
    let stream = TcpStream::connect(format!("127.0.0.1:{port}"))
        .await
        .unwrap();
    let trust = Trust::of_machine().unwrap();
    Mailbox::begin(
        stream,
        "localhost",
        security,
        &trust,
        Duration::from_secs(10),
    )
    .await
}

#[tokio::test]
async fn a_certificate_that_nobody_vouches_for_is_not_trusted() {
    let Some(told) = told() else { return };
    for (port, security) in [(&told[1], Security::Tls), (&told[0], Security::StartTls)] {
        assert_eq!(begin(port, security).await.err(), Some(Trouble::NotSecure));
    }
}

/// Says something and hears until this was answered, or until nothing comes any more.
async fn say(raw: &mut TcpStream, said: &str, until: &str) -> String {
    raw.write_all(said.as_bytes()).await.unwrap();
    let (mut heard, mut part) = (String::new(), [0; 1_000]);
    while !heard.contains(until) {
        match raw.read(&mut part).await {
            Ok(many) if many > 0 => {
                heard.push_str(&String::from_utf8_lossy(
                    part.get(..many).unwrap_or_default(),
                ));
            }
            _ => break,
        }
    }
    heard
}

#[tokio::test]
async fn a_mailbox_without_room_says_so() {
    let Some(told) = told() else { return };
    let user = format!("klein{}", std::process::id());
    let mut raw = TcpStream::connect(format!("127.0.0.1:{}", told[0]))
        .await
        .unwrap();
    let letter = "x".repeat(10_100);
    // The server takes little before it knows who it is, and learns that in its own time.
    let login = format!("a LOGIN {user} {}\r\n", told[4]);
    let heard = say(&mut raw, &login, "a OK").await;
    assert!(heard.contains("a OK"), "{heard}");
    let append = format!("b APPEND INBOX {{{}+}}\r\n{letter}\r\n", letter.len());
    let heard = say(&mut raw, &append, "b OK").await;
    assert!(heard.contains("b OK"), "{heard}");
    drop(raw);
    let mut mailbox = begin(&told[0], Security::Open).await.unwrap();
    assert_eq!(
        mailbox.sign_in(&user, "fout").await,
        Err(Trouble::Credentials)
    );
    mailbox.sign_in(&user, &told[4]).await.unwrap();
    assert_eq!(mailbox.open("Weg").await, Err(Trouble::Folder));
    mailbox.open("INBOX").await.unwrap();
    assert_eq!(mailbox.is_full("INBOX").await, Ok(true));
    let message = mailbox.message(1, 5).await.unwrap().unwrap();
    assert_eq!(message, b"xxxxx", "its first bytes, and unread");
    assert_eq!(mailbox.messages(true).await, Ok(vec![1]));
    mailbox.mark_read(&[1]).await.unwrap();
    assert_eq!(mailbox.messages(true).await, Ok(vec![]));
    mailbox.leave().await;
}
