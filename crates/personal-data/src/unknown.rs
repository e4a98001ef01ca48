//! People who are not in the roster: parents, neighbours, children of another school.

use crate::doc::{Case, Gap, Kind, Marks};
use crate::figures;
use crate::forms::is_street;
use crate::lexicon::{self, Cues};
use crate::met::{introduces, is_met, is_payee, is_signed, serves, signatures, wrote};
use crate::names::{other_surname, skip_infix};
use crate::passing;
use crate::sense::shipped;
use crate::taught::{are_pets, is_taught};
use crate::work::{Score, Work};

pub(crate) fn find(post: &mut Work<'_>) {
    let doc = &mut post.doc;
    for hit in post.hits.iter().filter(|hit| {
        hit.score.value >= 0.5
            || hit
                .score
                .reasons
                .first()
                .is_none_or(|one| one.code != "surname-alone")
    }) {
        doc.mark(hit.from, hit.to, Marks::USED);
    }
    let kept = Marks::CLOSED.union(Marks::PUBLIC).union(Marks::USED);
    let mut i = 0;
    while i < post.doc.tokens.len() {
        post.steps += 1;
        let free = |at: usize| !post.doc.at(at).is_marked(kept) && at < post.doc.tokens.len();
        let token = post.doc.at(i);
        let next = (token.is_word() && free(i)).then(|| at(post, i)).flatten();
        if let Some((end, score)) = next
            && (i..end).all(free)
        {
            post.person(i, end, Vec::new(), false, score);
            i = end;
        } else {
            i += 1;
        }
    }
    signatures(post);
}

/// A name at a token that is nobody's of the roster: its end and how sure.
fn at(post: &Work<'_>, i: usize) -> Option<(usize, Score)> {
    let doc = &post.doc;
    let token = doc.at(i);
    let word = doc.w(i);
    let capital = token.is_capital() && !doc.sentence_of(i).flat;
    // Most words: where no capital tells anything, only a known name or an infix behind a role is somebody's.
    let known = token.is_in(lexicon::GIVEN) && word.len() >= 4;
    let infix = token.is_capital() && token.has(Cues::INFIX);
    if !(capital || known || infix) {
        return None;
    }
    let before = doc.at(i.wrapping_sub(1));
    if matches!(before.word(), "@" | "#" | "/") && doc.glued(i) || word.len() < 2 {
        return None;
    }
    let signs = Cues::DAY
        .union(Cues::MONTH)
        .union(Cues::TITLE)
        .union(Cues::GROUP)
        .union(Cues::DUTCH)
        .union(Cues::ENGLISH)
        .union(Cues::KIN)
        .union(Cues::ROLE)
        .union(Cues::GREET)
        .union(Cues::CONTACT)
        .union(Cues::CALL)
        .union(Cues::PLACE);
    let titled = doc.at(i.wrapping_sub(1)).has(Cues::ROLE) && token.gap == Gap::Space;
    if titled && token.is_capital() && token.has(Cues::INFIX) {
        let last = skip_infix(post, i);
        let named = last > i && doc.at(last).is_capital() && doc.w(last).len() > 2;
        return named.then(|| (last + 1, Score::new("kin-or-role", 0.75)));
    }
    // *Ben Rietveld*: a small word as well, but not before a surname.
    let named = word == "ben"
        && capital
        && token.is_in(lexicon::GIVEN)
        && other_surname(post, i + 1).is_some();
    // *oom Ferry*: a boat elsewhere.
    let kin = before.has(Cues::KIN.union(Cues::ROLE)) && token.gap == Gap::Space;
    let named = named || kin && capital && token.is_in(lexicon::GIVEN);
    if token.has(signs) && !named || post.scanner.is_school_word(word) {
        return None;
    }
    // A sign just before it: mother, agent, call, on behalf of.
    let spaced = token.gap == Gap::Space;
    let colon = doc.w(i.wrapping_sub(1)) == ":" && spaced;
    let sign_at = if colon {
        i.wrapping_sub(2)
    } else {
        i.wrapping_sub(1)
    };
    // *dr. Sluijsmans*, *de gezinsvoogd is Anneloes …*
    let dotted = doc.w(i.wrapping_sub(1)) == "."
        && matches!(
            doc.w(i.wrapping_sub(2)),
            "dr" | "drs" | "ds" | "prof" | "ir" | "ing"
        )
        && !(i..i + 3).any(|at| is_street(post, at))
        || capital
            && matches!(doc.w(i.wrapping_sub(1)), "is" | "wordt" | "heet")
            && doc.at(i.wrapping_sub(2)).has(Cues::ROLE);
    let sign_at = if dotted { i.wrapping_sub(2) } else { sign_at };
    let cue = doc.at(sign_at);
    // *mijn man Wouter Haak*
    let spouse = matches!(
        doc.w(sign_at),
        "man" | "vrouw" | "partner" | "vriend" | "husband" | "wife"
    ) && doc.at(sign_at.wrapping_sub(1)).has(Cues::OWN);
    let mut score = Score::default();
    if (spouse || dotted || cue.has(Cues::KIN) || cue.has(Cues::ROLE)) && (spaced || colon) {
        score.add("kin-or-role", 0.35);
    } else if (cue.has(Cues::PAYEE) || is_payee(post, i)) && spaced {
        score.add("payee", 0.4);
    } else if cue.has(Cues::CONTACT.union(Cues::CALL)) && spaced && capital {
        // *Bel Trijnie, 0595-…*
        let number = i + 1 + usize::from(matches!(doc.w(i + 1), "," | ":" | "op" | "("));
        let reached = doc.w(number).starts_with('0') || doc.w(number) == "+";
        score.add("contact-person", if reached { 0.35 } else { 0.25 });
    } else if before.has(Cues::GREET) && (spaced || before.gap == Gap::Line) || is_signed(post, i) {
        score.add("signature", 0.4);
    } else if capital
        && matches!(
            doc.w(i.wrapping_sub(1)),
            "heet" | "heette" | "genaamd" | "named" | "volgens" | "aldus"
        )
    {
        score.add("is-called", 0.35);
    }
    if capital && score.value == 0.0 && (introduces(post, i) || serves(post, i)) {
        score.add("is-called", 0.35);
    }
    let cued = score.value > 0.0;
    if !capital && !cued {
        // Most words: nothing says that this is somebody.
        return None;
    }
    let given = token.is_in(lexicon::GIVEN);
    // *Jom Kipoer* is a feast, *Crohn* an illness.
    // *the family is Muslim*: a given name elsewhere.
    let said = before.has(Cues::VERB) && matches!(word, "muslim" | "christian" | "islam");
    let sensitive = (!given || said) && shipped().at(doc, i).is_some_and(|(_, sense)| !sense.weak);
    if sensitive {
        return None;
    }
    // *het Lycée Jean Moulin*
    if token.has(Cues::ORG) && !given {
        return None;
    }
    let english = doc.sentence_of(i).english;
    let ordinary = if english {
        token.is_in(lexicon::ENGLISH)
    } else {
        token.is_dutch()
    } || token.is_in(lexicon::TOWNS)
        || token.first && token.is_in(lexicon::ENGLISH);
    // *Geertje* is hardly ever a small goat.
    let ordinary = ordinary && !(given && token.has(Cues::RARELY));
    let proper = token.is_in(lexicon::PROPER) && !given;
    let art = matches!(
        doc.w(sign_at),
        "zanger"
            | "zangeres"
            | "schrijver"
            | "schrijfster"
            | "auteur"
            | "illustrator"
            | "koning"
            | "koningin"
    );
    // *Annie Oosterhuis* is not the Annie of the musical.
    let famous = (!cued || art) && post.is_famous(i);
    if famous && (art || other_surname(post, i + 1).is_none()) {
        return None;
    }
    if !capital {
        // Without a capital only a known name after a sure sign.
        if given && cued && !ordinary && word.len() >= 4 {
            score.add("name-list", 0.25);
            return Some((i + 1, score));
        }
        return None;
    }
    // *het Anne Frankhuis*; *Harmen Buitenhuis* is a man.
    let house = doc.w(i + 1).ends_with("huis") && given && !before.has(Cues::DET);
    if figures::called_after(post, i + 1) && doc.at(i + 1).gap == Gap::Space && !house
        || doc.w(i + 1) == "-" && doc.glued(i + 1) && figures::called_after(post, i + 2)
    {
        return None;
    }
    // Names in a row: Anna Maria, then a surname.
    let mut last = i + 1;
    let linked = |at: usize| {
        doc.w(at) == "-" && doc.glued(at) && doc.at(at + 1).is_capital() && doc.glued(at + 1)
    };
    if linked(last) {
        last += 2;
    }
    while last < i + 6
        && doc.at(last).gap == Gap::Space
        && doc.at(last).is_capital()
        && doc.at(last).is_in(lexicon::GIVEN)
        && !doc.at(last).is_dutch()
        && !doc.at(last).first
    {
        last += 1;
    }
    let mut surname = other_surname(post, last).or_else(|| {
        ((cued || given && !ordinary) && !english)
            .then(|| plain_surname(post, last))
            .flatten()
    });
    if surname.is_none() && last > i + 1 {
        surname = Some(last);
    }
    if let Some(end) = surname {
        let infixed = skip_infix(post, last) > last;
        // *Lex Brandsma*: beside a surname of here no other word is meant.
        let here = doc.at(end - 1).is_surname_here() && doc.at(end - 1).is_capital();
        if given && (here || !(ordinary && token.first && !infixed)) {
            score.add("name-list", 0.45);
            score.add("surname-follows", 0.3);
        } else if infixed && !ordinary {
            score.add("surname-follows", 0.6);
        } else if (cued || !(ordinary || proper)) && !token.first || here && !ordinary {
            score.add("two-capitals", 0.52);
        } else if !ordinary && !proper && !english {
            score.add("two-capitals", 0.5);
        } else if proper && !token.first && is_met(post, i, end) {
            score.add("two-capitals", 0.52);
        }
        if doc.at(end).has(Cues::ORG) && doc.at(end).gap == Gap::Space
            // *Pleegmoeder: Tonny Verkade, 070-…*: whoever a word says that they are is called so.
            || is_street(post, end - 1) && (!cued || doc.at(end).kind == Kind::Number)
            || before.has(Cues::ORG)
            || before.has(Cues::PLACE)
            || wrote(post, i)
        {
            score.add("name-of-something", -0.4);
        }
        // *Woodwalkers van Katja Brandis*: what somebody wrote or made.
        let made = infixed
            && !given
            && doc.w(last) == "van"
            && doc.at(last + 1).is_in(lexicon::GIVEN)
            && doc.at(last + 2).is_capital()
            && doc.at(last + 2).gap == Gap::Space;
        if made || !cued && score.value >= 0.3 && is_taught(post, i) {
            score.add("name-of-something", -0.4);
        }
        if score.value >= 0.3 {
            return Some((end, score));
        }
        return None;
    }
    if !cued && matches!(doc.w(i.wrapping_sub(1)), "heten" | "called" | "ben") {
        score.add("is-called", 0.35);
    }
    // *Dymphy hier, ik pas op*: somebody says who they are.
    if doc.w(i + 1) == "hier" && matches!(doc.w(i + 2), "," | "." | "!") && !ordinary {
        score.add("is-called", 0.35);
    }
    let low = i.saturating_sub(12).max(doc.sentence_of(i).from);
    if doc.w(i.wrapping_sub(1)) == ","
        && matches!(doc.w(i + 1), "!" | "." | "")
        && (low..i).any(|at| doc.at(at).has(Cues::THANKS))
    {
        score.add("spoken-to", 0.35);
    }
    if given && token.case == Case::Upper && !cued {
        return None;
    }
    if given {
        score.add(
            "name-list",
            if ordinary || proper {
                0.2
            } else if token.first {
                0.45
            } else {
                0.5
            },
        );
    } else if ordinary || proper {
        score.add("ordinary-word", if cued && !ordinary { 0.2 } else { -0.1 });
    } else if cued || score.value > 0.0 {
        score.add("no-word", 0.2);
    }
    let mut after = doc.at(i + 1);
    // *Ruud (RV-621-L) neemt …*: what is done behind brackets.
    if after.word() == "("
        && let Some(close) = (i + 2..i + 12).find(|at| doc.w(*at) == ")")
    {
        after = doc.at(close + 1);
    }
    if after.has(Cues::VERB) && after.gap == Gap::Space {
        score.add("does-something", 0.08);
    }
    if doc.w(i + 1) == "'" || doc.w(i + 1) == "’" {
        score.add("possessive", 0.08);
    }
    // *- Sylvia*: a line with nothing but a name.
    let bullet = matches!(doc.w(i.wrapping_sub(1)), "-" | "*" | "•" | "–");
    let opens = token.gap == Gap::Line || bullet && before.gap == Gap::Line;
    if given && !ordinary && opens && doc.at(i + 1).gap == Gap::Line && i + 1 < doc.tokens.len() {
        score.add("list", 0.1);
    }
    // *Wendy en Mo rijden*
    let joins = |at: usize| matches!(doc.w(at), "en" | "and");
    let named = |at: usize| doc.at(at).is_capital() && doc.at(at).is_in(lexicon::GIVEN);
    let beside =
        joins(i + 1) && named(i + 2) || joins(i.wrapping_sub(1)) && named(i.wrapping_sub(2));
    if given && !ordinary && beside {
        score.add("named-with-others", 0.1);
    }
    // *Zusje Saffier (3)*
    if cued && passing::is_aged(post, i + 1) {
        score.add("age-behind", 0.2);
    }
    // *Onze Lotte (4)*
    let ours = given && matches!(doc.w(i.wrapping_sub(1)), "onze" | "ons" | "our");
    if before.has(Cues::DET) && !ours
        || after.has(Cues::ORG) && after.gap == Gap::Space
        || before.has(Cues::PLACE)
        || before.has(Cues::ORG)
    {
        score.add("name-of-something", -0.35);
    }
    if doc.w(i + 1) == "-" && doc.glued(i + 1)
        || (doc.w(i.wrapping_sub(1)) == "-" && doc.glued(i))
        || after.kind == Kind::Number
            && after.gap == Gap::Space
            && doc.w(i + 1).len() < 4
            // *Sander 06 4455 6677*: a number to call.
            && !doc.w(i + 1).starts_with('0')
    {
        score.add("part-of-word", -0.35);
    }
    if matches!(
        doc.w(i.wrapping_sub(1)),
        "in" | "naar" | "uit" | "te" | "vanuit" | "richting"
    ) && token.gap == Gap::Space
    {
        score.add("name-of-something", -0.3);
    }
    if score.value >= 0.4
        && let Some((code, less)) = figures::nobody(post, i, i + 1, ordinary)
    {
        score.add(code, less);
    }
    // *Peter Pan en Wendy*: one of a row of figures.
    let public = |at: usize| post.is_public(at) || post.is_famous(at);
    let joins = |at: usize| matches!(doc.w(at), "," | "en" | "&" | "and" | "of" | "or");
    let beside = i > 1 && joins(i - 1) && public(i - 2) || joins(i + 1) && public(i + 2);
    if score.value >= 0.4 && (!cued && (beside || is_taught(post, i)) || are_pets(post, i)) {
        score.add("name-of-something", -0.3);
    }
    if before.has(Cues::CROWN) && token.gap == Gap::Space {
        score.add("name-of-something", -0.4);
    }
    (score.value >= 0.3).then_some((i + 1, score))
}

/// An ordinary word with a capital right behind a known given name: *Hanneke Blauw*.
fn plain_surname(post: &Work<'_>, at: usize) -> Option<usize> {
    let doc = &post.doc;
    let next = doc.at(at);
    let sign = Cues::DAY
        .union(Cues::MONTH)
        .union(Cues::TITLE)
        .union(Cues::GROUP)
        .union(Cues::ORG)
        .union(Cues::ROLE)
        .union(Cues::KIN)
        .union(Cues::DUTCH)
        .union(Cues::PLACE);
    (next.is_capital()
        && next.gap == Gap::Space
        && !next.first
        && !next.has(sign)
        && doc.w(at).len() > 2
        && !doc.sentence_of(at).flat)
        .then_some(at + 1)
}
