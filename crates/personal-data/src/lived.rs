//! Ages by evidence: a number that somebody *is*, *turns* or *was*, said of anybody whom the post tells of, also some
//! sentences earlier. [`crate::ages`] and [`crate::told`] know frames in which a number can be nothing else; here who is
//! spoken of, how, and what stands behind the number are weighed apart.

use crate::ages::is_age_number;
use crate::agespan::{is_year_old, whole};
use crate::agewords::{
    are_hours, is_children, is_feast, is_filler, is_maker, is_parent, is_whoever,
};
use crate::category::Category;
use crate::doc::{Gap, Kind};
use crate::lexicon::Cues;
use crate::telling::{Telling, is_loose, is_subject, is_subject_before};
use crate::work::Work;

/// At most so many words stand between the verb and the number.
const REACH: usize = 9;

/// The number at `i` as an age: the token after it, and how sure.
pub(crate) fn lived(post: &Work<'_>, i: usize, telling: &Telling) -> Option<(usize, f32)> {
    let doc = &post.doc;
    let sentence = doc.at(i).sentence;
    let children = || {
        let before = sentence
            .checked_sub(1)
            .and_then(|one| doc.sentences.get(one));
        before.is_some_and(|one| {
            (one.from..one.to.min(one.from + 60)).any(|at| is_children(doc.w(at)))
        })
    };
    let me = doc.sentence_of(i).cues.intersects(Cues::OWN)
        || (doc.sentence_of(i).from.max(i.saturating_sub(30))..i).any(|at| doc.w(at) == "i");
    let timed = doc.w(i + 1) == "."
        && doc.glued(i + 1)
        && doc.glued(i + 2)
        && doc.at(i + 2).kind == Kind::Number;
    if !is_age_number(post, i)
        || timed
        || !me && !telling.is_near(sentence) && !children()
        || is_whoever(post, i)
        || are_hours(post, i)
    {
        return None;
    }
    let back = doc.at(i.wrapping_sub(1));
    let numbered = Cues::NOT_ID
        .union(Cues::INSIDE)
        .union(Cues::PLACE)
        .union(Cues::STREET)
        .union(Cues::GROUP);
    let nth = doc.w(i + 1) == "(" && back.has(Cues::KIN.union(Cues::CHILD));
    if nth
        || back.has(numbered) && !back.has(Cues::OWN)
        || back.kind == Kind::Number
        || back.has(Cues::COUNTED)
        || matches!(doc.w(i.wrapping_sub(1)), "€" | "+" | "-" | "/" | ":")
    {
        return None;
    }
    if is_decade(post, i) && (me || telling.is_near(sentence)) {
        return Some((i + 1, 0.6));
    }
    if let Some(end) = is_year_old(post, i) {
        return Some((end, 0.6));
    }
    let end = whole(post, i)?;
    // *Sterre 2 juni (7)*: behind the day of birth.
    let mut born = post.hits.iter().rev().take(20);
    // *(19 mei 2008, 17)*
    let behind = matches!(doc.w(i.wrapping_sub(1)), "(" | ",")
        && doc.w(end) == ")"
        && born.any(|hit| hit.category == Category::Birthdate && hit.to + 1 == i);
    if behind {
        return Some((end, 0.6));
    }
    // *mama van twee* has two children, *moeder van 91* is old.
    let few = doc
        .w(i)
        .parse()
        .map_or(doc.w(i).len() <= 5, |n: u32| n < 12);
    let counted = few && doc.w(i.wrapping_sub(1)) == "van" && is_parent(doc.w(i.wrapping_sub(2)));
    let range =
        (end..end + 5).any(|at| matches!(doc.w(at), "ouder" | "jonger" | "older" | "younger"));
    // *werden 1 en 2*: places in a match.
    let places = doc.w(i).len() == 1
        && doc.w(i) < "4"
        && doc.just_before(i, 4, Cues::BEING)
        && (i.saturating_sub(4)..i).any(|at| doc.w(at) == "werden");
    if places || counted && !doc.at(i + 1).has(Cues::YEARS) || range {
        return None;
    }
    let compound = end > i + 3 && doc.at(i + 1).has(Cues::YEARS);
    let spoken = compound
        || is_paired(post, i, end)
        || is_shouted(post, i, end, telling)
        || is_next(post, i)
        || is_set_off(post, i, end, telling)
        || is_led(post, i, telling)
        || is_turned_round(post, i, end, telling)
        || is_said_of(post, i, telling)
        || ends_clause(doc.w(end)) && is_subject_before(post, i, telling)
        || is_cry(post, i, end, telling);
    spoken.then_some((end, 0.6))
}

fn ends_clause(word: &str) -> bool {
    matches!(
        word,
        "geworden"
            | "was"
            | "is"
            | "ben"
            | "bent"
            | "wordt"
            | "word"
            | "werd"
            | "waren"
            | "worden"
            | "zijn"
            | "wird"
    )
}

/// *ze is alweer 7*, *volgende week wordt onze kleine vijf*, *Oma is vorige maand tachtig geworden*.
fn is_said_of(post: &Work<'_>, i: usize, telling: &Telling) -> bool {
    let doc = &post.doc;
    let from = doc.sentence_of(i).from;
    let (mut at, mut subject) = (i, false);
    let low = i.saturating_sub(REACH).max(from);
    while at > low {
        at -= 1;
        // *zijn* is whose it is as well.
        if doc.at(at).has(Cues::BEING) && !(doc.w(at) == "zijn" && doc.at(at + 1).has(Cues::KIN)) {
            // *werd op 3 maart geboren en is dus …*
            let same = matches!(doc.w(at.wrapping_sub(1)), "en" | "and" | ",")
                && (from.max(at.saturating_sub(30))..at).any(|one| telling.is_name(one));
            return subject || same || is_subject_before(post, at, telling);
        }
        if is_subject(post, at, telling) {
            subject = true;
        } else if !is_loose(post, at) {
            break;
        }
    }
    // *de een is tien, de ander pas zes*
    subject && aged_here(post, i)
}

/// *oma 80!!*, *happy birthday Lieke, 9 already*, *leeftijd 9*: said without a verb.
fn is_shouted(post: &Work<'_>, i: usize, end: usize, telling: &Telling) -> bool {
    let doc = &post.doc;
    let back = i.wrapping_sub(1);
    let kin = doc.at(back).has(Cues::KIN.union(Cues::CHILD)) || telling.is_name(back);
    let cry = matches!(doc.w(end), "!" | "🎂" | "🎉" | "🥳" | "🎈" | "🎁");
    let already = matches!(doc.w(end), "already" | "alweer") && doc.w(back) == ",";
    let age = matches!(doc.w(back), "leeftijd" | "age" | "lft");
    kin && cry && (doc.w(end + 1) == "!" || is_feast(post, i)) || already || age
}

/// *zij acht, hij 6*: a pronoun and a number, and nothing else between marks.
fn is_paired(post: &Work<'_>, i: usize, end: usize) -> bool {
    let doc = &post.doc;
    let who = i.wrapping_sub(1);
    let pronoun = matches!(
        doc.w(who),
        "hij" | "zij" | "ze" | "he" | "she" | "ik" | "i" | "jongste" | "oudste"
    );
    let opens = matches!(
        doc.w(who.wrapping_sub(1)),
        "," | "(" | ";" | "–" | "en" | "and" | "de"
    );
    let shut = doc.at(end).kind != Kind::Word || matches!(doc.w(end), "en" | "and");
    pronoun && opens && shut
}

/// *acht en elf*: the one before it was an age.
fn is_next(post: &Work<'_>, i: usize) -> bool {
    let joins = matches!(
        post.doc.w(i.wrapping_sub(1)),
        "en" | "," | "&" | "and" | "/"
    );
    let mut hits = post.hits.iter().rev().take(20);
    joins && hits.any(|hit| hit.category == Category::Age && hit.to + 1 == i)
}

/// Whether an age was found earlier in the sentence.
fn aged_here(post: &Work<'_>, i: usize) -> bool {
    let sentence = post.doc.at(i).sentence;
    let mut hits = post.hits.iter().rev().take(20);
    hits.any(|hit| hit.category == Category::Age && post.doc.at(hit.from).sentence == sentence)
}

/// *Sofiane (tien)*, *mijn jongste, net vier, is …*, *Daan – bijna 9 – won*: between marks right behind somebody.
fn is_set_off(post: &Work<'_>, i: usize, end: usize, telling: &Telling) -> bool {
    let doc = &post.doc;
    let mut at = i.wrapping_sub(1);
    while is_filler(doc.w(at))
        || matches!(doc.w(at), "allebei" | "beiden" | "beide" | "both" | "samen")
    {
        at = at.wrapping_sub(1);
    }
    // *Onze jongens (van 5 en 8)*
    let of = usize::from(doc.w(at) == "van" && doc.w(at.wrapping_sub(1)) == "(");
    at = at.wrapping_sub(of);
    let bracket = doc.w(at) == "(";
    let apart = matches!(doc.w(at), "," | "–" | "—" | "-" | "|") && !doc.glued(i);
    let shut = match doc.w(end) {
        ")" => bracket,
        "en" | "and" if bracket => true,
        "," | "–" | "—" | "|" | "-" => true,
        // *Carola, 55 en nog steeds de snelste*, *negen en een half* is one number.
        "en" | "and" => {
            apart && (doc.w(i).ends_with("half") || telling.is_name(at.wrapping_sub(1)))
        }
        "." | "!" | "?" | "" => apart && (at + 1 < i || doc.at(i + 1).has(Cues::YEARS)),
        // *Ll: Arash Karimi, veertien*, and the next line
        _ => {
            apart
                && doc.at(end).gap == Gap::Line
                && doc.at(i).is_word()
                && telling.is_name(at.wrapping_sub(1))
        }
    };
    // *Daan, Noor, 12 …*, *Fleur, 5, 7 en 9 mei*: one number by itself.
    let alone = doc.at(end + 1).kind != Kind::Number || bracket;
    // *Lieke logeert, pas negen, bij …*: a word that is said of ages, between two commas.
    let dared = apart && at + 1 < i && matches!(doc.w(end), "," | "–" | "—");
    (bracket || apart)
        && shut
        && alone
        && (dared
            || is_subject(post, at.wrapping_sub(1), telling)
            || doc.sentence_of(i).cues.intersects(Cues::KIN) && is_maker(doc.w(at.wrapping_sub(1))))
}

/// *een uitvinder van negen jaar*, *een held van 8*, beside somebody's name.
fn is_led(post: &Work<'_>, i: usize, telling: &Telling) -> bool {
    let doc = &post.doc;
    let mut of = i.wrapping_sub(1);
    while is_filler(doc.w(of)) {
        of = of.wrapping_sub(1);
    }
    if !matches!(doc.w(of), "van" | "of") {
        return false;
    }
    let sentence = doc.at(i).sentence;
    let about = |at: usize| telling.about.get(at).copied().unwrap_or(false);
    let who = of.wrapping_sub(1);
    let word = doc.w(who);
    let maker = word.len() > 5
        && [
            "ster", "aar", "ares", "ist", "iste", "eur", "oen", "held", "talent", "wonder", "dier",
            "man", "vrouw", "ventje", "heldin",
        ]
        .iter()
        .chain(&[
            "maker",
            "vinder",
            "speler",
            "loper",
            "rijder",
            "zwemmer",
            "danser",
            "schrijver",
            "werper",
            "kijker",
            "lezer",
            "winner",
        ])
        .any(|ending| word.ends_with(ending))
        || matches!(
            word,
            "held"
                | "heldin"
                | "dame"
                | "heer"
                | "man"
                | "vrouw"
                | "talent"
                | "boy"
                | "girl"
                | "hero"
                | "jongens"
                | "meisjes"
                | "meiden"
        );
    (about(sentence) || sentence > 0 && about(sentence - 1))
        && (is_subject(post, who, telling) || maker)
}

/// *11 is hij nu*, *Zeven wordt ze alweer*.
fn is_turned_round(post: &Work<'_>, i: usize, end: usize, telling: &Telling) -> bool {
    let doc = &post.doc;
    let opens = i == doc.sentence_of(i).from
        || matches!(
            doc.w(i.wrapping_sub(1)),
            "," | ":" | "al" | "alweer" | "pas" | "bijna"
        );
    opens
        && doc.at(end).has(Cues::BEING)
        && (end + 1..end + 4).any(|at| is_subject(post, at, telling))
        && doc.w(end + 1) != "het"
}

/// *Alweer 7!*, *Bijna negen jaar, niet te geloven.*, *Wordt morgen 12!*: a cry beside a sentence that tells of whom.
fn is_cry(post: &Work<'_>, i: usize, end: usize, telling: &Telling) -> bool {
    let doc = &post.doc;
    let from = doc.sentence_of(i).from;
    let led = i > from
        && i - from <= 6
        && (from..i)
            .all(|at| is_loose(post, at) || doc.at(at).has(Cues::BEING) || !doc.at(at).is_word())
        && (from..i).any(|at| is_filler(doc.w(at)) || doc.at(at).has(Cues::BEING));
    let years = doc.at(i + 1).has(Cues::YEARS) && i == from;
    // *… is geslaagd! 17 en straks naar Delft*
    let opens = i == from
        && matches!(doc.w(end), "en" | "and" | "," | "!")
        && doc.at(end + 1).kind != Kind::Number
        && !doc.at(end + 1).has(Cues::NUMBER);
    let shut = doc.at(end).kind != Kind::Word
        || doc.at(end).gap == Gap::Line
        || matches!(doc.w(end), "en" | "and" | "maar" | "alweer" | "already");
    let sentence = doc.at(i).sentence;
    let beside = |at: usize| telling.about.get(at).copied().unwrap_or(false);
    let whose = beside(sentence) || sentence > 0 && beside(sentence - 1) || beside(sentence + 1);
    let age = doc.w(i) != "een" && (doc.at(i).kind == Kind::Number || doc.w(i).len() > 3);
    (led || years || opens) && shut && whose && age
}

/// *dik in de zeventig*, *de tachtig gepasseerd*, *tegen de 90*.
fn is_decade(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let ten = matches!(
        doc.w(i),
        "20" | "30"
            | "40"
            | "50"
            | "60"
            | "70"
            | "80"
            | "90"
            | "twintig"
            | "dertig"
            | "veertig"
            | "vijftig"
            | "zestig"
            | "zeventig"
            | "tachtig"
            | "negentig"
    );
    let led = matches!(doc.w(i.wrapping_sub(1)), "de" | "her" | "his" | "my");
    let within = matches!(
        doc.w(i.wrapping_sub(2)),
        "in" | "tegen"
            | "richting"
            | "over"
            | "voorbij"
            | "rond"
            | "ver"
            | "halverwege"
            | "boven"
            | "nears"
    );
    let passed = matches!(
        doc.w(i + 1),
        "gepasseerd"
            | "voorbij"
            | "gehaald"
            | "aangetikt"
            | "geraakt"
            | "bereikt"
            | "plus"
            | "plusser"
    );
    ten && led && (within || passed)
}
