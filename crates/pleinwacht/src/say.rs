//! What a command says: to standard output what was asked for, to standard error what is wrong.

use std::fmt::Display;
use std::io::{self, BufWriter, Stderr, StdoutLock, Write};
use std::process::ExitCode;
use words::{Locale, Text};

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ending {
    /// It did its work.
    Done,
    /// The answer is a refusal or a failed check.
    Refused,
    /// It could not run; what is wrong was said.
    Failed,
}

/// Both streams, and the language to speak.
pub(crate) struct Say {
    pub(crate) locale: Locale,
    out: BufWriter<StdoutLock<'static>>,
    // Never locked for longer than a line: a server writes its log there, from every thread.
    err: Stderr,
}

impl Say {
    pub(crate) fn new(locale: Locale) -> Self {
        Self {
            locale,
            out: BufWriter::with_capacity(1 << 16, io::stdout().lock()),
            err: io::stderr(),
        }
    }

    /// Writes one line of what was asked for.
    pub(crate) fn line(&mut self, line: impl Display) -> anyhow::Result<()> {
        Ok(writeln!(self.out, "{line}")?)
    }

    /// The stream for what was asked for.
    pub(crate) fn out(&mut self) -> &mut impl Write {
        &mut self.out
    }

    /// Sends on what was written so far.
    pub(crate) fn flush(&mut self) -> anyhow::Result<()> {
        Ok(self.out.flush()?)
    }

    /// Writes one line of what is wrong.
    pub(crate) fn wrong(&mut self, line: impl Display) -> anyhow::Result<()> {
        Ok(writeln!(self.err, "{line}")?)
    }

    /// One of two texts, in the language that is spoken.
    pub(crate) fn pick<'t>(&self, nl: &'t str, en: &'t str) -> &'t str {
        match self.locale {
            Locale::Nl => nl,
            Locale::En => en,
        }
    }

    /// A text in the language that is spoken.
    pub(crate) fn said<'t>(&self, text: &'t Text) -> &'t str {
        text.said(self.locale)
    }

    /// Flushes, says what went wrong, and turns the ending into an exit code.
    pub(crate) fn finish(mut self, result: anyhow::Result<Ending>) -> ExitCode {
        let result = result.and_then(|ending| {
            self.out.flush()?;
            Ok(ending)
        });
        match result {
            Ok(Ending::Done) => ExitCode::SUCCESS,
            Ok(Ending::Refused) => ExitCode::from(1),
            Ok(Ending::Failed) => ExitCode::from(2),
            Err(fault) if is_closed_pipe(&fault) => ExitCode::SUCCESS,
            Err(fault) => {
                drop(writeln!(self.err, "pleinwacht: {fault:#}"));
                ExitCode::from(2)
            }
        }
    }
}

/// `pleinwacht … | head` is no fault.
fn is_closed_pipe(fault: &anyhow::Error) -> bool {
    fault
        .downcast_ref::<io::Error>()
        .is_some_and(|fault| fault.kind() == io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_can_be_written_while_a_command_runs() {
        let say = Say::new(Locale::Nl);
        let (done, heard) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            drop(io::stderr().lock());
            let _ = done.send(());
        });
        let patience = std::time::Duration::from_secs(20);
        assert!(
            heard.recv_timeout(patience).is_ok(),
            "whoever logs waits for ever"
        );
        drop(say);
    }
}
