//! What a channel can, what it is given and what it answers. Pure.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use words::{Channel, Locale, PersonId, SchoolId};

/// The finished post: nothing of it is decided any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// One for each publication and account, and the same at each try: `[a-z0-9-]`, at most 60 signs. It is the slug of a page, the
    /// key of a request, and what a look-up asks for.
    pub key: String,
    /// When it was first tried, the same at each try: where a channel cannot be asked for the key, a post of the same words from
    /// before is another one.
    pub since: Timestamp,
    /// Shown by channels that have a title ([`Abilities::title`]), left out by the others.
    pub title: String,
    /// The text: paragraphs between empty lines, no markup.
    pub text: String,
    /// In which language it is written.
    pub locale: Locale,
    /// The images, in this order.
    pub images: Vec<Image>,
}

/// An image as it is shown: nothing but pixels.
#[derive(Clone, PartialEq, Eq)]
pub struct Image {
    /// Its file name: `[a-z0-9-]`, without ending.
    pub name: String,
    /// The file.
    pub jpeg: Vec<u8>,
    /// What is on it, for who does not see it. Never empty.
    pub alt: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

impl std::fmt::Debug for Image {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Image({} bytes, {}x{})",
            self.jpeg.len(),
            self.width,
            self.height
        )
    }
}

/// Where a post is at the other side.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Remote {
    /// Its identity there.
    pub id: String,
    /// The page that everybody can open, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// What went with it: images, letters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
}

/// What a channel answers. Nothing is done that the other side did not confirm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer<T> {
    /// The other side confirmed.
    Done(T),
    /// It was not done; the same may work later.
    Passing {
        /// Why.
        why: Why,
        /// Not sooner than after this while, if the other side said so.
        after: Option<SignedDuration>,
    },
    /// It was not done and will not be without somebody changing something.
    Refused {
        /// Why.
        why: Why,
    },
    /// It may have been done: the line was cut after the request left. Ask with [`Outlet::look_up`](crate::Outlet::look_up), or
    /// just try again: every channel looks before it makes anything.
    Unknown {
        /// Why.
        why: Why,
    },
}

impl<T> Answer<T> {
    /// The same answer about something else.
    pub fn map<U>(self, with: impl FnOnce(T) -> U) -> Answer<U> {
        match self {
            Self::Done(done) => Answer::Done(with(done)),
            Self::Passing { why, after } => Answer::Passing { why, after },
            Self::Refused { why } => Answer::Refused { why },
            Self::Unknown { why } => Answer::Unknown { why },
        }
    }

    /// Why it was not done, or not surely.
    pub fn why(&self) -> Option<Why> {
        match self {
            Self::Done(_) => None,
            Self::Passing { why, .. } | Self::Refused { why } | Self::Unknown { why } => Some(*why),
        }
    }
}

words::keyed! {
    /// Why a channel did not do something. `why-KEY` in the texts says it with what to do.
    Why {
        /// A person does this ([`Kind::ByHand`]).
        ByHand = "by-hand",
        /// It has no connection, or no such host.
        Unreachable = "unreachable",
        /// It did not answer in time.
        TimedOut = "timed-out",
        /// Its certificate or its encryption is not to be trusted.
        NotSecure = "not-secure",
        /// The address is one that this program never asks: private, or of this machine.
        Address = "address",
        /// It sends visitors on to another address.
        Moved = "moved",
        /// User or password is not right, or no longer.
        Credentials = "credentials",
        /// The user may not do this there.
        Forbidden = "forbidden",
        /// The text is longer than it takes.
        TooLong = "too-long",
        /// The image is larger than it takes.
        TooBig = "too-big",
        /// It does not take this image, or cannot read it.
        Image = "image",
        /// An image without a description.
        NoAlt = "no-alt",
        /// Too much in a short while.
        RateLimited = "rate-limited",
        /// It has a fault of its own.
        ServerError = "server-error",
        /// It answered something that this program does not understand: perhaps it is not what the account says.
        NotUnderstood = "not-understood",
        /// What it took is not what was sent.
        Different = "different",
        /// It is no longer there.
        Gone = "gone",
        /// Somebody took it away there, by hand: it is not put back without being asked.
        RemovedThere = "removed-there",
        /// What was sent cannot be called back: letters, paper.
        CannotBeRecalled = "cannot-be-recalled",
        /// It cannot be changed there.
        CannotBeChanged = "cannot-be-changed",
        /// It is being done, and not all of it was confirmed.
        UnderWay = "under-way",
        /// Nobody is there to send it to.
        Nobody = "nobody",
        /// The account is no longer used.
        Stopped = "stopped",
        /// The account has no password yet.
        NoSecret = "no-secret",
        /// It refused for a reason of its own.
        Refused = "refused",
    }

    /// How a channel is reached.
    Kind {
        /// A website with WordPress 5.6 or newer.
        WordPress = "wordpress",
        /// A server that speaks the API of Mastodon.
        Mastodon = "mastodon",
        /// An account of the AT protocol.
        Bluesky = "bluesky",
        /// Letters by mail to the guardians of a school.
        Newsletter = "nieuwsbrief",
        /// A feed of our own: Atom and JSON Feed.
        Feed = "feed",
        /// A person does it, with what this program prepares, and shows proof.
        ByHand = "met-de-hand",
    }

    /// In what a text is counted.
    Unit {
        /// Characters of Unicode.
        Characters = "tekens",
        /// What people see as one sign.
        Graphemes = "grafemen",
    }

    /// How an account stands.
    State {
        /// In use.
        Used = "aan",
        /// No longer used; what it published can still be corrected and taken down.
        Stopped = "gestopt",
    }
}

/// How long a text may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// At most so many.
    pub most: usize,
    /// Of these.
    pub unit: Unit,
}

/// What a channel can.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an ability of its own"
)]
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Abilities {
    /// A post can be changed where it stands; otherwise a correction is a post of its own.
    pub edit: bool,
    /// A post can be taken away, so that it is gone for everybody.
    pub delete: bool,
    /// Images carry their description.
    pub alt_text: bool,
    /// It can publish by itself at a later moment. This program never lets it: it looks once more at the second itself.
    pub schedule: bool,
    /// It shows a title.
    pub title: bool,
    /// A person does it.
    pub by_hand: bool,
    /// How long a text may be; none: as long as one likes.
    pub text: Option<Limit>,
    /// The least and the most images.
    pub images: (usize, usize),
    /// The largest file of an image, in bytes.
    pub image_bytes: Option<u64>,
    /// The longest description, in characters.
    pub alt: Option<usize>,
    /// The widest that it shows, in pixels: a wider image only costs time.
    pub width: Option<u32>,
    /// The narrowest and the widest shape, width by height.
    pub aspect: Option<(f32, f32)>,
}

/// Something of a post that does not fit a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// The text is longer.
    Text {
        /// So long it is.
        has: usize,
        /// So long it may be.
        most: usize,
    },
    /// Fewer images than it wants.
    TooFewImages {
        /// At least so many.
        least: usize,
    },
    /// More images than it takes.
    TooManyImages {
        /// At most so many.
        most: usize,
    },
    /// This image, from 0, is a larger file.
    Bytes {
        /// Which.
        image: usize,
        /// At most so many bytes.
        most: u64,
    },
    /// This image, from 0, has no description.
    NoAlt {
        /// Which.
        image: usize,
    },
    /// The description of this image, from 0, is longer.
    Alt {
        /// Which.
        image: usize,
        /// At most so many characters.
        most: usize,
    },
    /// This image, from 0, is too tall or too wide in shape.
    Aspect {
        /// Which.
        image: usize,
    },
}

/// An account of a school on a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Identity.
    pub id: Uuid,
    /// Of which school.
    pub school: SchoolId,
    /// Where it shows things: for this consent is asked.
    pub channel: Channel,
    /// How it is reached.
    pub kind: Kind,
    /// What people call it.
    pub name: String,
    /// Where it is: `https://…`; empty where the program itself or a person is the channel.
    pub address: String,
    /// Its user there; empty where it has none.
    pub user: String,
    /// It has a password or token.
    pub has_secret: bool,
    /// Who keeps it.
    pub owner: PersonId,
    /// Whether it is used.
    pub state: State,
    /// How it was when it was looked at last; none: never.
    pub looked: Option<Looked>,
    /// The word in the public addresses of a feed or a letter's page.
    pub token: String,
}

/// How an account was when it was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// When.
    pub at: Timestamp,
    /// Why it does not work; none: it works.
    pub why: Option<Why>,
    /// What else is to be said of it.
    pub remark: Option<Remark>,
}

words::keyed! {
    /// What is to be said of an account that works. `remark-KEY` in the texts says it with what to do.
    Remark {
        /// The user may do more than is needed: a password that is stolen does more harm.
        TooMighty = "too-mighty",
        /// Nobody can be written to.
        Nobody = "nobody",
    }
}

/// An account that works.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Health {
    /// The user as the other side calls it.
    pub user: String,
    /// What is to be said of it.
    pub remark: Option<Remark>,
}

/// Where somebody else named an account, or answered it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Its identity there.
    pub id: String,
    /// Who wrote it, as the other side calls them.
    pub author: String,
    /// What it says, without markup.
    pub text: String,
    /// The page that everybody can open, if there is one.
    pub address: Option<String>,
}

/// What was read back from what everybody can see.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    /// The text is there, whole.
    pub text: bool,
    /// How many of the images are there with their description.
    pub images: usize,
}
