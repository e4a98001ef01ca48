//! Streets with a house number.

use crate::category::Category;
use crate::doc::{Gap, Kind};
use crate::lexicon::{self, Cues};
use crate::names::skip_infix;
use crate::work::{Score, Work};

const ENDINGS: [&str; 63] = [
    "straat",
    "straatje",
    "laan",
    "weg",
    "plein",
    "pad",
    "hof",
    "kade",
    "kaai",
    "singel",
    "gracht",
    "dijk",
    "steeg",
    "dreef",
    "plantsoen",
    "ring",
    "wal",
    "markt",
    "akker",
    "horst",
    "zoom",
    "baan",
    "brink",
    "haven",
    "kanaal",
    "vaart",
    "sloot",
    "stede",
    "gaarde",
    "weide",
    "waard",
    "poort",
    "sluis",
    "str",
    "burg",
    "oord",
    "erf",
    "kamp",
    "veld",
    "hoek",
    "park",
    "daal",
    "heuvel",
    "meent",
    "hofke",
    "hoeve",
    "hofje",
    "pleintje",
    "laantje",
    "wijk",
    "stelle",
    "kwartier",
    "terp",
    "leane",
    "strjitte",
    "reed",
    "dyk",
    "stee",
    "wijck",
    "rak",
    "donk",
    "bos",
    "berg",
];
const PREFIXES: [&str; 24] = [
    "burgemeester",
    "burg",
    "prins",
    "prinses",
    "koning",
    "koningin",
    "dokter",
    "dr",
    "professor",
    "prof",
    "pastoor",
    "sint",
    "st",
    "oude",
    "nieuwe",
    "grote",
    "kleine",
    "lange",
    "korte",
    "eerste",
    "tweede",
    "van",
    "jan",
    "meester",
];

/// A street that no ending tells, by what stands around it: *Korenbloem 144, 7207 XK*, *breng het langs op Turfsteker 61*.
fn is_where_one_comes(post: &Work<'_>, last: usize, i: usize) -> bool {
    let doc = &post.doc;
    let letter =
        usize::from(doc.glued(i + 1) && doc.at(i + 1).is_word() && doc.w(i + 1).len() == 1);
    let comma = usize::from(doc.w(i + 1 + letter) == ",");
    let next = i + 1 + letter + comma;
    let postcode = doc.at(next).kind == Kind::Number
        && doc.w(next).len() == 4
        && doc.at(next + 1).is_capital()
        && doc.w(next + 1).len() == 2;
    if postcode {
        return true;
    }
    let word = doc.w(last);
    let thing = Cues::INSIDE
        .union(Cues::NOT_ID)
        .union(Cues::PLACE)
        .union(Cues::ORG)
        .union(Cues::DUTCH)
        .union(Cues::ENGLISH);
    doc.w(last.wrapping_sub(1)) == "op"
        && word.len() >= 4
        && !doc.at(last).has(thing)
        && !lexicon::is_given_name(word)
        && !post.scanner.is_school_word(word)
        && (doc.at(i + 1 + letter).kind != Kind::Word || doc.at(i + 1 + letter).gap == Gap::Line)
        && doc.sentence_of(i).cues.intersects(
            Cues::OWN
                .union(Cues::LIVES)
                .union(Cues::CALL)
                .union(Cues::CONTACT),
        )
}

pub(crate) fn find(post: &mut Work<'_>) {
    for i in 1..post.doc.tokens.len() {
        post.steps += 1;
        if post.doc.at(i).kind == Kind::Number && !post.is_closed(i) && !post.is_closed(i - 1) {
            address(post, i);
        }
    }
}

/// A house number at `i`: is there a street before it?
fn address(post: &mut Work<'_>, i: usize) {
    let doc = &post.doc;
    let number = doc.w(i);
    let mut last = i - 1;
    let cut = |word: &str| {
        word == "nr" || word.ends_with("str") || word.ends_with("wg") || word.ends_with("pln")
    };
    if matches!(doc.w(last), "nr" | "nummer" | "no")
        || doc.w(last) == "." && cut(doc.w(last.wrapping_sub(1)))
    {
        last = last.wrapping_sub(1);
        if doc.w(last) == "nr" {
            last = last.wrapping_sub(1);
        }
    }
    let word = doc.w(last);
    let token = doc.at(last);
    if number.len() > 4
        || number.starts_with('0')
        || !token.is_word()
        || doc.at(i).gap == Gap::Line
        || (doc.glued(i) && doc.w(i - 1) != ".")
        || token.has(Cues::MONTH.union(Cues::DAY).union(Cues::GROUP))
    {
        return;
    }
    let capital = token.is_capital();
    let ending = ENDINGS
        .iter()
        .any(|ending| word == *ending || (word.len() > ending.len() + 1 && word.ends_with(ending)));
    let lives = doc.just_before(last, 9, Cues::LIVES);
    // A second word after the street: Kanaaldijk Zuid.
    let wing = matches!(
        word,
        "zuid" | "noord" | "oost" | "west" | "boven" | "beneden"
    );
    let street = if wing && doc.at(last.wrapping_sub(1)).is_capital() {
        last - 1
    } else {
        last
    };
    let stretched = wing && ENDINGS.iter().any(|ending| doc.w(street).ends_with(ending));
    let laan = capital
        && (1..=5).any(|back| {
            matches!(
                doc.w(last.wrapping_sub(back)),
                "laan" | "plein" | "weg" | "straat"
            ) && doc.at(last.wrapping_sub(back)).is_capital()
                && skip_infix(post, (last - back) + 1) == last
        });
    let mut score = Score::default();
    let strong = [
        "straat",
        "laan",
        "plein",
        "gracht",
        "singel",
        "steeg",
        "dreef",
        "plantsoen",
        "kade",
        "weg",
        "dijk",
        "str",
    ]
    .iter()
    .any(|ending| word.ends_with(ending))
        || stretched
        || laan;
    let alone = ENDINGS.contains(&word);
    if (ending || stretched || laan) && capital && !(alone && token.first && !laan) {
        score.add("street", if strong { 0.85 } else { 0.6 });
    } else if ending && strong && !alone {
        score.add("street-small", 0.62);
    } else if capital
        && lives
        && !token.first
        && word.len() >= 4
        && !lexicon::is_given_name(word)
        && !post.scanner.is_school_word(word)
    {
        score.add("street-unknown", 0.45);
    }
    if score.value <= 0.0 && capital && is_where_one_comes(post, last, i) {
        score.add("street-unknown", 0.55);
    }
    if score.value <= 0.0 {
        return;
    }
    if lives {
        score.add("lives-there", 0.12);
    }
    // The number with what belongs to it: 18a, 7-bis, 4 hs, 12-14.
    let mut end = i + 1;
    let small = |at: usize| {
        doc.at(at).is_word()
            && (doc.w(at).len() == 1
                || matches!(doc.w(at), "bis" | "hs" | "rd" | "ii" | "iii" | "huis"))
    };
    if doc.glued(end) && small(end) {
        end += 1;
    } else if matches!(doc.w(end), "-" | "/")
        && doc.glued(end)
        && doc.glued(end + 1)
        && (small(end + 1) || doc.at(end + 1).kind == Kind::Number)
    {
        end += 2;
    } else if doc.at(end).gap == Gap::Space && matches!(doc.w(end), "hs" | "bis" | "ii" | "iii") {
        end += 1;
    }
    let after = doc.at(end);
    if after.has(Cues::CLOCK.union(Cues::YEARS).union(Cues::MONTH))
        || matches!(
            doc.w(end),
            "euro"
                | "minuten"
                | "km"
                | "meter"
                | "kinderen"
                | "keer"
                | "dagen"
                | "weken"
                | "%"
                | "x"
        )
        || (doc.w(end) == ":" && doc.glued(end) && doc.at(end + 1).kind == Kind::Number)
        || (doc.w(end) == "."
            && doc.glued(end)
            && doc.at(end + 1).kind == Kind::Number
            && doc.glued(end + 1))
    {
        score.add("other-number", -0.6);
    }
    // Words before it that are part of the name: Prins Bernhardstraat, Burgemeester van der Lindenlaan.
    let mut from = street;
    if laan && !ending {
        while from > 0 && !matches!(doc.w(from), "laan" | "plein" | "weg" | "straat") {
            from -= 1;
        }
    }
    for _ in 0..5 {
        let before = from.wrapping_sub(1);
        let dotted = if doc.w(before) == "." {
            before.wrapping_sub(1)
        } else {
            before
        };
        let name = doc.at(dotted);
        let inner = name.has(Cues::INFIX)
            && doc.at(dotted.wrapping_sub(1)).is_capital()
            && PREFIXES.contains(&doc.w(dotted.wrapping_sub(1)));
        if doc.at(from).gap != Gap::Line
            && name.is_word()
            && ((name.is_capital()
                && (PREFIXES.contains(&doc.w(dotted)) || !name.first && !name.has(Cues::DUTCH)))
                || inner)
        {
            from = dotted;
        } else {
            break;
        }
    }
    if score.value >= 0.3 {
        post.hit(from, end, Category::Address, score);
        post.close(from, end);
    }
}
