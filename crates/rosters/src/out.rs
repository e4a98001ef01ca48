//! Where readers put what they read: records, findings, counts. Holds the count of records to its limit.

use std::borrow::Cow;
use std::ops::ControlFlow;

use rustc_hash::FxHashSet;

use crate::{Code, Finding, Kind, Options, Record, Refusal, Sink, Summary};

/// The way out of a reader.
pub(crate) struct Out<'a> {
    sink: &'a mut dyn Sink,
    pub(crate) options: &'a Options,
    /// The file inside the zip that is being read.
    pub(crate) file: &'static str,
    /// Findings are not wanted, since the same place was read before.
    pub(crate) quiet: bool,
    summary: Summary,
    told: FxHashSet<(&'static str, &'static str, Code)>,
}

impl<'a> Out<'a> {
    pub(crate) fn new(sink: &'a mut dyn Sink, options: &'a Options) -> Self {
        Self {
            sink,
            options,
            file: "",
            quiet: false,
            summary: Summary::default(),
            told: FxHashSet::default(),
        }
    }

    /// Hands a record on.
    pub(crate) fn record(&mut self, line: u64, record: Record) -> Result<(), Refusal> {
        self.summary.records += 1;
        if self.summary.records > self.options.limits.records {
            return Err(self.refusal(line, "", Code::TooManyRecords));
        }
        match self.sink.record(self.file, line, record) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(self.refusal(line, "", Code::Stopped)),
        }
    }

    /// The end of the reading.
    pub(crate) fn refusal(&self, line: u64, field: &'static str, code: Code) -> Refusal {
        Refusal::new(self.file, line, field, code)
    }

    pub(crate) fn refused(&mut self, line: u64, field: &'static str, code: Code) {
        self.summary.refused += u64::from(!self.quiet);
        self.say(line, field, Kind::Refused, code);
    }

    pub(crate) fn repaired(&mut self, line: u64, field: &'static str, code: Code) {
        self.summary.repaired += u64::from(!self.quiet);
        self.say(line, field, Kind::Repaired, code);
    }

    pub(crate) fn dropped(&mut self, line: u64, field: &'static str, code: Code) {
        self.summary.dropped += u64::from(!self.quiet);
        self.say(line, field, Kind::Dropped, code);
    }

    pub(crate) fn noted(&mut self, line: u64, field: &'static str, code: Code) {
        self.say(line, field, Kind::Noted, code);
    }

    /// A field that we do not need: said at its first line only, counted each time.
    pub(crate) fn not_needed(&mut self, line: u64, field: &'static str, code: Code) {
        *self.summary.not_needed.entry(field).or_default() += u64::from(!self.quiet);
        if self.told.insert((self.file, field, code)) {
            self.say(line, field, Kind::Dropped, code);
        }
    }

    /// A repair that holds for the whole file: said once.
    pub(crate) fn repaired_once(&mut self, line: u64, field: &'static str, code: Code) {
        if self.told.insert((self.file, field, code)) {
            self.repaired(line, field, code);
        }
    }

    fn say(&mut self, line: u64, field: &'static str, kind: Kind, code: Code) {
        if self.quiet {
            return;
        }
        self.sink.finding(Finding {
            file: Cow::Borrowed(self.file),
            line,
            field: Cow::Borrowed(field),
            kind,
            code,
        });
    }

    pub(crate) fn finish(self) -> Summary {
        self.summary
    }
}
