//! What a school's protocol says of handling an incident: which steps it names, who takes them, on which article. Where it is silent, the
//! school's head decides and the page says that the text is silent.

use norms::front::{Front, Handling, Measure, Police, Restoring};
use words::Role;

use crate::model::Restore;

/// The front matter, read for this word.
#[derive(Debug, Clone, Copy)]
pub struct Script<'a> {
    front: Option<&'a Front>,
}

/// Who always hears a signal: it must reach somebody, also where the text names nobody.
const HEARS: [Role; 3] = [Role::Teamleider, Role::Directeur, Role::Antipest];

/// Whom a protocol means by a function.
pub fn roles(function: &str) -> &'static [Role] {
    match function {
        "mentor" => &[Role::Mentor],
        "leraar" => &[Role::Leraar, Role::Mentor],
        "pr" => &[Role::Pr],
        "anti-pestcoordinator" => &[Role::Antipest],
        "bestuur" => &[Role::Bestuur],
        "teamleider" | "leidinggevende" => &[Role::Teamleider],
        "team" => &[Role::Mentor, Role::Teamleider, Role::Antipest],
        "directeur" | "schoolleiding" | "school" => &[Role::Directeur],
        _ => &[],
    }
}

impl<'a> Script<'a> {
    /// That of a school's protocol, if it has one.
    pub fn of(front: Option<&'a Front>) -> Self {
        Self { front }
    }

    /// Who takes a step, first those who begin; nobody where the text does not name it.
    pub fn who(&self, step: Handling) -> Vec<Role> {
        let named = self.front.and_then(|front| front.handling(step));
        let functions = named.into_iter().flat_map(|one| &one.wie);
        let mut all = Vec::new();
        for role in functions.flat_map(|one| roles(one.as_ref())) {
            if !all.contains(role) {
                all.push(*role);
            }
        }
        all
    }

    /// The article that names a step.
    pub fn article(&self, step: Handling) -> Option<&'a str> {
        let named = self.front?.handling(step)?;
        Some(named.artikel.as_ref())
    }

    /// Who hears signals: whom the text names, and whoever leads.
    pub fn hears(&self) -> Vec<Role> {
        let mut all = self.who(Handling::Signaal);
        all.extend(self.who(Handling::Ontsporing));
        all.extend(HEARS);
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Who is told at once when something threatens to derail: the manager, where the text says nothing else.
    pub fn at_once(&self) -> Vec<Role> {
        let named = self.who(Handling::Ontsporing);
        if named.is_empty() {
            vec![Role::Teamleider, Role::Directeur]
        } else {
            named
        }
    }

    /// Whom a new signal is told: whom the text names, or whoever leads.
    pub fn told(&self) -> Vec<Role> {
        let named = self.who(Handling::Signaal);
        if named.is_empty() {
            HEARS.to_vec()
        } else {
            named
        }
    }

    /// What is asked to restore, as the text says it; everything where it does not say.
    pub fn restores(&self) -> Vec<Restore> {
        let named = self
            .front
            .and_then(|front| front.handling(Handling::Herstel));
        let what = named.map_or(&[][..], |one| &one.wat);
        if what.is_empty() {
            return Restore::ALL.to_vec();
        }
        let read = what.iter().map(|one| match one {
            Restoring::Verwijderen => Restore::Remove,
            Restoring::Corrigeren => Restore::Correct,
            Restoring::Excuses => Restore::Apologise,
        });
        read.collect()
    }

    /// The ladders for somebody of whom protocols say this role.
    pub fn ladders(&self, role: &str) -> Vec<&'a Measure> {
        let all = self.front.map_or(&[][..], |front| &front.maatregel);
        let is_for = |one: &&Measure| {
            one.voor.is_empty() || one.voor.iter().any(|named| named.as_ref() == role)
        };
        all.iter().filter(is_for).collect()
    }

    /// What the text says of the police.
    pub fn police(&self) -> Option<&'a Police> {
        self.front?.politie.first()
    }

    /// The system in which correspondence is filed, with the article that says so.
    pub fn dossier(&self) -> Option<(&'a str, &'a str)> {
        let dossier = self.front?.dossier.as_ref()?;
        Some((&dossier.systeem, dossier.artikel.as_ref()))
    }

    /// It is for the head to decide whether the board is told.
    pub fn asks_board(&self) -> bool {
        self.article(Handling::Bestuur).is_some()
    }
}

#[cfg(test)]
mod tests {
    use norms::front::Stance;

    use super::*;

    fn script(name: &str) -> Script<'static> {
        Script::of(norms::shipped::protocol(name).map(|one| &one.document.front))
    }

    #[test]
    fn each_protocol_has_a_script_of_its_own() {
        let [spoenk, pcc, flex, verkruisen, demare] =
            ["spoenk", "pcc", "flex", "verkruisen", "demare"].map(script);
        assert_eq!(
            (spoenk.article(Handling::Gesprek), spoenk.police().is_some()),
            (Some("8"), false)
        );
        assert_eq!(pcc.told(), [Role::Pr], "a signal goes to public relations");
        assert_eq!(flex.told(), HEARS, "nobody is named");
        assert_eq!(
            (flex.at_once(), flex.article(Handling::Ontsporing)),
            (vec![Role::Teamleider], Some("5.2.d"))
        );
        assert_eq!(flex.police().map(|one| one.houding), Some(Stance::Doet));
        let steps: Vec<_> = flex
            .ladders("leerling")
            .iter()
            .map(|one| one.trap.len())
            .collect();
        assert_eq!(steps, [3], "warning, suspension, removal");
        assert_eq!(flex.dossier().map(|one| one.1), Some("7.a"));
        assert_eq!(verkruisen.restores(), [Restore::Remove, Restore::Correct]);
        assert_eq!(
            verkruisen.police().map(|one| one.houding),
            Some(Stance::Overweegt)
        );
        assert!(demare.asks_board() && !flex.asks_board());
        assert_eq!(demare.article(Handling::Nepaccount), Some("3"));
        assert_eq!(
            demare.ladders("leerling").len(),
            2,
            "the head, or the board"
        );
    }

    #[test]
    fn without_a_protocol_a_signal_reaches_who_leads() {
        let none = Script::of(None);
        assert_eq!(none.told(), HEARS);
        assert_eq!(none.restores(), Restore::ALL);
        assert!(none.ladders("leerling").is_empty());
    }
}
