//! Where a school shows things, and how a post gets there.
//!
//! An [`Account`] is one place of a school on one channel: its website, its account on a network, its feed, its newsletter, or
//! what a person does by hand. `publishing` gives it the finished post ([`Post`]) and gets an [`Answer`]; nothing of a post is
//! decided here.
//!
//! The rules of this word:
//!
//! * *Done* is said only of what the other side confirmed. What was cut off is *unknown*, and is looked up before it is tried again:
//!   one key for each publication and account, so a post is there once.
//! * Every image carries its description to every channel that has a place for it.
//! * A channel is asked at an address of the web, over a line that nobody else reads; never at a private one.
//! * A secret stands sealed, is shown to nobody, and an empty field never replaces it.
//! * What has no interface is done by hand: the program prepares it, a person does it and shows proof.
//! * Where others named an account is read and not marked as seen; what comes of it is not decided here.
//! * Every account has an owner. Who is told of a cause once is not told again each day.
//!
//! ```
//! use channels::model::{Kind, Unit};
//! use channels::rules;
//! use words::Channel;
//! let mastodon = rules::abilities(Kind::Mastodon, Channel::Mastodon);
//! assert!(mastodon.edit && mastodon.delete && !mastodon.title);
//! // A letter that was sent cannot be called back.
//! assert!(!rules::abilities(Kind::Newsletter, Channel::Nieuwsbrief).delete);
//! // A family is one sign to who reads, and seven to who counts characters.
//! assert_eq!(rules::length("👨‍👩‍👧‍👦", Unit::Graphemes), 1);
//! ```

pub mod demo;
mod follows;
pub mod guard;
mod house;
pub mod jobs;
mod letters;
pub mod model;
mod outlet;
mod pages;
mod reading;
pub mod rules;
pub mod stand_in;
pub mod store;
mod views;
mod web;

use words::Locale;

pub use follows::{Merged, Owned};
pub use guard::Reach;
pub use house::Channels;
pub use model::{
    Abilities, Account, Answer, Health, Image, Kind, Mention, Post, Remote, Seen, Why,
};
pub use outlet::Outlet;
pub use pages::{menu, routes};
pub use store::MIGRATIONS;

ui::speaks!();

/// A cause in words, with what to do.
pub fn why_said(why: Why, locale: Locale) -> String {
    texts(locale).t(&format!("why-{}", why.key())).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cause_has_a_sentence() {
        for locale in Locale::ALL {
            for why in Why::ALL {
                assert!(texts(locale).has(&format!("why-{}", why.key())), "{why:?}");
            }
        }
    }
}
