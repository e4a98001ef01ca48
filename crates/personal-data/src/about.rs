//! About whom each sentence of a text is, also where the name stands in another one.

use crate::category::Category;
use crate::doc::Gap;
use crate::lexicon::Cues;
use crate::topic::{is_to_all, is_wish};
use crate::work::Work;

/// About whom a sentence is, if it is about somebody.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    Nobody,
    Kin,
    Somebody,
    Named,
}

pub(crate) fn subjects(post: &Work<'_>) -> Vec<Subject> {
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
    let first = subjects.iter().position(|one| *one == Subject::Named);
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
        // *bijzonderheden: notenallergie*: a line of somebody's form.
        let form = post.doc.w(sentence.from + 1) == ":"
            && matches!(
                post.doc.w(sentence.from),
                "bijzonderheden"
                    | "bijz"
                    | "allergie"
                    | "allergieen"
                    | "medicatie"
                    | "medicijnen"
                    | "dieet"
                    | "geloof"
                    | "religie"
                    | "thuissituatie"
                    | "gezinssituatie"
            )
            && first.is_some_and(|first| first < at);
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
        let far = if sentence.cues.intersects(Cues::PRONOUN) {
            18
        } else {
            9
        };
        let of_kin = before == Subject::Kin && sentence.to - sentence.from <= far;
        let brief = brief || kin && before == Subject::Named || mine && before == Subject::Named;
        let carried = (form || twice || of_kin && post.doc.at(sentence.from).gap != Gap::Line)
            || matches!(before, Subject::Named | Subject::Somebody)
                && (sentence.cues.intersects(Cues::PRONOUN) || brief || is_wish(post, at - 1));
        let on = matches!(before, Subject::Named | Subject::Somebody) && goes_on(post, at)
            || at + 1 < subjects.len()
                && subjects.get(at + 1) == Some(&Subject::Named)
                && leads_to(post, at);
        let found = if carried || on {
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

/// Whether a sentence goes on about whoever was named in the one before it: *Er loopt een melding.*, *Vader zit vast.*,
/// *Staat onder toezicht.*; and does not turn to everybody.
pub(crate) fn goes_on(post: &Work<'_>, at: usize) -> bool {
    let doc = &post.doc;
    let Some(sentence) = doc.sentences.get(at) else {
        return false;
    };
    let first = doc.w(sentence.from);
    let opens = doc.at(sentence.from).gap != Gap::Line;
    let short = sentence.to - sentence.from <= 9;
    let me = matches!(first, "ik" | "i" | "we" | "wij")
        && matches!(
            doc.w(sentence.from + 1),
            "zit" | "sta" | "ben" | "heb" | "had" | "was" | "m" | "am" | "have" | "zijn"
        );
    (opens || short) && !me && !is_to_all(sentence, doc.at(sentence.from))
}

/// Whether a short sentence leads to the name in the next: *Er is een melding gedaan. Het gaat om Daan.*
pub(crate) fn leads_to(post: &Work<'_>, at: usize) -> bool {
    let doc = &post.doc;
    let (Some(here), Some(next)) = (doc.sentences.get(at), doc.sentences.get(at + 1)) else {
        return false;
    };
    let meant = (next.from..next.to.min(next.from + 5)).any(|i| {
        matches!(
            doc.w(i),
            "gaat"
                | "betreft"
                | "gezin"
                | "leerling"
                | "betrokken"
                | "betrokkene"
                | "about"
                | "namelijk"
                | "naam"
        )
    }) || matches!(doc.w(here.to.wrapping_sub(1)), ":");
    meant && here.to - here.from <= 16 && !is_to_all(here, doc.at(here.from))
}
