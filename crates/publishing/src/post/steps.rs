//! Who may take which step with a publication. Pure.

use super::model::Stage;

words::keyed! {
    /// A step that a person takes.
    Step {
        /// Change what it is.
        Edit = "wijzig",
        /// Ask for a release.
        Submit = "dien-in",
        /// Release exactly this.
        Approve = "akkoord",
        /// Send it back with a comment.
        Return = "terug",
        /// Wait.
        Hold = "aanhouden",
        /// It will not be published.
        Reject = "afwijzen",
        /// Give it up.
        Drop = "laat-vallen",
    }
}

/// Who takes a step, as it stands to the publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Who {
    /// They wrote it.
    pub author: bool,
    /// They have a role that releases here.
    pub releases: bool,
}

impl Who {
    /// They may do what a publication asks for once it was released: show proof, read reactions, try again, take it down.
    pub const fn acts(self) -> bool {
        self.author || self.releases
    }
}

/// Why a step is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// Nobody releases what they wrote themselves.
    OwnWork,
    /// They have no role that releases here.
    NotTheirs,
    /// Only who wrote it does this.
    NotTheAuthor,
    /// Not at this stage.
    NotNow,
    /// It still has findings that stand in its way.
    NotReady,
    /// It is just going out.
    Sending,
}

impl Refusal {
    /// The key of the sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::OwnWork => "refused-own-work",
            Self::NotTheirs => "refused-not-theirs",
            Self::NotTheAuthor => "refused-not-the-author",
            Self::NotNow => "refused-not-now",
            Self::NotReady => "refused-not-ready",
            Self::Sending => "refused-sending",
        }
    }
}

/// The stage after a step, or why not. `ready` says that nothing stands in its way any more, `sending` that part of it is going
/// out at this moment.
///
/// Every change goes back to a draft: a release holds for the bytes that somebody saw and for no others.
pub const fn step(
    stage: Stage,
    step: Step,
    who: Who,
    ready: bool,
    sending: bool,
) -> Result<Stage, Refusal> {
    use Stage as S;
    match step {
        Step::Edit | Step::Submit | Step::Drop if !who.author => Err(Refusal::NotTheAuthor),
        Step::Edit => match stage {
            S::Rejected | S::Dropped => Err(Refusal::NotNow),
            _ if sending => Err(Refusal::Sending),
            _ => Ok(S::Draft),
        },
        Step::Submit => match stage {
            S::Draft | S::Returned if ready => Ok(S::Submitted),
            S::Draft | S::Returned => Err(Refusal::NotReady),
            _ => Err(Refusal::NotNow),
        },
        Step::Drop => match stage {
            S::Draft | S::Returned | S::Submitted | S::Held => Ok(S::Dropped),
            _ => Err(Refusal::NotNow),
        },
        Step::Approve | Step::Return | Step::Hold | Step::Reject if who.author => {
            Err(Refusal::OwnWork)
        }
        Step::Approve | Step::Return | Step::Hold | Step::Reject if !who.releases => {
            Err(Refusal::NotTheirs)
        }
        Step::Approve => match stage {
            S::Submitted | S::Held if ready => Ok(S::Approved),
            S::Submitted | S::Held => Err(Refusal::NotReady),
            _ => Err(Refusal::NotNow),
        },
        Step::Return => match stage {
            S::Submitted | S::Held => Ok(S::Returned),
            S::Approved if !sending => Ok(S::Returned),
            S::Approved => Err(Refusal::Sending),
            _ => Err(Refusal::NotNow),
        },
        Step::Hold => match stage {
            S::Submitted => Ok(S::Held),
            _ => Err(Refusal::NotNow),
        },
        Step::Reject => match stage {
            S::Submitted | S::Held => Ok(S::Rejected),
            _ => Err(Refusal::NotNow),
        },
    }
}

/// The steps that somebody can take now.
pub fn open(stage: Stage, who: Who, ready: bool, sending: bool) -> Vec<Step> {
    let can = |one: &Step| step(stage, *one, who, ready, sending).is_ok();
    Step::ALL.iter().copied().filter(can).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_releases_what_they_wrote() {
        for stage in Stage::ALL {
            for releases in [false, true] {
                let who = Who {
                    author: true,
                    releases,
                };
                let step = step(*stage, Step::Approve, who, true, false);
                assert_eq!(step, Err(Refusal::OwnWork), "{stage:?}");
            }
        }
    }

    #[test]
    fn every_change_voids_a_release() {
        let author = Who {
            author: true,
            releases: false,
        };
        assert_eq!(
            step(Stage::Approved, Step::Edit, author, true, false),
            Ok(Stage::Draft)
        );
        assert_eq!(
            step(Stage::Approved, Step::Edit, author, true, true),
            Err(Refusal::Sending)
        );
    }

    #[test]
    fn what_is_not_ready_goes_nowhere() {
        let (author, other) = (
            Who {
                author: true,
                releases: false,
            },
            Who {
                author: false,
                releases: true,
            },
        );
        assert_eq!(
            step(Stage::Draft, Step::Submit, author, false, false),
            Err(Refusal::NotReady)
        );
        assert_eq!(
            step(Stage::Submitted, Step::Approve, other, false, false),
            Err(Refusal::NotReady)
        );
        assert_eq!(
            open(Stage::Submitted, other, true, false),
            [Step::Approve, Step::Return, Step::Hold, Step::Reject]
        );
    }
}
