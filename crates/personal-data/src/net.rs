//! Mail addresses, links and accounts.

use crate::accounts::{is_somebody, named_account};
use crate::category::Category;
use crate::doc::{Gap, Kind};
use crate::fold::fold;
use crate::lexicon::Cues;
use crate::linked::{is_of_the_text, is_ones_own, is_secret, is_somebodys, shows_people};
use crate::work::{Score, Work};

/// Mailboxes of a function, not of a person.
const FUNCTIONS: [&str; 26] = [
    "info",
    "administratie",
    "directie",
    "contact",
    "receptie",
    "secretariaat",
    "post",
    "office",
    "support",
    "helpdesk",
    "klantenservice",
    "redactie",
    "noreply",
    "no-reply",
    "service",
    "algemeen",
    "mr",
    "or",
    "ouderraad",
    "tso",
    "bso",
    "admin",
    "school",
    "aanmelden",
    "inschrijven",
    "team",
];
/// Services on which a link leads to a person, an album or a closed group.
const SHARED: [&str; 46] = [
    "photos.app.goo.gl",
    "photos.google",
    "drive.google",
    "docs.google",
    "forms.gle",
    "goo.gl",
    "chat.whatsapp",
    "wa.me",
    "wetransfer",
    "we.tl",
    "dropbox",
    "1drv.ms",
    "onedrive",
    "icloud",
    "tikkie",
    "facebook",
    "fb.me",
    "instagram",
    "tiktok",
    "youtu",
    "linkedin",
    "zoom.us",
    "meet.google",
    "teams.microsoft",
    "doodle",
    "strava",
    "snapchat",
    "mijnalbum",
    "myalbum",
    "flickr",
    "t.me",
    "discord",
    "sharepoint",
    "betaalverzoek",
    "gofundme",
    "vimeo",
    "datumprikker",
    "padlet",
    "x.com",
    "twitter",
    "pinterest",
    "telegram",
    "signal.group",
    "threads.net",
    "bsky.app",
    "geef.nl",
];
/// Words in a path that say the same.
const PRIVATE: [&str; 22] = [
    "blog", "dossier", "leerling", "pupil", "rapport", "bijlage", "opname", "filmpje", "album",
    "foto", "photo", "share", "gallery", "invite", "user", "profiel", "profile", "klas", "groep",
    "kamp", "gedeeld", "familie",
];

pub(crate) fn find(post: &mut Work<'_>) {
    let mut i = 0;
    while i < post.doc.tokens.len() {
        post.steps += 1;
        let token = post.doc.at(i);
        let next = match (token.kind, token.word()) {
            (Kind::Word, "http" | "https" | "www") => link(post, i, i),
            (Kind::Word, _) if token.has(Cues::PLATFORM) => named_account(post, i),
            (Kind::Mark, "@") => account(post, i),
            (Kind::Mark, ".") if post.doc.glued(i) && post.doc.glued(i + 1) => domain(post, i),
            _ => None,
        };
        // Whatever was made of it: forward, or a text could hold the program forever.
        i = next.unwrap_or(0).max(i + 1);
    }
}

/// The token after a run without spaces that starts at `i`, at most 200 tokens far.
pub(crate) fn run_end(post: &Work<'_>, i: usize, ok: impl Fn(&str) -> bool) -> usize {
    let doc = &post.doc;
    let mut end = i;
    while end < i + 200
        && end < doc.tokens.len()
        && (end == i || doc.at(end).gap == Gap::None)
        && (doc.at(end).kind != Kind::Mark || ok(doc.w(end)))
    {
        end += 1;
    }
    while end > i
        && doc.at(end - 1).kind == Kind::Mark
        && !matches!(doc.w(end - 1), "/" | "_" | "=")
    {
        end -= 1;
    }
    end
}

/// An at sign: a mail address when something is glued before it, else an account.
fn account(post: &mut Work<'_>, i: usize) -> Option<usize> {
    let doc = &post.doc;
    let glued = doc.glued(i)
        && (doc.at(i.wrapping_sub(1)).kind != Kind::Mark
            || matches!(doc.w(i.wrapping_sub(1)), "_" | "-" | "+"));
    if doc.at(i + 1).gap != Gap::None || i + 1 >= doc.tokens.len() {
        return None;
    }
    if glued {
        let mut from = i - 1;
        while from > 0
            && i - from < 60
            && doc.at(from).gap == Gap::None
            && (doc.at(from - 1).kind != Kind::Mark
                || matches!(doc.w(from - 1), "." | "_" | "-" | "+"))
        {
            from -= 1;
        }
        while doc.at(from).kind == Kind::Mark && !matches!(doc.w(from), "_") && from < i {
            from += 1;
        }
        let end = run_end(post, i + 1, |mark| matches!(mark, "." | "-" | "_"));
        let domain = fold(doc.slice(i + 1, end));
        let top = domain.rsplit('.').next().unwrap_or_default();
        if !domain.contains('.')
            || top.len() < 2
            || !top.chars().all(char::is_alphabetic)
            || domain.starts_with('.')
        {
            return None;
        }
        let mailbox = fold(doc.slice(from, i));
        let school = &post.scanner.school;
        let own = school.domains.iter().any(|one| fold(one) == domain);
        let function = school.role_mailboxes.iter().any(|one| fold(one) == mailbox);
        if !(own && (function || FUNCTIONS.contains(&mailbox.as_str()))) {
            let function = function || FUNCTIONS.contains(&mailbox.as_str());
            let score = if function {
                Score::new("mail-function", 0.4)
            } else {
                Score::new("mail", 0.99)
            };
            post.hit(from, end, Category::Email, score);
        }
        post.close(from, end);
        return Some(end);
    }
    let (end, somebody) = whose(post, i);
    if somebody == Some(true) {
        post.hit(i, end, Category::Handle, Score::new("handle", 0.95));
    }
    if somebody.is_some() {
        post.close(i, end);
    }
    (end > i).then_some(end)
}

/// The account behind an at sign at `i`: the token after it, and whether it is somebody else's and not the school's own; none where
/// it is nobody's.
pub(crate) fn whose(post: &Work<'_>, i: usize) -> (usize, Option<bool>) {
    let end = run_end(post, i + 1, |mark| matches!(mark, "." | "_" | "-"));
    let name = fold(post.doc.slice(i + 1, end));
    let mut handles = post.scanner.school.handles.iter();
    let own = handles.any(|one| fold(one).trim_start_matches('@') == name);
    (end, is_somebody(&name).then_some(!own))
}

/// A name with dots that ends in a top-level domain, with a path behind it.
fn domain(post: &mut Work<'_>, dot: usize) -> Option<usize> {
    let doc = &post.doc;
    let mut from = dot - 1;
    // *foto[.nl*: nothing that a link can hold stands before the dot, so no link would reach it.
    if doc.at(from).kind == Kind::Mark {
        return None;
    }
    while from > 0
        && dot - from < 20
        && doc.at(from).gap == Gap::None
        && (doc.at(from - 1).kind != Kind::Mark || matches!(doc.w(from - 1), "." | "-"))
    {
        from -= 1;
    }
    let end = run_end(post, dot + 1, |mark| matches!(mark, "." | "-"));
    let host = fold(doc.slice(from, end));
    let top = host.rsplit('.').next().unwrap_or_default();
    let known = [
        "nl",
        "com",
        "org",
        "net",
        "eu",
        "be",
        "de",
        "example",
        "gl",
        "me",
        "io",
        "app",
        "ly",
        "gov",
        "edu",
        "academy",
        "info",
        "tv",
        "us",
        "ms",
        "online",
        "school",
        "frl",
        "amsterdam",
        "uk",
        "test",
        "co",
        "fr",
    ]
    .contains(&top);
    let two = host.split('.').count() >= 2
        && host.split('.').all(|part| !part.is_empty())
        && host
            .split('.')
            .rev()
            .nth(1)
            .is_some_and(|name| name.len() >= 2 || top.len() <= 2);
    // A sentence without a space after its full stop is no domain.
    let capital = doc.at(end.wrapping_sub(1)).is_capital();
    (known && two && !capital)
        .then(|| link(post, from, from))
        .flatten()
}

fn link(post: &mut Work<'_>, from: usize, i: usize) -> Option<usize> {
    let any = |mark: &str| {
        !matches!(
            mark,
            "\"" | "<" | ">" | "(" | ")" | "[" | "]" | "{" | "}" | "”" | "“" | "«" | "»"
        ) && !mark.is_empty()
    };
    let end = run_end(post, i, any);
    let url = fold(post.doc.slice(from, end));
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
        .unwrap_or(&url);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    if !host.contains('.') || end <= from + 1 {
        return None;
    }
    let bare = host.strip_prefix("www.").unwrap_or(host);
    let own = post
        .scanner
        .school
        .domains
        .iter()
        .any(|one| bare == fold(one) || bare.ends_with(&format!(".{}", fold(one))));
    let mut score = Score::default();
    let shared = host.starts_with("drive.") || SHARED.iter().any(|service| host.contains(service));
    if shared && !path.is_empty() {
        score.add("link-shared", 0.92);
    } else if PRIVATE
        .iter()
        .any(|word| path.contains(word) || bare.contains(word))
        && !path.is_empty()
    {
        score.add("link-private", 0.75);
    } else if path.starts_with('@') || is_ones_own(post, from) {
        // *kijkbuis.example/@amiratekent*, *haar eigen pagina …*
        score.add("link-private", 0.75);
    } else if !path.is_empty() && !own && shows_people(post, from)
        || path
            .split(['/', '?', '=', '&', '-', '_', '.'])
            .any(|part| is_somebodys(part) || is_of_the_text(post, part, from))
    {
        score.add("link-private", 0.65);
    } else if path.split(['/', '?', '=', '&', '-']).any(is_secret) {
        score.add("link-secret", 0.7);
    } else if SHARED.iter().any(|service| host.starts_with(service)) {
        score.add("link-shared", 0.55);
    }
    if own {
        score = Score::default();
    }
    if score.value > 0.0 {
        post.hit(from, end, Category::Url, score);
    }
    post.close(from, end);
    Some(end)
}

/// Marks the school's own telephone numbers, addresses and name.
pub(crate) fn own(post: &mut Work<'_>) {
    for i in 0..post.doc.tokens.len() {
        post.steps += 1;
        if post.is_closed(i) {
            continue;
        }
        if let Some(found) = post.scanner.own.longest(&post.doc, i) {
            post.close(i, found.end);
        }
    }
}
