//! Another side that behaves badly, on purpose. It is no network: it only answers as it was told.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// What is answered to each request in turn; the last one to every request after it.
#[derive(Clone)]
pub(crate) enum Says {
    /// Status, further headers, body.
    Whole(u16, &'static str, &'static str),
    /// It promises more than it sends, and hangs up.
    Half,
    /// Nothing, ever.
    Silence,
    /// More than anybody can hold.
    Endless,
}

pub(crate) struct Stub {
    pub(crate) address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Stub {
    pub(crate) async fn saying(answers: &[Says]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let (list, answers) = (Arc::clone(&asked), answers.to_vec());
        tokio::spawn(async move {
            while let Ok((line, _)) = listener.accept().await {
                let at = list.lock().unwrap().len().min(answers.len() - 1);
                let (list, says) = (Arc::clone(&list), answers[at].clone());
                // One after another, as the answers are.
                answer(line, says, &list).await;
            }
        });
        Self { address, asked }
    }

    /// The first lines of what was asked.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

async fn answer(mut line: TcpStream, says: Says, list: &Mutex<Vec<String>>) {
    let mut request = Vec::new();
    let mut part = [0; 8192];
    loop {
        let read = line.read(&mut part).await.unwrap_or(0);
        request.extend_from_slice(&part[..read]);
        let text = String::from_utf8_lossy(&request);
        let Some((head, _)) = text.split_once("\r\n\r\n") else {
            if read == 0 {
                return;
            }
            continue;
        };
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "));
        let length: usize = length.map_or(0, |length| length.parse().unwrap());
        if read == 0 || request.len() >= head.len() + 4 + length {
            list.lock()
                .unwrap()
                .push(head.lines().next().unwrap().to_owned());
            break;
        }
    }
    let _ = match says {
        Says::Whole(status, headers, body) => {
            let text = format!(
                "HTTP/1.1 {status} X\r\n{headers}content-length: {}\r\nconnection: close\r\n\r\n{body}",
                body.len()
            );
            line.write_all(text.as_bytes()).await
        }
        Says::Half => {
            line.write_all(b"HTTP/1.1 200 X\r\ncontent-length: 1000\r\n\r\n{\"id\":")
                .await
        }
        Says::Silence => {
            tokio::spawn(async move {
                tokio::time::sleep(std::time::Duration::from_mins(1)).await;
                drop(line);
            });
            Ok(())
        }
        Says::Endless => {
            let mut sent = line.write_all(b"HTTP/1.1 200 X\r\n\r\n").await;
            while sent.is_ok() {
                sent = line.write_all(&part).await;
            }
            sent
        }
    };
}
