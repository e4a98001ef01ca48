//! A measure held against the law: what it is by law, in which situation, what stands on record about it, and what is missing.
//! What is asked of it stands in [`law::measures`]; here is only what a case knows.

use jiff::Timestamp;
use jiff::civil::Date;
use law::measures::{
    Denomination, Done, Hearing, Kind, Missing, Moment, Party as Whom, Sector, Situation, Stretch,
    Weight, missing,
};
use law::terms::Term;
use uuid::Uuid;

use crate::model::{Event, Opened, Part, Record};

/// What a party is to a measure against `subject`.
pub fn whom(opened: &Opened, subject: Uuid, party: Uuid, staff: bool) -> Option<Whom> {
    if party == subject {
        return Some(if staff { Whom::Staff } else { Whom::Pupil });
    }
    let party = opened.party(party)?;
    let parent = party.part == Part::Guardian && party.parent_of == Some(subject);
    parent.then_some(Whom::Guardians)
}

/// What a measure is about, read from its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// What it is by law.
    pub kind: Kind,
    /// In which situation.
    pub situation: Situation,
    /// Who it is imposed on.
    pub party: Uuid,
}

/// What decides the situation and stands in no record: of the school and of the pupil.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Primary or secondary.
    pub sector: Sector,
    /// Whether the pupil is eighteen or older.
    pub adult: bool,
    /// Whether the Leerplichtwet still asks them to go to school or to qualify: under eighteen.
    pub compulsory: bool,
}

/// The kind of this code.
pub fn kind(code: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|one| one.code() == code)
}

/// What a measure is about; none where the event is none.
pub fn about(event: &Event, facts: Facts) -> Option<About> {
    let Record::Measure {
        party,
        kind: code,
        public,
        from,
        until,
        ..
    } = &event.record
    else {
        return None;
    };
    let kind = kind(code)?;
    let denomination = if *public {
        Denomination::Public
    } else {
        Denomination::Special
    };
    let stretch = match (kind, from, until) {
        (Kind::Suspension, Some(first), Some(last)) => {
            Some(Stretch::new(*first, *last, is_school_day))
        }
        _ => None,
    };
    Some(About {
        kind,
        party: *party,
        situation: Situation {
            adult: facts.adult,
            compulsory: facts.compulsory,
            stretch,
            ..Situation::new(facts.sector, denomination)
        },
    })
}

/// A day on which schools are open, as far as everybody's holidays go.
fn is_school_day(day: Date) -> bool {
    !law::days::is_free(day)
}

/// A step that happened on a day counts from its beginning before a decision, and at its end after one.
fn moment(on: Date, decided: Timestamp, at_end: bool) -> Timestamp {
    let (hour, minute) = if at_end { (23, 59) } else { (0, 0) };
    let wall = on.at(hour, minute, 0, 0);
    shell::clock::from_the_wall(wall).unwrap_or(decided)
}

/// What stands on record about a measure that is decided at this moment. `mandate`: who decides may, by the protocol or by a step on record. The letter
/// that makes it known is written by the same act: it goes to everybody who gets one, with its reasons and the way to object.
pub fn done(
    opened: &Opened,
    measure: &Event,
    about: &About,
    decided: Timestamp,
    mandate: bool,
) -> Done {
    let mut done = Done::on(decided);
    done.mandate = mandate;
    if let Record::Measure {
        article, reason, ..
    } = &measure.record
    {
        done.ground_in_protocol = article.is_some();
        done.reasons = !reason.trim().is_empty();
    }
    done.objection_named = true;
    done.letters = vec![Whom::Pupil, Whom::Guardians, Whom::Staff];
    for event in opened.after(measure.id) {
        if let Record::Legal { step, on, .. } = &event.record {
            note(&mut done, step, *on);
        }
    }
    let staff = about.kind == Kind::StaffSanction;
    for event in &opened.events {
        let Record::Held { with, on, .. } = &event.record else {
            continue;
        };
        done.talk |= with.contains(&about.party);
        let talk = event.about.and_then(|id| opened.event(id));
        let hears =
            talk.is_some_and(|talk| matches!(talk.record, Record::Talk { hearing: true, .. }));
        for party in with.iter().filter(|_| hears) {
            if let Some(who) = whom(opened, about.party, *party, staff) {
                let at = moment(*on, decided, false);
                done.heard.push(Hearing {
                    who,
                    at,
                    came: true,
                });
            }
        }
    }
    done
}

/// Writes a step into what stands on record.
fn note(done: &mut Done, step: &str, on: Date) {
    let before = Some(moment(on, done.decided, false));
    let after = Some(moment(on, done.decided, true));
    match step {
        "voornemen" => done.announced = before,
        "overleg-inspectie" => done.inspectorate_consulted = before,
        "andere-school" => done.other_school = before,
        "bevoegd" => done.mandate = true,
        "grond-cao" => done.ground_in_agreement = true,
        "schoolwerk" => done.schoolwork = true,
        "melding-inspectie" => done.inspectorate_told = after,
        "melding-gemeente" => done.municipality_told = after,
        other => {
            let all = [
                Whom::Pupil,
                Whom::Guardians,
                Whom::GroupTeacher,
                Whom::Staff,
            ];
            let heard = other.strip_prefix("horen-");
            let who = heard.and_then(|code| all.into_iter().find(|one| one.code() == code));
            if let Some(who) = who {
                let at = moment(on, done.decided, false);
                done.heard.push(Hearing {
                    who,
                    at,
                    came: true,
                });
            }
        }
    }
}

/// What is missing, apart.
#[derive(Debug, Clone, Default)]
pub struct Lacks {
    /// It cannot be imposed.
    pub blocks: Vec<Missing>,
    /// Somebody should think twice.
    pub warns: Vec<Missing>,
    /// To be done at once after it.
    pub after: Vec<Missing>,
}

/// What is missing of a measure that would be imposed now.
pub fn lacks(about: &About, done: &Done) -> Lacks {
    let mut lacks = Lacks::default();
    for one in missing(about.kind, &about.situation, done) {
        let list = match (one.condition.moment, one.condition.weight) {
            (Moment::After, _) => &mut lacks.after,
            (_, Weight::Blocks) => &mut lacks.blocks,
            (_, Weight::Warns) => &mut lacks.warns,
        };
        list.push(one);
    }
    lacks
}

/// When a measure was imposed.
pub fn imposed_on(opened: &Opened, measure: Uuid) -> Option<(Date, &Event)> {
    opened.after(measure).find_map(|event| match event.record {
        Record::Imposed { on } => Some((on, event)),
        _ => None,
    })
}

/// Until when somebody may object to a measure that was imposed on this day; none where no law gives an objection. The protocol may still.
pub fn objecting(about: &About, on: Date) -> Option<Term> {
    law::objection::term(about.kind, &about.situation, on)
}

/// Until when an objection that came on this day is answered: by the law, or in four weeks where it says nothing.
pub fn answering(about: &About, on: Date, came: Date) -> Term {
    let term = objecting(about, on);
    let by_law =
        term.and_then(|term| law::objection::answer(about.kind, &about.situation, &term, came));
    by_law.unwrap_or_else(|| law::terms::four_weeks(came, law::Source::practice()))
}
