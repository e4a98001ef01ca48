//! Decisions: who answers whom. Pure.

pub mod clock;

use norms::front::Front;
use serde::{Deserialize, Serialize};
use words::Role;

/// Who is asked, one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// Those whom the protocol or the school names, and after them who runs the school.
    pub steps: Vec<Role>,
    /// How many of them are named.
    pub named: usize,
    /// The article that names them; none where the school chose.
    pub article: Option<String>,
    /// An answer binds, by the protocol. Where it says nothing an answer is advice.
    pub binding: bool,
}

impl Route {
    /// Those whom the protocol or the school names.
    pub fn named(&self) -> &[Role] {
        self.steps.get(..self.named).unwrap_or(&self.steps)
    }
}

/// Where a question goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Routed {
    /// Along this route.
    To(Route),
    /// The protocol names nobody for this asker, and the school did not choose yet.
    Choose,
}

/// In which word of protocols somebody asks who has this role.
pub const fn asker_word(role: Role) -> &'static str {
    match role {
        Role::Leerling => "leerling",
        Role::Ouder => "ouder",
        Role::Leraar | Role::Mentor => "leraar",
        Role::Stagiair => "stagiair",
        Role::Pr => "pr",
        Role::Teamleider | Role::Directeur => "leidinggevende",
        Role::Bestuur => "bestuur",
        Role::Medewerker | Role::Antipest | Role::Beheerder => "medewerker",
        Role::Mr | Role::Fg => "betrokkene",
    }
}

/// The words in which people ask, in the order in which a school reads them; each with a role that uses it.
pub const ASKERS: [(&str, Role); 9] = [
    ("leerling", Role::Leerling),
    ("ouder", Role::Ouder),
    ("leraar", Role::Leraar),
    ("medewerker", Role::Medewerker),
    ("stagiair", Role::Stagiair),
    ("pr", Role::Pr),
    ("leidinggevende", Role::Teamleider),
    ("bestuur", Role::Bestuur),
    ("betrokkene", Role::Mr),
];

/// The roles from which a school may choose who answers.
pub const ANSWERERS: [Role; 7] = [
    Role::Mentor,
    Role::Leraar,
    Role::Pr,
    Role::Teamleider,
    Role::Directeur,
    Role::Antipest,
    Role::Bestuur,
];

/// Whom a protocol means by a function, for this asker. A manager is the asker's own: a head of a team asks the head of the
/// school, and the head asks the board.
pub const fn answers(function: &str, asker: Role) -> Role {
    match function.as_bytes() {
        b"mentor" => Role::Mentor,
        b"leraar" => Role::Leraar,
        b"pr" => Role::Pr,
        b"anti-pestcoordinator" => Role::Antipest,
        b"medezeggenschapsraad" => Role::Mr,
        b"bestuur" => Role::Bestuur,
        b"ouders" => Role::Ouder,
        b"teamleider" | b"leidinggevende" | b"team" => match asker {
            Role::Teamleider => Role::Directeur,
            Role::Directeur | Role::Bestuur => Role::Bestuur,
            _ => Role::Teamleider,
        },
        // The school, its direction, and a function that nobody fills.
        _ => Role::Directeur,
    }
}

/// The route of a question of somebody with this role, by the first row of the front matter that is for them, or by what the school
/// chose.
pub fn route(front: Option<&Front>, asker: Role, chosen: Option<Role>) -> Routed {
    let row = front.and_then(|front| {
        let mut roles: Vec<&str> = asker.in_norms().to_vec();
        // A role holds what it implies, and that what it implies in turn.
        let mut at = 0;
        while let Some(role) = roles.get(at).copied() {
            let implied = front.rollen.iter().filter(|(one, _)| one.as_ref() == role);
            for more in implied.flat_map(|(_, implied)| implied) {
                if !roles.contains(&more.as_ref().as_str()) {
                    roles.push(more.as_ref());
                }
            }
            at += 1;
        }
        let fits = |row: &&norms::front::Advisor| {
            let mut named = row.voor.iter();
            named.any(|role| roles.contains(&role.as_ref().as_str()))
        };
        front.twijfel.iter().find(fits)
    });
    if let Some(row) = row {
        let functions = row.vraag.iter();
        let named = functions.map(|function| answers(function.as_ref(), asker));
        let article = Some(row.artikel.as_ref().clone());
        return Routed::To(along(named, article, row.bindend));
    }
    match chosen {
        Some(role) => Routed::To(along(std::iter::once(role), None, false)),
        None => Routed::Choose,
    }
}

/// The route as long as nobody is named and nobody was chosen: who runs the school answers, or chooses who does.
pub fn until_chosen() -> Route {
    along(std::iter::empty(), None, false)
}

/// Those who are named, and after them who runs the school. Parents who ask each other are nobody's to decide for.
fn along(named: impl Iterator<Item = Role>, article: Option<String>, binding: bool) -> Route {
    let mut steps: Vec<Role> = Vec::new();
    for role in named {
        if !steps.contains(&role) {
            steps.push(role);
        }
    }
    let named = steps.len();
    if steps.first() != Some(&Role::Ouder) {
        for role in [Role::Directeur, Role::Bestuur] {
            if !steps.contains(&role) {
                steps.push(role);
            }
        }
    }
    Route {
        steps,
        named,
        article,
        binding,
    }
}

#[cfg(test)]
mod tests;
