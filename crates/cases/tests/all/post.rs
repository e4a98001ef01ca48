//! The real mailbox that `tests/peers/imap.sh` starts: delivered to by SMTP, looked into by IMAP.

use std::sync::Arc;
use std::time::Duration;

use mail::{Line, Mailbox, Security, Trust};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;

/// A mailbox of its own for one story.
pub(crate) struct Post {
    pub(crate) plain: u16,
    pub(crate) sealed: u16,
    delivery: u16,
    pub(crate) user: String,
    pub(crate) word: String,
}

fn told() -> Option<Vec<String>> {
    let said = std::env::var("PLEINWACHT_TEST_IMAP").ok()?;
    Some(said.split(' ').map(str::to_owned).collect())
}

/// Trusts the mailbox of the tests, where there is one.
pub(crate) fn trust() -> Trust {
    let Some(told) = told() else {
        return Trust::of_machine().unwrap();
    };
    let mut roots = rustls::RootCertStore::empty();
    roots
        .add(CertificateDer::from_pem_file(told.get(3).unwrap()).unwrap())
        .unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    Trust::of(config)
}

impl Post {
    /// A mailbox that nobody has yet; none, loudly, where no server was started.
    #[expect(clippy::print_stderr, reason = "what is skipped is skipped loudly")]
    pub(crate) fn new() -> Option<Self> {
        let Some(told) = told() else {
            eprintln!(
                "SKIPPED: PLEINWACHT_TEST_IMAP is not set: start it with tests/peers/imap.sh"
            );
            return None;
        };
        let [plain, sealed, delivery, _, word] = told.as_slice() else {
            panic!("PLEINWACHT_TEST_IMAP is five words");
        };
        let token = shell::chance::token(&shell::chance::SystemChance);
        Some(Self {
            plain: plain.parse().unwrap(),
            sealed: sealed.parse().unwrap(),
            delivery: delivery.parse().unwrap(),
            user: token[..16].to_owned(),
            word: word.clone(),
        })
    }

    /// Delivers these, each with its lines as mail has them.
    pub(crate) async fn bring(&self, messages: &[String]) {
        let stream = TcpStream::connect(("127.0.0.1", self.delivery))
            .await
            .unwrap();
        let mut line = BufReader::new(stream);
        hear(&mut line).await;
        say(&mut line, "EHLO test").await;
        for message in messages {
            say(&mut line, "MAIL FROM:<wie@dan.ook>").await;
            say(&mut line, &format!("RCPT TO:<{}@school.test>", self.user)).await;
            say(&mut line, "DATA").await;
            let lines = message.replace("\r\n", "\n").replace("\n.", "\n..");
            let whole = lines.replace('\n', "\r\n") + "\r\n.";
            assert!(say(&mut line, &whole).await.starts_with("250"));
        }
    }

    /// Says something to the mailbox, signed in.
    pub(crate) async fn tells(&self, commands: &[&str]) {
        let stream = TcpStream::connect(("127.0.0.1", self.plain)).await.unwrap();
        let mut line = BufReader::new(stream);
        hear(&mut line).await;
        let sign_in = format!("LOGIN {} {}", self.user, self.word);
        for command in std::iter::once(&sign_in.as_str()).chain(commands) {
            line.get_mut()
                .write_all(format!("a {command}\r\n").as_bytes())
                .await
                .unwrap();
            loop {
                let heard = hear(&mut line).await;
                if heard.starts_with("a ") {
                    assert!(heard.starts_with("a OK"), "{command}: {heard}");
                    break;
                }
            }
        }
    }

    /// How many there are, and how many nobody read.
    pub(crate) async fn counts(&self, folder: &str) -> (usize, usize) {
        let stream = TcpStream::connect(("127.0.0.1", self.plain)).await.unwrap();
        let trust = trust();
        let begun = Mailbox::<Line>::begin(
            stream,
            "localhost",
            Security::Open,
            &trust,
            Duration::from_secs(10),
        );
        let mut mailbox = begun.await.unwrap();
        mailbox.sign_in(&self.user, &self.word).await.unwrap();
        mailbox.open(folder).await.unwrap();
        let all = mailbox.messages(false).await.unwrap().len();
        (all, mailbox.messages(true).await.unwrap().len())
    }

    /// The form of the page, with a line in the clear.
    pub(crate) fn form<'a>(&'a self, port: &'a str, folder: &'a str) -> Vec<(&'a str, &'a str)> {
        vec![
            ("server", "localhost"),
            ("poort", port),
            ("beveiliging", "open"),
            ("gebruiker", &self.user),
            ("wachtwoord", &self.word),
            ("map", folder),
        ]
    }
}

async fn hear(line: &mut BufReader<TcpStream>) -> String {
    let mut heard = Vec::new();
    line.read_until(b'\n', &mut heard).await.unwrap();
    let text = String::from_utf8_lossy(&heard).into_owned();
    // A literal follows: it is of no interest here.
    if let Some(length) = text
        .trim_end()
        .strip_suffix('}')
        .and_then(|rest| rest.rsplit_once('{'))
    {
        let mut rest = vec![0; length.1.parse().unwrap()];
        line.read_exact(&mut rest).await.unwrap();
    }
    text
}

/// Says a line of SMTP; the last line of the answer.
async fn say(line: &mut BufReader<TcpStream>, text: &str) -> String {
    line.get_mut()
        .write_all(format!("{text}\r\n").as_bytes())
        .await
        .unwrap();
    loop {
        let heard = hear(line).await;
        if heard.as_bytes().get(3) != Some(&b'-') {
            return heard;
        }
    }
}

/// A message from somebody, with more headers and a body.
pub(crate) fn message(from: &str, id: &str, rest: &str) -> String {
    format!(
        "From: {from}\nTo: meld@school.test\nMessage-ID: <{id}@elders.test>\nDate: Fri, 20 Nov 2026 10:00:00 +0100\n{rest}"
    )
}
