//! Words about health, belief, and delicate situations, when they are about somebody.

use crate::category::Category;
use crate::doc::Gap;
use crate::lexicon::Cues;
use crate::sense::shipped;
use crate::work::{Score, Work};

/// About whom a sentence is, if it is about somebody.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Nobody,
    Kin,
    Somebody,
    Named,
}

pub(crate) fn find(post: &mut Work<'_>) {
    let subjects = subjects(post);
    let lexicon = shipped();
    let own = &post.scanner.sensitive;
    let mut i = 0;
    while i < post.doc.tokens.len() {
        post.steps += 1;
        let token = post.doc.at(i);
        let subject = subjects
            .get(token.sentence)
            .copied()
            .unwrap_or(Subject::Nobody);
        let public = post.is_public(i) && subject != Subject::Named;
        if subject == Subject::Nobody || !token.is_word() || post.is_closed(i) || public {
            i += 1;
            continue;
        }
        let found = own.at(&post.doc, i).or_else(|| lexicon.at(&post.doc, i));
        let Some((end, sense)) = found else {
            i += 1;
            continue;
        };
        // *Diagnose: ADHD*: what is behind it says it.
        let head = post.doc.w(end) == ":"
            && matches!(
                post.doc.w(i),
                "diagnose" | "medicatie" | "allergie" | "allergieen" | "medisch"
            )
            && lexicon.at(&post.doc, end + 1).is_some();
        if head {
            i = end;
            continue;
        }
        // *ziekte van Lyme*, *syndroom van Down*: the name belongs to it.
        let named = post.doc.w(end - 1) == "van" && post.doc.at(end).is_capital();
        let end = if named { end + 1 } else { end };
        let code = match sense.category {
            Category::Health => "health-word",
            Category::Religion => "religion-word",
            _ => "situation-word",
        };
        let mut score = Score::new(code, if sense.weak { 0.15 } else { 0.55 });
        match subject {
            Subject::Named => score.add("about-named", 0.3),
            Subject::Somebody => score.add("about-somebody", 0.15),
            Subject::Kin | Subject::Nobody => score.add("about-kin", 0.1),
        }
        // *vertelde over mishandeling door zijn stiefvader*: his own.
        let own = (end..end + 4).any(|at| {
            matches!(
                post.doc.w(at),
                "zijn" | "haar" | "zn" | "dr" | "his" | "her"
            )
        });
        if is_topic(post, i) && !own || is_anybody(post, i) {
            score.add("is-topic", -0.4);
        }
        if post.doc.at(end).has(Cues::ORG) && sense.category == Category::Religion {
            score.add("name-of-something", -0.3);
        }
        // *diagnose ADHD*: two words for one thing.
        let joins = post.hits.last().is_some_and(|hit| {
            hit.to == i && hit.category == sense.category && hit.score.value >= 0.5
        });
        if joins && score.value >= 0.5 && post.doc.at(i).gap == Gap::Space {
            let to = post.doc.bytes(i, end).1;
            if let Some(hit) = post.hits.last_mut() {
                hit.to = end;
                hit.bytes.1 = to;
            }
        } else if score.value >= 0.3 {
            post.hit(i, end, sense.category, score);
        }
        i = end;
    }
}

/// A talk, a book, a theme *about* it is not somebody who has it.
fn is_topic(post: &Work<'_>, i: usize) -> bool {
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

/// *als je zwanger bent*, *wie koorts heeft*: whom it may concern.
fn is_anybody(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let low = i.saturating_sub(5).max(doc.sentence_of(i).from);
    (low..i).any(|at| {
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
fn is_wish(post: &Work<'_>, sentence: usize) -> bool {
    let Some(sentence) = post.doc.sentences.get(sentence) else {
        return false;
    };
    (sentence.from..sentence.to.min(sentence.from + 60)).any(|at| {
        matches!(post.doc.w(at), "beterschap" | "sterkte" | "gecondoleerd")
            || post.doc.w(at) == "get" && post.doc.w(at + 1) == "well"
    })
}

fn subjects(post: &Work<'_>) -> Vec<Subject> {
    let mut subjects = vec![Subject::Nobody; post.doc.sentences.len()];
    for hit in &post.hits {
        let named = match hit.category {
            Category::PersonRoster | Category::PersonOther => hit.score.value >= 0.5,
            Category::PupilNo => true,
            _ => false,
        };
        if named && let Some(slot) = subjects.get_mut(post.doc.at(hit.from).sentence) {
            *slot = Subject::Named;
        }
    }
    for at in 0..subjects.len() {
        if subjects.get(at) != Some(&Subject::Nobody) {
            continue;
        }
        let Some(sentence) = post.doc.sentences.get(at) else {
            continue;
        };
        let owned = (sentence.from..sentence.to).any(|i| {
            post.doc.at(i).has(Cues::KIN)
                && (post.doc.just_before(i, 2, Cues::OWN)
                    || matches!(
                        post.doc.w(i.wrapping_sub(1)),
                        "haar" | "zijn" | "hun" | "his" | "her" | "trotse"
                    ))
        });
        let before = at
            .checked_sub(1)
            .and_then(|before| subjects.get(before))
            .copied()
            .unwrap_or(Subject::Nobody);
        // *Er volgt aangifte.*: a few words about what was just told.
        let brief = sentence.to - sentence.from <= 6
            && before == Subject::Named
            && post.doc.at(sentence.from).gap != Gap::Line;
        // *Moeder zei dat er huiselijk geweld is*, *Sinds de scheiding is mijn nummer …*: still of whom was named.
        let told = before == Subject::Named;
        let kin = told
            && (sentence.from..sentence.to.min(sentence.from + 4)).any(|i| {
                matches!(
                    post.doc.w(i),
                    "moeder"
                        | "vader"
                        | "ouders"
                        | "oma"
                        | "opa"
                        | "mama"
                        | "papa"
                        | "tante"
                        | "oom"
                )
            });
        let mine = told
            && (sentence.from..sentence.to.min(sentence.from + 12))
                .any(|i| matches!(post.doc.w(i), "mijn" | "mn" | "my"));
        // A line between them that is about neither.
        let twice = at
            .checked_sub(2)
            .and_then(|before| subjects.get(before))
            .is_some_and(|one| matches!(one, Subject::Named))
            && before == Subject::Nobody
            && sentence.to - sentence.from <= 6
            && matches!(post.doc.w(sentence.from), "er" | "dit" | "het" | "mogelijk");
        let of_kin = before == Subject::Kin && sentence.to - sentence.from <= 9;
        let brief = brief || kin && before == Subject::Named || mine && before == Subject::Named;
        let carried = (twice || of_kin && post.doc.at(sentence.from).gap != Gap::Line)
            || matches!(before, Subject::Named | Subject::Somebody)
                && (sentence.cues.intersects(Cues::PRONOUN) || brief || is_wish(post, at - 1));
        let found = if carried {
            Subject::Somebody
        } else if owned {
            Subject::Kin
        } else {
            Subject::Nobody
        };
        if let Some(slot) = subjects.get_mut(at) {
            *slot = found;
        }
    }
    subjects
}
