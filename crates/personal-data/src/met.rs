//! What is done with a name shows that it is somebody's: signed, paid, thanked, visited; or that it made a book.

use crate::category::Category;
use crate::doc::{Case, Gap, Kind};
use crate::lexicon::{self, Cues};
use crate::roster::Role;
use crate::signs;
use crate::work::{Hit, Work};

/// *liefs, Annemoon*: the last word after a greeting.
pub(crate) fn is_signed(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let closes = i + 1 >= doc.tokens.len() || doc.at(i + 1).gap == Gap::Line;
    let comma = matches!(doc.w(i.wrapping_sub(1)), "," | "van" | "from");
    // *…, sorry! Meredith*: the last word of all.
    let last = i + 1 >= doc.tokens.len()
        && i > 6
        && doc.at(i).is_capital()
        && matches!(doc.w(i - 1), "!" | "." | "?")
        && doc.at(i).is_in(lexicon::GIVEN);
    let from_van = doc.w(i + 1) == "." && i + 2 >= doc.tokens.len();
    // *Tot zo, Fokko*
    let parting = matches!(doc.w(i.wrapping_sub(3)), "tot")
        && matches!(
            doc.w(i.wrapping_sub(2)),
            "zo" | "dan"
                | "straks"
                | "gauw"
                | "morgen"
                | "snel"
                | "ziens"
                | "later"
                | "maandag"
                | "vanavond"
        );
    let greets = doc.at(i.wrapping_sub(2)).has(Cues::GREET) || parting;
    // *Liefs Bente & Okke*
    let beside = matches!(doc.w(i.wrapping_sub(1)), "&" | "en" | "and")
        && doc.at(i.wrapping_sub(3)).has(Cues::GREET)
        && doc.at(i.wrapping_sub(2)).is_capital();
    // *… geheim kon blijven. Saskia (stagiaire)*, *… staat bij de garage. Khadija, 0655507410*
    let office = doc.w(i + 1) == "("
        && doc.at(i + 2).has(Cues::ROLE.union(Cues::SCHOOL_ROLE))
        && doc.w(i + 3) == ")";
    let opens = doc.at(i).first || signs::is_sign(post, i.wrapping_sub(1));
    let reached = (doc.w(i + 1) == "," || doc.at(i + 1).kind == Kind::Number)
        && opens
        && (i + 1..i + 4).any(|at| doc.at(at).kind == Kind::Number && doc.w(at).starts_with('0'));
    // *… graag weghalen. Tjeerd, Skoalleane 19*
    let lives = doc.at(i).first
        && doc.w(i + 1) == ","
        && post.hits.iter().rev().take(200).any(|hit| {
            hit.category == Category::Address && hit.from == i + 2 && hit.to + 1 >= doc.tokens.len()
        });
    let named = doc.at(i).is_capital() && lexicon::is_given_name(doc.w(i));
    // *… sta klem. Dirk, vader van Jip*
    let parent = doc.w(i + 1) == "," && doc.at(i + 2).has(Cues::KIN) && doc.w(i + 3) == "van";
    // *Het was mooi. Sjaak en Hennie*: two names and nothing else, at the end.
    let joined = |at: usize| matches!(doc.w(at), "en" | "&" | "and");
    let other = |at: usize| doc.at(at).is_capital() && lexicon::is_given_name(doc.w(at));
    let first = joined(i + 1) && i + 3 >= doc.tokens.len() && other(i + 2);
    let second = joined(i.wrapping_sub(1)) && i + 1 >= doc.tokens.len() && other(i.wrapping_sub(2));
    let pair = i > 6 && (first && doc.at(i).first || second && doc.at(i.wrapping_sub(2)).first);
    last || (closes || from_van) && comma && greets
        || beside
        || (office || reached || lives || parent || pair) && named
}

/// *Lampje van Annet Schaap*, where books are spoken of: whoever wrote it.
pub(crate) fn wrote(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let low = doc.sentence_of(i).from.max(i.saturating_sub(12));
    matches!(doc.w(i.wrapping_sub(1)), "van" | "by" | "door")
        && (low..i).any(|at| doc.at(at).has(Cues::WORK))
}

/// Whether something is done with two capitals as one does with a person: *dank aan …*, *door …*, *…, imker*.
pub(crate) fn is_met(post: &Work<'_>, i: usize, end: usize) -> bool {
    let doc = &post.doc;
    let before = doc.w(i.wrapping_sub(1));
    let brought = matches!(before, "bij" | "naar")
        && (i.saturating_sub(6)..i).any(|at| {
            doc.at(at).has(Cues::CONTACT)
                || matches!(
                    doc.w(at),
                    "brengen"
                        | "inleveren"
                        | "afgeven"
                        | "opgeven"
                        | "ophalen"
                        | "terecht"
                        | "aanmelden"
                        | "melden"
                        | "halen"
                )
        });
    // *onder leiding van …*, *getuige was …*, *Foto: …*
    let of = |back: usize| doc.w(i.wrapping_sub(back));
    let named = before == "van"
        && matches!(of(2), "leiding" | "begeleiding" | "hand" | "foto" | "fotos")
        || matches!(before, "was" | "is" | ":")
            && matches!(
                of(2),
                "getuige"
                    | "foto"
                    | "fotos"
                    | "beeld"
                    | "fotograaf"
                    | "fotografie"
                    | "gastvrouw"
                    | "gastheer"
                    | "photo"
            );
    let met = brought || named || matches!(before, "met" | "door" | "namens" | "with" | "by");
    let thanked = before == "aan" && doc.just_before(i, 4, Cues::THANKS);
    let greeted = before == "van" && doc.just_before(i, 3, Cues::GREET);
    let role = doc.w(end) == "," && doc.at(end + 1).has(Cues::ROLE);
    met || thanked || greeted || role
}

/// *t.n.v.*, *op naam van*, *ten name van* before a name.
pub(crate) fn is_payee(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let dotted = doc.w(i.wrapping_sub(1)) == "."
        && doc.w(i.wrapping_sub(2)) == "v"
        && doc.w(i.wrapping_sub(4)) == "n";
    let named = doc.w(i.wrapping_sub(1)) == "van" && doc.w(i.wrapping_sub(2)) == "naam";
    dotted || named
}

/// *ik ben Djoeke*, *mijn naam is …*, *I'm …*: whoever writes says who that is.
pub(crate) fn introduces(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let back = |far: usize| doc.w(i.wrapping_sub(far));
    match back(1) {
        "ben" | "heet" => back(2) == "ik",
        "am" => back(2) == "i",
        "m" => matches!(back(2), "'" | "’") && back(3) == "i",
        "is" => matches!(back(2), "naam" | "name"),
        _ => false,
    }
}

/// *Marjan van de oudercommissie*: somebody by what they do for the school.
pub(crate) fn serves(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    doc.at(i).case != Case::Upper
        && (doc.w(i + 1) == "van" && matches!(doc.w(i + 2), "de" | "het") || doc.w(i + 1) == "vd")
        && matches!(
            doc.w(if doc.w(i + 1) == "vd" { i + 2 } else { i + 3 }),
            "oudercommissie"
                | "ouderraad"
                | "medezeggenschapsraad"
                | "mr"
                | "or"
                | "kantine"
                | "administratie"
                | "overblijf"
                | "tso"
                | "bso"
                | "ouderhulp"
                | "versiergroep"
                | "schoonmaak"
                | "receptie"
                | "bibliotheek"
                | "activiteitencommissie"
        )
}

/// *groetjes Esther* in a parents' chat is a parent, also if a teacher is called Esther.
pub(crate) fn signatures(post: &mut Work<'_>) {
    let signed: Vec<usize> = (0..post.hits.len())
        .filter(|at| post.hits.get(*at).is_some_and(|hit| signs(post, hit)))
        .collect();
    if signed.is_empty() || is_by_a_teacher(post) {
        return;
    }
    for at in signed {
        if let Some(hit) = post.hits.get_mut(at) {
            hit.people.clear();
            hit.category = Category::PersonOther;
            hit.score.add("signature", 0.1);
        }
    }
}

/// Whether a teacher's name stands where a letter ends. A pupil may sign as well; only a teacher's name is mostly a parent's.
fn signs(post: &Work<'_>, hit: &Hit) -> bool {
    if hit.category != Category::PersonRoster || hit.full {
        return false;
    }
    let doc = &post.doc;
    let mut before = hit.from.wrapping_sub(1);
    while doc.at(before).kind == Kind::Mark && hit.from.saturating_sub(before) < 4 {
        before = before.wrapping_sub(1);
    }
    let last = hit.to >= doc.tokens.len()
        || doc.at(hit.to).gap == Gap::Line
        || doc.at(hit.to).kind == Kind::Mark;
    doc.at(before).has(Cues::GREET) && last && !post.has_role(&hit.people, Role::Pupil)
}

/// *Elif komt niet, het gezin is moslim. Groet, Wieke*: about children, and of nobody's own.
fn is_by_a_teacher(post: &Work<'_>) -> bool {
    let own =
        |at: usize| post.doc.at(at).has(Cues::OWN) || matches!(post.doc.w(at), "wij" | "we" | "i");
    let of_pupil =
        |hit: &Hit| hit.category == Category::PupilNo || post.has_role(&hit.people, Role::Pupil);
    post.hits.iter().any(of_pupil) && !(0..post.doc.tokens.len()).any(own)
}
