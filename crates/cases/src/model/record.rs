//! What can happen with a case.

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use words::{Locale, Verdict};

use super::{Restore, Seat, State};

words::keyed! {
    /// What was chosen about the police.
    Choice {
        /// It was reported.
        Reported = "gedaan",
        /// The affected were told how they can report it, or that they alone can.
        Told = "verteld",
        /// It was weighed, and not reported.
        Not = "niet",
    }
    /// How an objection ended.
    Ruling {
        /// The measure stands.
        Stands = "blijft",
        /// It was changed.
        Changed = "gewijzigd",
        /// It was taken back.
        Lifted = "vervalt",
    }
}

/// A file that was taken in, as it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// What it was called.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// Of its bytes (FIPS 180-4), in hexadecimal.
    pub sha256: String,
}

/// What happened. Written once; what follows from it is another one that is about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "soort", rename_all = "kebab-case")]
#[expect(
    missing_docs,
    reason = "the fields of a record are the fields of its form"
)]
pub enum Record {
    /// Somebody noted something.
    Note { text: String },
    /// Evidence was taken in: a file, an address, or what somebody saw.
    Evidence {
        text: String,
        link: Option<String>,
        file: Option<File>,
    },
    /// The school wrote to who signalled, or they to the school.
    Message { text: String, ours: bool },
    /// Something to do.
    Task { text: String },
    /// It was done, or is no longer needed.
    Done { text: String },
    /// Aftercare for somebody: something to do for them.
    Aftercare { party: Uuid, text: String },
    /// A talk is planned; `hearing` if it is to hear somebody before a decision.
    Talk {
        with: Vec<Uuid>,
        hearing: bool,
        on: DateTime,
        place: String,
        article: Option<String>,
    },
    /// It was held: what was said, and whether those who were there agree with that.
    Held {
        with: Vec<Uuid>,
        on: Date,
        text: String,
        agreed: bool,
    },
    /// It did not take place.
    Cancelled { text: String },
    /// Somebody, or a platform, is asked to restore.
    Restore {
        party: Option<Uuid>,
        what: Vec<Restore>,
        link: Option<String>,
        text: String,
        article: Option<String>,
    },
    /// Somebody looked whether it was done.
    Restored {
        what: Restore,
        done: bool,
        text: String,
    },
    /// A measure is prepared: a step of the protocol's ladder, with what it is by law.
    Measure {
        party: Uuid,
        step: String,
        kind: String,
        article: Option<String>,
        reason: String,
        /// At a public school.
        public: bool,
        from: Option<Date>,
        until: Option<Date>,
    },
    /// Something that the law asks for around a measure was done: to whom, and when.
    Legal {
        step: String,
        on: Date,
        to: Vec<Uuid>,
        text: String,
    },
    /// The measure was imposed and made known.
    Imposed { on: Date },
    /// It was not gone on with.
    Dropped { reason: String },
    /// It was decided not to impose a measure.
    NotActing { reason: String },
    /// Somebody objects to a measure.
    Objection {
        party: Option<Uuid>,
        text: String,
        in_time: bool,
    },
    /// Said in an objection: by the school, or by who objects.
    Said { text: String, ours: bool },
    /// The objection was decided, by somebody else than who imposed the measure.
    Ruled { ruling: Ruling, reason: String },
    /// Whether the board is told, and whether it decides.
    Board {
        told: bool,
        decides: bool,
        reason: String,
    },
    /// What was decided about the police. The label of an offence stands here and nowhere else (UAVG art. 32 and 33).
    Police {
        choice: Choice,
        reason: String,
        offence: Option<String>,
        party: Option<Uuid>,
        known_on: Option<Date>,
    },
    /// Whether an account is somebody else's fake.
    Fake {
        party: Uuid,
        proven: bool,
        reason: String,
    },
    /// A letter that left, or was printed; to a party, or where there is none to who signalled.
    Letter {
        subject: String,
        text: String,
        party: Option<Uuid>,
        mailed: bool,
        #[serde(default)]
        language: Option<Locale>,
    },
    /// What the protocol says of what was done, as somebody answered *Mag dit?* about it.
    Judged {
        verdict: Verdict,
        articles: Vec<String>,
        version: String,
        address: String,
    },
    /// Somebody was named by mistake, and is nobody in it from then on.
    Mistaken { party: Uuid, reason: String },
    /// What who signalled was told at the end, or why nothing.
    Answer { text: String, silent: bool },
    /// It went on as something else.
    Turned { to: State, reason: String },
    /// Somebody got a seat, or left it.
    Seated { person: Uuid, seat: Option<Seat> },
    /// Somebody was found to be in it.
    Joined { party: Uuid },
    /// It must stay until then.
    Hold { until: Date, reason: String },
}

impl Record {
    /// Its word in the database and in the names of texts.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Note { .. } => "note",
            Self::Evidence { .. } => "evidence",
            Self::Message { .. } => "message",
            Self::Task { .. } => "task",
            Self::Done { .. } => "done",
            Self::Aftercare { .. } => "aftercare",
            Self::Talk { .. } => "talk",
            Self::Held { .. } => "held",
            Self::Cancelled { .. } => "cancelled",
            Self::Restore { .. } => "restore",
            Self::Restored { .. } => "restored",
            Self::Measure { .. } => "measure",
            Self::Legal { .. } => "legal",
            Self::Imposed { .. } => "imposed",
            Self::Dropped { .. } => "dropped",
            Self::NotActing { .. } => "not-acting",
            Self::Objection { .. } => "objection",
            Self::Said { .. } => "said",
            Self::Ruled { .. } => "ruled",
            Self::Board { .. } => "board",
            Self::Police { .. } => "police",
            Self::Fake { .. } => "fake",
            Self::Letter { .. } => "letter",
            Self::Judged { .. } => "judged",
            Self::Mistaken { .. } => "mistaken",
            Self::Answer { .. } => "answer",
            Self::Turned { .. } => "turned",
            Self::Seated { .. } => "seated",
            Self::Joined { .. } => "joined",
            Self::Hold { .. } => "hold",
        }
    }
}
