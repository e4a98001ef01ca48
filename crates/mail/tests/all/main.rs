//! Letters over a line: what each answer of a mail server means, told by a server that this test plays.

#![expect(
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise; what is skipped is skipped loudly"
)]

mod imap;

use mail::{Folder, Letter, Outbox, Security, Sender, Sent, Server, Smtp};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

fn letter() -> Letter {
    Letter {
        to: "fatima@ouders.test".into(),
        subject: "Aanmelden".into(),
        text: "Beste ouder\n.\n".into(),
        html: None,
        language: "nl".into(),
    }
}

fn sender() -> Sender {
    Sender::new("De Linde", "plein@linde.test", "plein.linde.test").unwrap()
}

/// Plays a mail server for one letter: `rcpt` answers the reader's address, `data` the whole letter; nothing hangs up.
async fn answered(rcpt: &'static str, data: Option<&'static str>) -> Sent {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let server = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        write.write_all(b"220 hier\r\n").await.unwrap();
        let mut in_letter = false;
        while let Ok(Some(line)) = lines.next_line().await {
            let answer = match line.get(..4).unwrap_or(&line) {
                "." if in_letter => {
                    in_letter = false;
                    let Some(answer) = data else { return };
                    answer
                }
                _ if in_letter => continue,
                "EHLO" | "HELO" | "MAIL" => "250 goed",
                "RCPT" => rcpt,
                "DATA" => {
                    in_letter = true;
                    "354 toe maar"
                }
                _ => "221 dag",
            };
            if write
                .write_all(format!("{answer}\r\n").as_bytes())
                .await
                .is_err()
            {
                return;
            }
        }
    });
    let server_of = Server {
        host: "127.0.0.1".into(),
        port,
        security: Security::Open,
        login: None,
    };
    let sent = Smtp::new(sender(), &server_of)
        .unwrap()
        .send("mail-link-1", &letter())
        .await;
    server.abort();
    sent
}

#[tokio::test]
async fn a_letter_is_sent_when_the_server_says_so_after_the_whole_of_it() {
    assert_eq!(
        answered("250 goed", Some("250 heb ik")).await,
        Sent::Accepted
    );
}

#[tokio::test]
async fn later_is_tried_again_and_never_is_not() {
    assert!(matches!(
        answered("451 later", Some("250 x")).await,
        Sent::Later(_)
    ));
    assert!(matches!(
        answered("452 vol", Some("250 x")).await,
        Sent::Later(_)
    ));
    assert!(matches!(
        answered("550 onbekend", Some("250 x")).await,
        Sent::Refused(_)
    ));
    assert!(matches!(
        answered("250 goed", Some("552 te groot")).await,
        Sent::Refused(_)
    ));
    assert!(matches!(
        answered("250 goed", Some("451 even niet")).await,
        Sent::Later(_)
    ));
}

#[tokio::test]
async fn a_line_that_breaks_before_the_answer_is_not_called_sent() {
    assert!(matches!(answered("250 goed", None).await, Sent::Later(_)));
}

#[tokio::test]
async fn a_server_that_is_not_there_is_tried_again() {
    let port = TcpListener::bind("127.0.0.1:0")
        .await
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let server = Server {
        host: "127.0.0.1".into(),
        port,
        security: Security::Open,
        login: None,
    };
    let sent = Smtp::new(sender(), &server)
        .unwrap()
        .send("k", &letter())
        .await;
    assert!(matches!(sent, Sent::Later(_)), "{sent:?}");
}

#[tokio::test]
async fn a_server_without_tls_gets_nothing_when_tls_is_asked() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        write.write_all(b"220 hier\r\n").await.unwrap();
        let mut heard = Vec::new();
        while let Ok(Some(line)) = lines.next_line().await {
            heard.push(line);
            if write.write_all(b"250 goed\r\n").await.is_err() {
                break;
            }
        }
        heard
    });
    let server = Server {
        host: "127.0.0.1".into(),
        port,
        security: Security::StartTls,
        login: Some(("linde".into(), "geheim".into())),
    };
    let sent = Smtp::new(sender(), &server)
        .unwrap()
        .send("k", &letter())
        .await;
    assert_ne!(sent, Sent::Accepted);
    let heard = heard.await.unwrap();
    assert!(
        heard
            .iter()
            .all(|line| !line.starts_with("AUTH") && !line.starts_with("MAIL")),
        "{heard:?}"
    );
}

#[tokio::test]
async fn a_folder_keeps_each_letter_once() {
    let folder = std::env::temp_dir().join(format!("mail-{}", std::process::id()));
    let outbox = Folder::new(sender(), folder.clone()).unwrap();
    for _ in 0..2 {
        assert_eq!(outbox.send("mail-link/1", &letter()).await, Sent::Accepted);
    }
    let files: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    assert_eq!(files.len(), 1);
    let text = std::fs::read_to_string(&files[0]).unwrap();
    assert!(
        text.contains("To: fatima@ouders.test") && text.contains("Beste ouder"),
        "{text}"
    );
    std::fs::remove_dir_all(folder).unwrap();
}
