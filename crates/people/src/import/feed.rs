//! A file as a stream of batches: it is read on a thread of its own, which waits while the other side is busy.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::Context;
use rosters::{Finding, Options, Record, Refusal, Sink, Summary};
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// What comes out of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Item {
    /// A record, with its file inside a zip and its line.
    Record(Cow<'static, str>, u64, Record),
    /// A finding.
    Finding(Finding),
}

/// Items that go together.
pub type Batch = Vec<Item>;

/// Items in a batch.
const BATCH: usize = 256;
/// Batches that may wait.
const WAITING: usize = 8;

/// A stream of batches and, at its end, what the reader says.
#[derive(Debug)]
pub struct Feed {
    batches: mpsc::Receiver<Batch>,
    end: JoinHandle<anyhow::Result<Result<Summary, Refusal>>>,
}

impl Feed {
    /// Reads a file. `read` counts its bytes, so that somebody can be shown how far it is.
    pub fn of_file(file: File, options: Options, read: Arc<AtomicU64>) -> Self {
        let (sender, batches) = mpsc::channel(WAITING);
        let end = tokio::task::spawn_blocking(move || {
            let mut spout = Spout {
                sender,
                batch: Vec::with_capacity(BATCH),
            };
            let input = BufReader::with_capacity(1 << 16, Counted { file, read });
            let end = rosters::read(input, &options, &mut spout);
            let _ = spout.flush();
            Ok(end)
        });
        Self { batches, end }
    }

    /// Plays back what was read before: whoever plays says at the end what the reader said.
    pub fn played<F>(play: impl FnOnce(mpsc::Sender<Batch>) -> F) -> Self
    where
        F: Future<Output = anyhow::Result<Summary>> + Send + 'static,
    {
        let (sender, batches) = mpsc::channel(WAITING);
        let play = play(sender);
        let end = tokio::spawn(async move { play.await.map(Ok) });
        Self { batches, end }
    }

    /// The next batch; none at the end.
    pub async fn next(&mut self) -> Option<Batch> {
        self.batches.recv().await
    }

    /// What the reader says of the whole.
    pub async fn end(self) -> anyhow::Result<Result<Summary, Refusal>> {
        drop(self.batches);
        self.end.await.context("reading the roster broke off")?
    }
}

/// Hands batches over, and waits while too many are waiting.
struct Spout {
    sender: mpsc::Sender<Batch>,
    batch: Batch,
}

impl Spout {
    fn push(&mut self, item: Item) -> ControlFlow<()> {
        self.batch.push(item);
        if self.batch.len() < BATCH {
            return ControlFlow::Continue(());
        }
        self.flush()
    }

    fn flush(&mut self) -> ControlFlow<()> {
        let batch = std::mem::replace(&mut self.batch, Vec::with_capacity(BATCH));
        match self.sender.blocking_send(batch) {
            Ok(()) => ControlFlow::Continue(()),
            // Nobody listens any more.
            Err(_) => ControlFlow::Break(()),
        }
    }
}

impl Sink for Spout {
    fn record(&mut self, file: &'static str, line: u64, record: Record) -> ControlFlow<()> {
        self.push(Item::Record(Cow::Borrowed(file), line, record))
    }

    fn finding(&mut self, finding: Finding) {
        // That nobody listens any more shows at the next record.
        let _ = self.push(Item::Finding(finding));
    }
}

/// A file that counts what is read of it.
struct Counted {
    file: File,
    read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let amount = self.file.read(into)?;
        self.read.fetch_add(amount as u64, Ordering::Relaxed);
        Ok(amount)
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}
