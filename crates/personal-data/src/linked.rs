//! Whose page a link leads to, by what is said of it and by its path.

use crate::category::Category;
use crate::doc::Gap;
use crate::lexicon;
use crate::net::whose;
use crate::work::Work;

/// Whether it is said to be somebody's own: *haar eigen pagina …*, *mijn blog: …*
pub(crate) fn is_ones_own(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    // *volg @floorenmaja.tv of kijk op …*: beside somebody's account.
    let sentence = doc.at(i).sentence;
    // *… en als het niet opent via …*: or beside a link of theirs.
    let account = post.hits.last().is_some_and(|hit| {
        matches!(hit.category, Category::Handle | Category::Url)
            && doc.at(hit.from).sentence == sentence
    });
    // *kijk op … of dm @joshuaa*
    let after = (i..i + 40).any(|at| {
        doc.at(at).sentence == sentence
            && doc.w(at) == "@"
            && doc.at(at).gap == Gap::Space
            && doc.glued(at + 1)
            && whose(post, at).1 == Some(true)
    });
    if account || after {
        return true;
    }
    let low = i.saturating_sub(6).max(doc.sentence_of(i).from);
    (low + 1..i).any(|at| {
        let page = matches!(
            doc.w(at),
            "pagina"
                | "blog"
                | "vlog"
                | "kanaal"
                | "website"
                | "site"
                | "webwinkel"
                | "page"
                | "channel"
                | "profiel"
                | "werk"
                | "werkjes"
                | "tekeningen"
                | "muziek"
                | "winkel"
                | "podcast"
        );
        let whose = matches!(
            doc.w(at - 1),
            "mijn"
                | "m'n"
                | "me"
                | "haar"
                | "zijn"
                | "eigen"
                | "my"
                | "her"
                | "his"
                | "own"
                | "jouw"
        );
        page && whose
    })
}

/// Whether pictures or a file are said to stand there: *de beelden staan op …*, *zie bijlage …*.
pub(crate) fn shows_people(post: &Work<'_>, i: usize) -> bool {
    let low = i.saturating_sub(20).max(post.doc.sentence_of(i).from);
    (low..i).any(|at| {
        matches!(
            post.doc.w(at),
            "foto"
                | "fotos"
                | "beelden"
                | "beeldmateriaal"
                | "filmpje"
                | "filmpjes"
                | "opname"
                | "opnames"
                | "bijlage"
                | "dossier"
                | "photos"
                | "pictures"
                | "pics"
                | "album"
                | "kiekjes"
                | "footage"
                | "fotoreportage"
                | "fotoalbum"
                | "verslag"
        )
    })
}

/// A part of a path that is somebody's given name.
pub(crate) fn is_somebodys(part: &str) -> bool {
    part.len() > 3
        && lexicon::is_given_name(part)
        && !lexicon::is_dutch(part)
        && !lexicon::ENGLISH.has(part)
}

/// A short part of a path that is a given name of the text: *… dochter Fay … /fay-r2026*
pub(crate) fn is_of_the_text(post: &Work<'_>, part: &str, before: usize) -> bool {
    part.len() == 3
        && lexicon::is_given_name(part)
        && (before.saturating_sub(60)..before)
            .any(|at| post.doc.w(at) == part && post.doc.at(at).is_capital())
}

/// A part of a path that nobody could guess.
pub(crate) fn is_secret(part: &str) -> bool {
    let digits = part.bytes().filter(u8::is_ascii_digit).count();
    let letters = part.bytes().filter(u8::is_ascii_alphabetic).count();
    (digits >= 2 && letters >= 3 && part.len() >= 7) || part.len() >= 20 && digits > 0
}
