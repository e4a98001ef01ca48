//! What can be done in the program, as far as somebody must have the right to it.

/// Something that needs a right. The policy in `policy/access.cedar` says which role has it where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Keep one's own account: ways to sign in, sessions.
    OwnAccount,
    /// Open the file of a person: what is known, and who looked at it.
    LookFile,
    /// See groups and who is in them.
    LookGroups,
    /// Find a person.
    LookPersons,
    /// See who has which role.
    LookRoles,
    /// See what each role may do.
    LookMatrix,
    /// Search the log of decisions.
    LookLog,
    /// See who may be in the picture.
    LookConsent,
    /// Take in photos, say who is on them, and see where they may be shown.
    TakePhotos,
    /// Type in what somebody answered on paper or in a talk.
    TypeConsent,
    /// Say what the school asks consent for, whom it asks, and who is never shown.
    SetConsent,
    /// Add and change persons.
    EditPersons,
    /// Add and change groups.
    EditGroups,
    /// Bring people in from a roster.
    ImportRoster,
    /// Go on to the next school year.
    RollYear,
    /// Make an account for a pupil.
    MakeAccounts,
    /// Give and end roles, name substitutes.
    GiveRoles,
    /// Take the log away as a file.
    ExportLog,
    /// Write what is to be published.
    WritePosts,
    /// Release what somebody else wrote, and see everything that a school publishes.
    ReleasePosts,
    /// Have a text checked for personal data.
    ScanText,
    /// Keep the words that a school's check knows.
    EditWords,
    /// Keep the channels by which a school shows things: its website, accounts, feed and newsletter.
    RunChannels,
    /// Ask in doubt.
    AskAdvice,
    /// Answer whoever asks in doubt, if the protocol of the school names that role.
    AnswerAdvice,
    /// Choose who answers where the protocol names nobody, and in how many days.
    SetAdvice,
    /// Signal that something went wrong.
    Signal,
    /// Handle what was signalled: hear it, lead a case, decide in it.
    HandleCases,
    /// End the sessions of somebody else.
    EndSessions,
    /// Say by which services people sign in.
    SetSignIn,
    /// Change what is known of a school.
    SetSchool,
    /// Change what is known of the board, add a school.
    SetBoard,
    /// Keys and copies of the data.
    ManageKeys,
}

impl Action {
    /// Every action, in the order in which they are listed.
    pub const ALL: [Self; 33] = [
        Self::OwnAccount,
        Self::LookFile,
        Self::LookGroups,
        Self::LookPersons,
        Self::LookRoles,
        Self::LookMatrix,
        Self::LookLog,
        Self::LookConsent,
        Self::TakePhotos,
        Self::TypeConsent,
        Self::SetConsent,
        Self::EditPersons,
        Self::EditGroups,
        Self::ImportRoster,
        Self::RollYear,
        Self::MakeAccounts,
        Self::GiveRoles,
        Self::ExportLog,
        Self::WritePosts,
        Self::ReleasePosts,
        Self::ScanText,
        Self::EditWords,
        Self::RunChannels,
        Self::AskAdvice,
        Self::AnswerAdvice,
        Self::SetAdvice,
        Self::Signal,
        Self::HandleCases,
        Self::EndSessions,
        Self::SetSignIn,
        Self::SetSchool,
        Self::SetBoard,
        Self::ManageKeys,
    ];

    /// The word in the policy, in files and in the names of texts.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::OwnAccount => "own-account",
            Self::LookFile => "look-file",
            Self::LookGroups => "look-groups",
            Self::LookPersons => "look-persons",
            Self::LookRoles => "look-roles",
            Self::LookMatrix => "look-matrix",
            Self::LookLog => "look-log",
            Self::LookConsent => "look-consent",
            Self::TakePhotos => "take-photos",
            Self::TypeConsent => "type-consent",
            Self::SetConsent => "set-consent",
            Self::EditPersons => "edit-persons",
            Self::EditGroups => "edit-groups",
            Self::ImportRoster => "import-roster",
            Self::RollYear => "roll-year",
            Self::MakeAccounts => "make-accounts",
            Self::GiveRoles => "give-roles",
            Self::ExportLog => "export-log",
            Self::WritePosts => "write-posts",
            Self::ReleasePosts => "release-posts",
            Self::ScanText => "scan-text",
            Self::EditWords => "edit-words",
            Self::RunChannels => "run-channels",
            Self::AskAdvice => "ask-advice",
            Self::AnswerAdvice => "answer-advice",
            Self::SetAdvice => "set-advice",
            Self::Signal => "signal",
            Self::HandleCases => "handle-cases",
            Self::EndSessions => "end-sessions",
            Self::SetSignIn => "set-sign-in",
            Self::SetSchool => "set-school",
            Self::SetBoard => "set-board",
            Self::ManageKeys => "manage-keys",
        }
    }
}
