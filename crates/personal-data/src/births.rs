//! Whose day of birth a date is, if anybody's.

use crate::ages::{is_age_number, near_turn};
use crate::category::Category;
use crate::dates::Written;
use crate::doc::{Gap, Kind};
use crate::lexicon::Cues;
use crate::rows::{Rows, Whose};
use crate::work::{Score, Work};

/// Whoever was born before this is in a history book.
const HISTORY: u32 = 1_910;
/// From here on most who are spoken of by their day of birth alone are alive.
const ALIVE: u32 = 1_930;
/// How many lines a heading reaches.
const LINES: usize = 60;

/// Says that a date is somebody's day of birth, where enough speaks for it.
pub(crate) fn weigh(
    post: &mut Work<'_>,
    i: usize,
    date: Written,
    (person, kin): (bool, bool),
    rows: &Rows,
) {
    let score = score(post, i, date, (person, kin), rows);
    if score.value >= 0.3 {
        post.hit(i, date.end, Category::Birthdate, score);
        post.close(i, date.end);
    }
}

fn score(
    post: &Work<'_>,
    i: usize,
    date: Written,
    (person, kin): (bool, bool),
    rows: &Rows,
) -> Score {
    let sentence = post.doc.sentence_of(i);
    let me = (sentence.from..sentence.to.min(sentence.from + 40))
        .any(|at| matches!(post.doc.w(at), "ik" | "i" | "mijn" | "my"));
    let told = person || kin || me || sentence.cues.intersects(Cues::PRONOUN);
    let born = is_born(post, i, date);
    let mut score = said(post, i, date, (person, told), born);
    listed(&mut score, post, (i, date), born, rows);
    if told && turns(post, i, date.end) {
        score.add("turns", 0.7);
    }
    beside(&mut score, post, (i, date), person, rows);
    if person && score.value > 0.0 {
        score.add("with-person", 0.2);
    }
    // *Juliana werd geboren op 30 april 1909*
    let known =
        date.full && (sentence.from.max(i.saturating_sub(40))..i).any(|at| post.is_public(at));
    let history = date
        .year
        .is_some_and(|year| year < HISTORY || year < ALIVE && !person);
    if history || known && !person {
        score.add("history", -0.9);
    }
    score
}

/// By the words of its sentence: *geboren op*, *jarig*, *is van*.
fn said(
    post: &Work<'_>,
    i: usize,
    date: Written,
    (person, told): (bool, bool),
    born: bool,
) -> Score {
    let doc = &post.doc;
    let mut score = Score::default();
    if born {
        let right = doc.just_before(i, 5, Cues::BIRTH) && date.full;
        let value = match (right, told) {
            (true, _) => 0.75,
            (false, true) => 0.6,
            (false, false) => 0.25,
        };
        score.add("born", value);
    } else if date.full
        && person
        && doc.sentence_of(i).cues.intersects(Cues::BIRTH)
        && is_of_a_life(post, date)
    {
        // *Geb. datum aanpassen: bij Cornelis staat 10-08-2012, dat moet zijn …*
        score.add("born", 0.5);
    }
    if doc.w(i.wrapping_sub(1)) == "*" {
        score.add("born", 0.4);
    }
    if is_abbreviated(post, i) || is_from(post, i, date, person) {
        score.add("born", 0.6);
    }
    score
}

/// Whether a word of birth stands near, and the date is not that of something else.
fn is_born(post: &Work<'_>, i: usize, date: Written) -> bool {
    let doc = &post.doc;
    // *kinderen geboren tussen 1-10-2021 en …*: nobody in particular.
    let between = (i.saturating_sub(3)..i).any(|at| matches!(doc.w(at), "tussen" | "between"));
    // *per 1 juni: Kacper, geb. …*: when something begins.
    let begins = matches!(
        doc.w(i.wrapping_sub(1)),
        "per" | "vanaf" | "sinds" | "tot" | "ingaande" | "voor"
    ) && !doc.just_before(i, 5, Cues::BIRTH);
    !between && !begins && doc.near(i, date.end, 8, Cues::BIRTH)
}

/// By a list of birthdays or a line of a form.
fn listed(
    score: &mut Score,
    post: &Work<'_>,
    (i, date): (usize, Written),
    born: bool,
    rows: &Rows,
) {
    if is_labelled(post, i, date.end, rows) {
        score.add("born", 0.5);
    }
    let fits = is_of_a_life(post, date) || !date.full;
    if fits
        && !born
        && (is_listed(post, i, rows)
            || is_theirs(post, i, rows)
            || is_listed_first(post, i, date.end, rows))
    {
        score.add("born", 0.5);
    }
    // *zij stond op de kalender met 24 augustus*, behind a sentence about birthdays.
    let sentence = post.doc.sentence_of(i);
    let brief = sentence.to - sentence.from <= 12 && sentence.cues.intersects(Cues::PRONOUN);
    if score.value < 0.3 && !date.full && brief && of_birthdays(post, i) {
        score.add("born", 0.5);
    }
}

/// By whom it stands beside: a name, a number, a row of data. Only a day on which somebody at school can have been born.
fn beside(
    score: &mut Score,
    post: &Work<'_>,
    (i, date): (usize, Written),
    person: bool,
    rows: &Rows,
) {
    if !date.full || !is_of_a_life(post, date) {
        return;
    }
    // Nothing but a name and a date in brackets.
    if person && post.doc.w(i.wrapping_sub(1)) == "(" {
        score.add("date-with-name", 0.55);
    }
    if is_beside(post, i, rows) {
        score.add("date-with-name", 0.5);
    }
    if score.value >= 0.5 {
        return;
    }
    if is_right_behind(post, i, rows) {
        score.add("date-with-name", 0.5);
    } else if in_table(i, rows) {
        score.add("born", 0.6);
    } else if in_row(post, i, date.end, rows) || in_cell(post, (i, date.end), rows) {
        score.add("date-in-row", 0.6);
    }
}

/// Whether somebody who is alive can have been born then: school years and their appointments come later.
fn is_of_a_life(post: &Work<'_>, date: Written) -> bool {
    date.year
        .is_none_or(|year| (ALIVE..=post.newest).contains(&year))
}

/// *Geboren.....: 27-MRT-2016*: a line of a form.
fn is_labelled(post: &Work<'_>, i: usize, end: usize, rows: &Rows) -> bool {
    let line = rows.line(i);
    post.doc.at(line.from).has(Cues::BIRTH)
        && line.to == end
        && !post.doc.just_before(i, 5, Cues::BIRTH)
}

/// *g.o.b. 3-2-2014*, *d.o.b.: …*
fn is_abbreviated(post: &Work<'_>, i: usize) -> bool {
    let w = |back: usize| post.doc.w(i.wrapping_sub(back));
    let form = w(1) == ":" && w(2) == "datum" && w(3) == "-" && w(4) == "gb";
    form || w(1) == "." && w(2) == "b" && w(4) == "o" || w(2) == "." && w(3) == "b" && w(5) == "o"
}

/// *Ravi is van 12 maart 2015*, and *zijn zusje van 4-1-2020* where birthdays are spoken of.
fn is_from(post: &Work<'_>, i: usize, date: Written, person: bool) -> bool {
    let doc = &post.doc;
    let before = i.wrapping_sub(2);
    if !date.full || doc.w(i.wrapping_sub(1)) != "van" {
        return false;
    }
    let said = doc.sentence_of(i).cues.intersects(Cues::BIRTH)
        && (doc.at(before).has(Cues::KIN.union(Cues::CHILD)) || person);
    let child = matches!(doc.w(before), "kind" | "lichting" | "baby");
    said || child || person && matches!(doc.w(before), "is" | "ben" | "was" | "niet")
}

/// Whether birthdays are spoken of in its sentence or in the one before.
pub(crate) fn of_birthdays(post: &Work<'_>, i: usize) -> bool {
    let doc = &post.doc;
    let before = doc.at(i).sentence.checked_sub(1);
    let before = before.and_then(|one| doc.sentences.get(one));
    doc.sentence_of(i).cues.intersects(Cues::BIRTH)
        || before.is_some_and(|one| one.cues.intersects(Cues::BIRTH))
}

/// *Jarig in mei: Daan (3/5), Emma 17/5*: each behind its name.
fn is_listed(post: &Work<'_>, i: usize, rows: &Rows) -> bool {
    let marked = matches!(post.doc.w(i.wrapping_sub(1)), "(" | ":" | "," | "-" | "–");
    of_birthdays(post, i) && (rows.person_ends(i) || marked && rows.person_ends(i - 1))
}

/// *Jarigen in het team: 3 maart juf Dewi en 11 maart meester Rachid*: each before its name.
fn is_listed_first(post: &Work<'_>, i: usize, end: usize, rows: &Rows) -> bool {
    let doc = &post.doc;
    let titled = usize::from(doc.at(end).has(Cues::TITLE));
    let opens = doc.at(i).gap == Gap::Line
        || matches!(
            doc.w(i.wrapping_sub(1)),
            ":" | "," | ";" | "en" | "and" | "-" | "•"
        );
    opens && of_birthdays(post, i) && rows.person_begins(end + titled)
}

/// *verjaardagen, ook die van Summer op 6-5*
fn is_theirs(post: &Work<'_>, i: usize, rows: &Rows) -> bool {
    let doc = &post.doc;
    doc.sentence_of(i).cues.intersects(Cues::BIRTH)
        && matches!(doc.w(i.wrapping_sub(1)), "op" | "on" | "is")
        && rows.theirs(i - 1)
}

/// *8.20 uur*, *11:00*, *groep 3a*, *v2b*: a number that is nobody's age.
fn is_other(post: &Work<'_>, at: usize) -> bool {
    let doc = &post.doc;
    let glued = |mark: usize| matches!(doc.w(mark), "." | ":") && doc.glued(mark);
    doc.at(at + 1).has(Cues::CLOCK)
        || doc.at(at.wrapping_sub(1)).has(Cues::GROUP)
        || doc.glued(at + 1) && doc.at(at + 1).is_word()
        || doc.glued(at) && doc.at(at.wrapping_sub(1)).is_word()
        || glued(at + 1) && doc.at(at + 2).kind == Kind::Number && doc.glued(at + 2)
        || glued(at.wrapping_sub(1)) && doc.glued(at)
}

/// *wordt op 3 maart 9*
fn turns(post: &Work<'_>, i: usize, end: usize) -> bool {
    let doc = &post.doc;
    let sentence = doc.sentence_of(i);
    // *blaast op 11 november 12 kaarsjes uit*
    let candles = (end..end + 4).any(|at| matches!(doc.w(at), "kaarsjes" | "candles"));
    // *1 september word ik 16*
    let mine = doc.w(end) == "word" && doc.w(end + 1) == "ik" && is_age_number(post, end + 2);
    if candles || mine {
        return true;
    }
    sentence.cues.intersects(Cues::TURNS)
        && (sentence.from..sentence.to.min(sentence.from + 200))
            .filter(|at| !is_other(post, *at))
            .any(|at| is_age_number(post, at) && (at < i || at >= end) && near_turn(post, at))
}

/// *Frank Appelman, van 1-9-2008, is nu 18*: a number of theirs names them too.
fn is_beside(post: &Work<'_>, i: usize, rows: &Rows) -> bool {
    let van = usize::from(post.doc.w(i.wrapping_sub(1)) == "van");
    let comma = i.wrapping_sub(1 + van);
    post.doc.w(comma) == "," && rows.whose_ends(comma)
}

/// *Noor Al Jabiri 2-11-2011*, *Wytse Postma moet 14 mei 2011 zijn*: a name, and a day long ago.
fn is_right_behind(post: &Work<'_>, i: usize, rows: &Rows) -> bool {
    let said = matches!(post.doc.w(i.wrapping_sub(1)), "moet" | "is");
    rows.person_ends(i) || said && i > 0 && rows.person_ends(i - 1)
}

/// A row of a table whose heading says so: *naam;groep;geb.datum*, and then one line for each.
fn in_table(i: usize, rows: &Rows) -> bool {
    rows.line(i).whose > Whose::Nobody && rows.before(i, LINES).any(|line| line.birth)
}

/// A line of data about one person: a name or number of theirs, this date, and something else that belongs to them.
fn in_row(post: &Work<'_>, i: usize, end: usize, rows: &Rows) -> bool {
    let doc = &post.doc;
    let here = rows.line(i);
    // One thing on each line: *2418407*, *Bouzidi, Ilyas*, *6.3.13*.
    if here.from == i && here.to == end {
        return rows.around(i, 4).any(|line| line.whose == Whose::Number);
    }
    // *betaald op 23/01/25*: what is done that day.
    let done = doc.at(i.wrapping_sub(1)).is_word() && !rows.person_ends(i);
    let told = done || doc.sentence_of(i).cues.intersects(Cues::VERB);
    // Nothing but a sign between a name and it: *1. Teun Wolters – 5/5/2014*.
    let sign = matches!(doc.w(i.wrapping_sub(1)), "–" | "-" | "|" | ";" | ":" | "—");
    let follows = rows.person_ends(i) || sign && i > 0 && rows.person_ends(i - 1);
    let parted = follows && matches!(doc.w(end), "–" | "-" | "|" | ";" | "—");
    let known = here.whose == Whose::Number || here.reached;
    here.whose > Whose::Nobody && known && (!told || parted) || follows && here.to <= end + 1
}

/// What stands between two cells of one row; a dash or slash with nothing around it is part of what it stands in.
fn parts(post: &Work<'_>, at: usize) -> bool {
    let apart = !post.doc.glued(at) || !post.doc.glued(at + 1);
    match post.doc.w(at) {
        "|" | ";" | "," => true,
        "/" | "–" | "-" | "—" | "•" | "·" => apart,
        _ => false,
    }
}

/// A cell of its own in a row that a name begins, with nothing but a group between: *Fleur Smit | 7a | 12-03-2014 | …*
fn in_cell(post: &Work<'_>, (i, end): (usize, usize), rows: &Rows) -> bool {
    let doc = &post.doc;
    let closed = parts(post, end) || doc.at(end).gap == Gap::Line || end >= doc.tokens.len();
    let sentence = doc.at(end).sentence != doc.at(i).sentence || doc.w(end) == ".";
    if !(closed || sentence) {
        return false;
    }
    let low = rows.line(i).from.max(i.saturating_sub(8));
    let grouped = |at: usize| {
        let part = doc.glued(at) && doc.at(at.wrapping_sub(1)).kind == Kind::Number;
        doc.at(at).has(Cues::GROUP.union(Cues::CLASS)) || doc.at(at).kind == Kind::Number || part
    };
    let mut at = i;
    while at > low {
        if rows.person_ends(at) {
            return parts(post, at);
        }
        at -= 1;
        if !(parts(post, at) || grouped(at)) {
            return false;
        }
    }
    false
}
