//! The school year rolls over: shown first, chosen for who is different, then confirmed at once.

use std::fmt::Write as _;

use identity::Action;
use serde_json::json;
use shell::Fault;
use ui::parts::Row;
use ui::{Choice as Option_, Errors};
use words::{GroupId, PersonId};

use super::ask::{Answer, Ask, Reading, Reply};
use crate::SchoolYear;
use crate::model::{Group, Kind, School};
use crate::roll_over::{Choice, Class, Preview, Step, preview};
use crate::store::{self, groups, roll};
use crate::views::roll as view;

/// A school's year with what would happen to it.
struct Rolling {
    school: School,
    ends: SchoolYear,
    groups: Vec<Group>,
    preview: Preview,
    /// Pupils have a place in the new year already.
    begun: bool,
}

/// What would happen to a school. Where nobody rolled the year over in time, it is still last year's that ends.
async fn rolling(ask: &Ask<'_>, reading: &mut Reading, school: School) -> Result<Rolling, Fault> {
    let this = SchoolYear::of(ask.today);
    let late = !roll::has_begun(&mut reading.tx, school.id, this).await?
        && roll::has_begun(&mut reading.tx, school.id, this.before()).await?;
    let ends = if late { this.before() } else { this };
    let mut all = groups::groups(&mut reading.tx, school.id, ends).await?;
    all.retain(|group| group.kind == Kind::Class);
    let classes: Vec<Class> = all
        .iter()
        .map(|group| Class {
            id: group.id,
            name: group.name.clone(),
            levels: group.levels,
        })
        .collect();
    let placed = roll::placed(&mut reading.tx, school.id, ask.today.min(ends.last_day())).await?;
    let choices = roll::choices(&mut reading.tx, school.id, ends.next()).await?;
    let begun = roll::has_begun(&mut reading.tx, school.id, ends.next()).await?;
    Ok(Rolling {
        preview: preview(school.sector, &classes, &placed, &choices),
        groups: all,
        school,
        ends,
        begun,
    })
}

impl Rolling {
    /// What somebody saw: if anything of it changes before they confirm, it is another.
    fn seal(&self) -> String {
        let mut text = format!("{} {}", self.school.id, self.ends);
        for one in &self.preview.moves {
            let _ = write!(
                text,
                "|{} {:?} {:?}",
                one.placed.pupil, one.placed.class, one.step
            );
        }
        // Not a secret: two previews that differ only have to look different.
        shell::origin::form_token(&text)
    }

    fn stop(&self, ask: &Ask<'_>) -> Option<String> {
        let words = ask.words();
        let to = self.ends.next().to_string();
        match self.preview.unclear().count() {
            _ if self.begun => Some(words.f("roll-begun", &[("to", to.into())])),
            _ if self.preview.moves.is_empty() => Some(words.t("roll-nobody").to_owned()),
            0 => None,
            n => Some(words.f("roll-unclear", &[("n", n.into())])),
        }
    }
}

/// The preview.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let school = ask.school_for(Action::RollYear, &reading.schools)?;
    let rolling = rolling(ask, &mut reading, school).await?;
    Ok(Reply::Page(view::page(
        &ask.frame(),
        &shown(ask, &reading, &rolling),
        &Errors::default(),
    )))
}

fn shown(ask: &Ask<'_>, reading: &Reading, rolling: &Rolling) -> view::Preview {
    let words = ask.words();
    let preview = &rolling.preview;
    let row = |key: &str, n: usize| Row {
        key: words.t(key).to_owned(),
        value: n.to_string(),
        change: None,
    };
    let schools = ask.schools_for(Action::RollYear, &reading.schools);
    let tabs = schools.iter().map(|school| {
        (
            format!("/schooljaar?school={}", school.id),
            school.name.clone(),
            school.id == rolling.school.id,
        )
    });
    let moving = preview.moves.len() - preview.leavers().count() - preview.unclear().count();
    view::Preview {
        school: rolling.school.name.clone(),
        school_id: rolling.school.id.to_string(),
        schools: tabs.collect(),
        from: rolling.ends.to_string(),
        to: rolling.ends.next().to_string(),
        rows: vec![
            row("roll-moving", moving),
            row("roll-again", preview.again().count()),
            row("roll-leaving", preview.leavers().count()),
            row("roll-open", preview.unclear().count()),
        ],
        classes: rolling
            .groups
            .iter()
            .map(|group| class_row(ask, preview, group))
            .collect(),
        next: preview
            .classes
            .iter()
            .map(|(class, count)| (class.name.clone(), *count))
            .collect(),
        stop: rolling.stop(ask),
        seal: rolling.seal(),
    }
}

/// A class with where its pupils go: `6a (24), vertrekt (2)`.
fn class_row(ask: &Ask<'_>, preview: &Preview, group: &Group) -> view::Class {
    let words = ask.words();
    let moves = preview
        .moves
        .iter()
        .filter(|one| one.placed.class == group.id);
    let mut targets: Vec<(String, usize)> = Vec::new();
    let (mut pupils, mut unclear) = (0, 0);
    for one in moves {
        pupils += 1;
        let target = match &one.step {
            Step::To { class, .. } => class.clone(),
            Step::Leaves => words.t("roll-leaves").to_owned(),
            Step::Unclear => {
                unclear += 1;
                words.t("roll-choose").to_owned()
            }
        };
        match targets.iter_mut().find(|(name, _)| *name == target) {
            Some((_, count)) => *count += 1,
            None => targets.push((target, 1)),
        }
    }
    let goes: Vec<String> = targets
        .iter()
        .map(|(name, count)| format!("{name} ({count})"))
        .collect();
    view::Class {
        name: group.name.clone(),
        address: format!("/schooljaar/{}", group.id),
        pupils,
        goes: goes.join(", "),
        unclear,
    }
}

/// The class of the address.
async fn one(ask: &Ask<'_>, reading: &mut Reading) -> Result<(Rolling, Group), Fault> {
    let id: GroupId = ask.id(1)?;
    let group = groups::group(&mut reading.tx, id)
        .await?
        .ok_or(Fault::Missing)?;
    ask.must(Action::RollYear, &ask.at(group.school))?;
    let school = reading
        .schools
        .iter()
        .find(|school| school.id == group.school)
        .cloned()
        .ok_or(Fault::Missing)?;
    let rolling = rolling(ask, reading, school).await?;
    if rolling.groups.iter().any(|known| known.id == id) {
        Ok((rolling, group))
    } else {
        Err(Fault::Missing)
    }
}

/// The pupils of a class, with what can be chosen.
pub(super) async fn class(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let (rolling, group) = one(ask, &mut reading).await?;
    let choices = roll::choices(&mut reading.tx, rolling.school.id, rolling.ends.next()).await?;
    let moves = rolling
        .preview
        .moves
        .iter()
        .filter(|one| one.placed.class == group.id);
    let known = reading.names.sorted(moves.map(|one| one.placed.pupil));
    let pupils = known.into_iter().map(|known| view::Pupil {
        id: known.id.to_string(),
        name: known.name.listed(),
        choices: options(ask, &rolling, choices.get(&known.id)),
    });
    let choosing = view::Choosing {
        class: group.name,
        action: format!("/schooljaar/{}", group.id),
        back: format!("/schooljaar?school={}", rolling.school.id),
        to: rolling.ends.next().to_string(),
        pupils: pupils.collect(),
    };
    Ok(Reply::Page(view::class(&ask.frame(), &choosing)))
}

fn options(ask: &Ask<'_>, rolling: &Rolling, chosen: Option<&Choice>) -> Vec<Option_> {
    let words = ask.words();
    let fixed = [
        ("mee", "roll-follows", chosen.is_none()),
        ("blijft", "roll-stays", chosen == Some(&Choice::Stays)),
        ("vertrekt", "roll-leaves", chosen == Some(&Choice::Leaves)),
    ];
    let fixed = fixed.map(|(value, key, now)| Option_::new(value, words.t(key), now));
    let classes = rolling.groups.iter().map(|group| {
        let now = chosen == Some(&Choice::To(group.name.clone()));
        let label = words.f("roll-to", &[("group", group.name.as_str().into())]);
        Option_::new(format!("naar:{}", group.name), label, now)
    });
    fixed.into_iter().chain(classes).collect()
}

/// Keeps what was chosen for the pupils of a class. What is not a pupil of it, or not a choice, changes nothing.
pub(super) async fn choose(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let (rolling, group) = one(ask, &mut reading).await?;
    let before = roll::choices(&mut reading.tx, rolling.school.id, rolling.ends.next()).await?;
    for one in rolling
        .preview
        .moves
        .iter()
        .filter(|one| one.placed.class == group.id)
    {
        let pupil: PersonId = one.placed.pupil;
        let choice = match ask.form.one(&pupil.to_string()) {
            "mee" => None,
            "blijft" => Some(Choice::Stays),
            "vertrekt" => Some(Choice::Leaves),
            other => match other.strip_prefix("naar:") {
                Some(name) if rolling.groups.iter().any(|group| group.name == name) => {
                    Some(Choice::To(name.to_owned()))
                }
                _ => continue,
            },
        };
        if before.get(&pupil) != choice.as_ref() {
            roll::choose(
                &mut reading.tx,
                rolling.school.id,
                rolling.ends.next(),
                pupil,
                choice.as_ref(),
            )
            .await?;
        }
    }
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!(
        "/schooljaar?school={}",
        rolling.school.id
    )))
}

/// Carries out what was shown, if it still is what was shown.
pub(super) async fn confirm(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let school = ask.school_for(Action::RollYear, &reading.schools)?;
    let role = ask.must(Action::RollYear, &ask.at(school.id))?;
    let rolling = rolling(ask, &mut reading, school).await?;
    if rolling.stop(ask).is_some() || ask.form.one("gezien") != rolling.seal() {
        let mut errors = Errors::default();
        errors.add("", ask.words().t("roll-changed"));
        return Ok(Reply::Again(view::page(
            &ask.frame(),
            &shown(ask, &reading, &rolling),
            &errors,
        )));
    }
    let begins = rolling.ends.next();
    let classes: Vec<Group> = rolling
        .groups
        .iter()
        .map(|group| Group {
            id: GroupId(ask.new_id()),
            year: begins,
            ..group.clone()
        })
        .collect();
    let mark = store::mark(&mut reading.tx).await?;
    roll::carry_out(
        &mut reading.tx,
        mark,
        rolling.school.id,
        rolling.ends,
        &rolling.preview,
        &classes,
    )
    .await?;
    let facts = json!({
        "pupils": rolling.preview.moves.len(),
        "again": rolling.preview.again().count(),
        "leave": rolling.preview.leavers().count(),
    });
    let entry = ask
        .entry("year_rolled", "rolled", role)
        .on(format!("{} {begins}", rolling.school.id))
        .from_facts(facts);
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!(
        "/groepen?school={}&jaar={begins}",
        rolling.school.id
    )))
}
