//! A line that breaks: it passes on each request whole, and cuts one of them off when the other side begins to answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

pub(crate) struct Proxy {
    pub(crate) address: String,
    writes: Arc<AtomicUsize>,
}

impl Proxy {
    /// In front of `upstream`; the answer to this write, from 1, never arrives.
    pub(crate) async fn cutting(upstream: &str, cut: usize) -> Self {
        let (host, listener) = (
            upstream.replace("http://", ""),
            TcpListener::bind("127.0.0.1:0").await.unwrap(),
        );
        let address = format!("http://{}", listener.local_addr().unwrap());
        let writes = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&writes);
        tokio::spawn(async move {
            while let Ok((line, _)) = listener.accept().await {
                let (host, count) = (host.clone(), Arc::clone(&count));
                tokio::spawn(async move { pass(line, &host, &count, cut).await });
            }
        });
        Self { address, writes }
    }

    /// How many writes came by.
    pub(crate) fn writes(&self) -> usize {
        self.writes.load(Ordering::SeqCst)
    }
}

/// Every connection has one request: ours are not used twice.
async fn pass(mut line: TcpStream, host: &str, count: &AtomicUsize, cut: usize) {
    let mut beyond = TcpStream::connect(host).await.unwrap();
    let mut first = [0; 4];
    if line.peek(&mut first).await.unwrap_or(0) == 0 {
        return;
    }
    let writes = !first.starts_with(b"GET");
    let number = if writes {
        count.fetch_add(1, Ordering::SeqCst) + 1
    } else {
        0
    };
    if number != cut || !writes {
        let _ = tokio::io::copy_bidirectional(&mut line, &mut beyond).await;
        return;
    }
    let (mut from_us, _to_us) = line.split();
    let (mut from_them, mut to_them) = beyond.split();
    let mut answer = [0; 1];
    tokio::select! {
        _ = tokio::io::copy(&mut from_us, &mut to_them) => {}
        _ = from_them.read(&mut answer) => {}
    }
    let _ = to_them.shutdown().await;
}
