//! Accounts on platforms: which are nobody's, and those that are written without their at sign.

use crate::category::Category;
use crate::doc::{Gap, Kind};
use crate::fold::fold;
use crate::lexicon::{self, Cues};
use crate::net::run_end;
use crate::work::{Score, Work};

/// Accounts that are nobody.
const EVERYBODY: [&str; 38] = [
    "schooltv",
    "zapp",
    "npo",
    "npozapp",
    "klokhuis",
    "hetklokhuis",
    "knvb",
    "unicef",
    "unicefnl",
    "ajax",
    "psv",
    "feyenoord",
    "rijksmuseum",
    "naturalis",
    "nemo",
    "kennisnet",
    "youtube",
    "instagram",
    "tiktok",
    "google",
    "iedereen",
    "all",
    "allen",
    "everyone",
    "here",
    "channel",
    "ouders",
    "everybody",
    "team",
    "groep",
    "school",
    "home",
    "work",
    "politie",
    "nos",
    "rivm",
    "jeugdjournaal",
    "allemaal",
];

/// *@juf*, *@ouders*: who is spoken to in a chat, and nobody's account.
const ADDRESSED: Cues = Cues::TITLE
    .union(Cues::KIN)
    .union(Cues::GROUP)
    .union(Cues::TALK)
    .union(Cues::ROLE);

/// Whether an account may be somebody's, by its folded name.
pub(crate) fn is_somebody(name: &str) -> bool {
    name.chars().any(char::is_alphabetic)
        && name.chars().count() >= 3
        && !EVERYBODY.contains(&name)
        && !lexicon::cues(name).intersects(ADDRESSED)
}

/// `mijn snap is liekexx_09`, `insta: noor.el`, `discord wolfje#4471`: an account without its at sign, behind its platform.
pub(crate) fn named_account(post: &mut Work<'_>, i: usize) -> Option<usize> {
    let doc = &post.doc;
    let led = |word: &str| {
        matches!(
            word,
            ":" | "is" | "heet" | "=" | "-" | "naam" | "account" | "me" | "op" | "van" | "mij"
        )
    };
    let from = (i + 1..i + 4).find(|at| !led(doc.w(*at)))?;
    if doc.at(from).gap != Gap::Space || doc.at(from).kind == Kind::Mark && doc.w(from) != "_" {
        return None;
    }
    let end = run_end(post, from, |mark| matches!(mark, "." | "_" | "-" | "#"));
    let name = fold(doc.slice(from, end));
    let odd = name.chars().any(|c| c.is_ascii_digit()) && name.chars().any(char::is_alphabetic)
        || name.contains('_')
        || name.contains('.');
    let top = name.rsplit('.').next().unwrap_or_default();
    if !odd || name.len() < 4 || matches!(top, "nl" | "com" | "be" | "org" | "net" | "example") {
        return None;
    }
    post.hit(from, end, Category::Handle, Score::new("handle-named", 0.8));
    post.close(from, end);
    Some(end)
}
