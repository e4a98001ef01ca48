//! Where a sensitive word is about nobody: a lesson, a call, whoever it may concern.

use crate::doc::{Sentence, Token};
use crate::lexicon::Cues;
use crate::work::Work;

/// A talk, a book, a theme *about* it is not somebody who has it.
pub(crate) fn is_topic(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let low = i.saturating_sub(4).max(doc.sentence_of(i).from);
    let about = (low..i).any(|at| {
        matches!(
            doc.w(at),
            "over" | "about" | "tegen" | "rond" | "rondom" | "thema"
        )
    });
    let telling = (i.saturating_sub(9).max(doc.sentence_of(i).from)..i).any(|at| {
        matches!(
            doc.w(at),
            "spreekbeurt"
                | "betoog"
                | "debat"
                | "pleidooi"
                | "column"
                | "lezing"
                | "onderzoek"
                | "profielwerkstuk"
                | "pws"
                | "podcast"
                | "boek"
                | "boekje"
                | "les"
                | "werkstuk"
                | "vertelt"
                | "vertelde"
                | "vertelden"
                | "vertellen"
                | "film"
                | "thema"
                | "presentatie"
                | "presenteerde"
                | "gastles"
                | "voorlichting"
                | "leerden"
                | "leerde"
                | "leren"
                | "verhaal"
                | "gedicht"
                | "poster"
                | "uitleg"
                | "talk"
                | "book"
                | "story"
                | "learned"
                | "actie"
                | "geld"
                | "opgehaald"
                | "sponsorloop"
                | "strijd"
                | "schreef"
                | "quiz"
                | "las"
                | "leest"
                | "speelt"
                | "speelde"
                | "rol"
                | "collecteerde"
        )
    });
    let word = |at: usize| doc.w(at);
    // *haalde 80 euro op voor de voedselbank*
    let raised = (low..i).any(|at| word(at) == "voor")
        && (i.saturating_sub(9).max(doc.sentence_of(i).from)..i).any(|at| {
            matches!(
                word(at),
                "haalde"
                    | "haalden"
                    | "zamelde"
                    | "zamelden"
                    | "zamelt"
                    | "collecteerde"
                    | "collecteerden"
                    | "euro"
                    | "opgehaald"
                    | "ingezameld"
                    | "liep"
                    | "liepen"
                    | "bakte"
                    | "bakten"
                    | "verkocht"
                    | "raised"
            )
        });
    // *interviewden een dominee*, *speelde een dief in de gevangenis*
    let met = (i.saturating_sub(3)..i).any(|at| {
        matches!(
            word(at),
            "interviewde"
                | "interviewden"
                | "interviewt"
                | "interviewen"
                | "ontmoetten"
                | "ontmoette"
        )
    });
    let staged = (i.saturating_sub(6)..i)
        .any(|at| matches!(word(at), "speelde" | "speelt" | "spelen" | "speelden"))
        && (i..i + 7)
            .any(|at| matches!(word(at), "musical" | "toneelstuk" | "voorstelling" | "film"));
    about && telling || raised || met || staged
}

/// *hij wil niet meer samen op de foto*: what is not done together, and *incasso van NL09 …*, who is paid.
pub(crate) fn is_something_done(post: &Work<'_>, end: usize) -> bool {
    let doc = &post.doc;
    match doc.w(end - 1) {
        "samen" => matches!(
            doc.w(end),
            "op" | "in"
                | "met"
                | "naar"
                | "spelen"
                | "fietsen"
                | "zitten"
                | "werken"
                | "lopen"
                | "reizen"
                | "sporten"
        ),
        "incasso" => matches!(doc.w(end), "van" | "op" | "via" | "per"),
        _ => false,
    }
}

/// *als je zwanger bent*, *wie koorts heeft*: whom it may concern.
pub(crate) fn is_anybody(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let sentence = doc.sentence_of(i);
    let low = i.saturating_sub(5).max(sentence.from);
    // *Zijn ouders gescheiden, dan kunnen zij …*: whoever it may be.
    let asked = doc.at(sentence.from).has(Cues::VERB.union(Cues::BEING))
        && (i..sentence.to.min(i + 6)).any(|at| {
            doc.w(at) == ","
                && matches!(
                    doc.w(at + 1),
                    "dan" | "neem" | "laat" | "meld" | "bel" | "mail"
                )
        });
    asked
        || (low..i).any(|at| {
            let you = matches!(
                doc.w(at + 1),
                "je" | "jij" | "u" | "jullie" | "iemand" | "you" | "uw" | "jouw"
            );
            matches!(
                doc.w(at),
                "als" | "wanneer" | "mocht" | "mochten" | "indien" | "if" | "wie"
            ) && you
        })
}

/// Whether somebody is wished well in a sentence: what follows is about the same.
pub(crate) fn is_wish(post: &Work<'_>, sentence: usize) -> bool {
    let Some(sentence) = post.doc.sentences.get(sentence) else {
        return false;
    };
    (sentence.from..sentence.to.min(sentence.from + 60)).any(|at| {
        matches!(post.doc.w(at), "beterschap" | "sterkte" | "gecondoleerd")
            || post.doc.w(at) == "get" && post.doc.w(at + 1) == "well"
    })
}

/// Whether everybody is spoken to or of: a call, a lesson, the school as a whole.
pub(crate) fn is_to_all(sentence: &Sentence, opens: Token<'_>) -> bool {
    sentence.cues.intersects(Cues::TO_ALL) || opens.has(Cues::GROUP)
}
