//! A school's public page, from the front matter of its protocol.

use norms::front::{ConsentForm, Council, Front, Stance};
use words::Locale;

use crate::house::{House, School};
use crate::phrase::{Speaker, upper};
use crate::views::school::{Advice, Done, Part, School as Shown};

struct Teller<'a> {
    front: &'a Front,
    house: &'a House,
    speaker: Speaker<'a>,
}

pub(crate) fn school(house: &House, school: &School, locale: Locale) -> Shown {
    let front = &school.protocol.document.front;
    let teller = Teller {
        front,
        house,
        speaker: Speaker {
            vocabulary: house.vocabulary,
            locale,
        },
    };
    let parts = [
        ("part-consent", teller.consent()),
        ("part-procedures", teller.procedures()),
        ("part-calendar", teller.calendar()),
        ("part-measures", teller.measures()),
        ("part-adoption", teller.adoption()),
    ];
    Shown {
        title: front.titel.clone(),
        version: version(front, locale),
        advice: teller.advice(),
        parts: parts
            .into_iter()
            .filter(|(_, rows)| !rows.is_empty())
            .map(|(title, rows)| Part { title, rows })
            .collect(),
        related: front
            .verwant
            .iter()
            .map(|row| (row.titel.clone(), row.artikel.as_ref().clone()))
            .collect(),
    }
}

/// Version and day of adoption in one line.
pub(crate) fn version(front: &Front, locale: Locale) -> String {
    let words = crate::texts(locale);
    let version = ("version", front.versie.as_str().into());
    let date = front.vastgesteld.and_then(|day| day.date);
    let mut line = match date {
        Some(date) => {
            let month = words.t(MONTHS
                .get(usize::from(date.month) - 1)
                .copied()
                .unwrap_or_default());
            let date = format!("{} {month} {}", date.day, date.year);
            words.f("version-adopted", &[version, ("date", date.into())])
        }
        None => words.f("version-line", &[version]),
    };
    if let Some(whole) = &front.deel_van {
        line.push_str(". ");
        line.push_str(&words.f("part-of", &[("whole", whole.as_str().into())]));
    }
    line
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];

impl Teller<'_> {
    fn t(&self, key: &'static str) -> &'static str {
        crate::texts(self.speaker.locale).t(key)
    }

    fn f(&self, key: &'static str, name: &'static str, value: &str) -> String {
        crate::texts(self.speaker.locale).f(key, &[(name, value.into())])
    }

    /// A function or role in words: "de mentor", "een leerling".
    fn who(&self, key: &str) -> String {
        let speech = self.house.vocabulary.words(self.speaker.locale);
        let function = speech.function(key);
        match speech.value("rollen", key) {
            Some(said) if function == key => said.phrase.clone(),
            _ => function.to_owned(),
        }
    }

    fn all<'k>(&self, keys: impl Iterator<Item = &'k str>, word: &'static str) -> String {
        let names: Vec<String> = keys.map(|key| self.who(key)).collect();
        self.speaker.list(&names, word)
    }

    /// Every role with whom it asks; roles that a row does not name have nobody.
    fn advice(&self) -> Vec<Advice> {
        let speech = self.house.vocabulary.words(self.speaker.locale);
        let row_for = |role: &str| {
            let closure = std::iter::once(role).chain(self.implied(role));
            let roles: Vec<&str> = closure.collect();
            self.front.twijfel.iter().find(|row| {
                row.voor
                    .iter()
                    .any(|voor| roles.contains(&voor.as_ref().as_str()))
            })
        };
        let advice = |role: &String| {
            let label = speech
                .value("rollen", role)
                .map_or_else(|| role.clone(), |said| said.label.clone());
            let ask = row_for(role).map(|row| {
                let whom = self.all(row.vraag.iter().map(|who| who.as_ref().as_str()), "or");
                (upper(&whom), row.artikel.as_ref().clone())
            });
            (label, ask)
        };
        // Askers with the same answer share a row.
        let mut rows: Vec<Advice> = Vec::new();
        for (label, ask) in self.house.vocabulary.roles.iter().map(advice) {
            match rows.iter_mut().find(|row| row.ask == ask) {
                Some(row) => {
                    row.who.push_str(", ");
                    row.who.push_str(&crate::phrase::lower(&label));
                }
                None => rows.push(Advice { who: label, ask }),
            }
        }
        rows
    }

    fn implied<'a>(&'a self, role: &str) -> impl Iterator<Item = &'a str> {
        let rows = self
            .front
            .rollen
            .iter()
            .filter(move |(key, _)| key.as_ref() == role);
        rows.flat_map(|(_, implied)| implied.iter().map(|role| role.as_ref().as_str()))
            .collect::<Vec<_>>()
            .into_iter()
    }

    fn consent(&self) -> Vec<Done> {
        let row = |row: &norms::front::ConsentRow| {
            let form = self.t(match row.vorm {
                ConsentForm::Schriftelijk => "consent-written",
                ConsentForm::Uitdrukkelijk => "consent-express",
            });
            let who = upper(&self.all(row.van.iter().map(|who| who.as_ref().as_str()), "or"));
            let media: Vec<String> = row.voor.iter().map(|medium| self.medium(medium)).collect();
            let media = self.speaker.list(&media, "and");
            let text = crate::texts(self.speaker.locale).f(
                "consent-row",
                &[
                    ("who", who.into()),
                    ("form", form.into()),
                    ("media", media.into()),
                ],
            );
            let mut detail = self.f(
                "consent-moments",
                "moments",
                &row.moment.join(", ").replace('-', " "),
            );
            if row.bewaren {
                detail.push(' ');
                detail.push_str(self.t("consent-kept"));
            }
            Done {
                dutch: false,
                text,
                detail,
                number: row.artikel.as_ref().clone(),
            }
        };
        self.front.toestemming.iter().map(row).collect()
    }

    fn medium(&self, medium: &str) -> String {
        let key = format!("medium-{medium}");
        crate::texts(self.speaker.locale)
            .find(&key)
            .unwrap_or(medium)
            .to_owned()
    }

    fn procedures(&self) -> Vec<Done> {
        let row = |row: &norms::front::Procedure| {
            let who = row
                .wie
                .as_deref()
                .map(|who| self.f("procedure-who", "who", &self.who(who)));
            let when = row
                .wanneer
                .as_deref()
                .map(|when| self.f("procedure-when", "when", when));
            Done {
                dutch: true,
                text: upper(&row.wat),
                detail: [who, when]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" "),
                number: row.artikel.as_ref().clone(),
            }
        };
        let mut rows: Vec<Done> = self.front.procedures.values().map(row).collect();
        if let Some(dossier) = &self.front.dossier {
            let text = self.f("dossier-row", "system", &dossier.systeem);
            rows.push(Done {
                dutch: false,
                text,
                detail: String::new(),
                number: dossier.artikel.as_ref().clone(),
            });
        }
        rows
    }

    fn calendar(&self) -> Vec<Done> {
        let row = |row: &norms::front::CalendarRow| {
            let groups = (!row.groepen.is_empty()).then(|| {
                self.f(
                    "calendar-groups",
                    "groups",
                    &self.speaker.list(&row.groepen, "and"),
                )
            });
            let when = self.f("procedure-when", "when", &row.wanneer);
            let detail = [Some(when), groups]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ");
            Done {
                dutch: true,
                text: upper(&row.wat),
                detail,
                number: row.artikel.as_ref().clone(),
            }
        };
        self.front.kalender.iter().map(row).collect()
    }

    fn measures(&self) -> Vec<Done> {
        let row = |row: &norms::front::Measure| {
            let condition = row
                .als
                .as_deref()
                .map(|when| self.f("measure-if", "when", when));
            let whom = (!row.voor.is_empty()).then(|| {
                self.f(
                    "measure-for",
                    "who",
                    &self.all(row.voor.iter().map(|who| who.as_ref().as_str()), "or"),
                )
            });
            let decides = Some(self.f("measure-decides", "who", &self.who(row.wie.as_ref())));
            Done {
                dutch: false,
                text: self.f("measure-row", "steps", &row.trap.join(", ")),
                detail: [whom, decides, condition]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" "),
                number: row.artikel.as_ref().clone(),
            }
        };
        let police = |row: &norms::front::Police| Done {
            dutch: false,
            text: self
                .t(match row.houding {
                    Stance::Doet => "police-doet",
                    Stance::Overweegt => "police-overweegt",
                })
                .to_owned(),
            detail: row
                .als
                .as_deref()
                .map(|when| self.f("measure-if", "when", when))
                .unwrap_or_default(),
            number: row.artikel.as_ref().clone(),
        };
        self.front
            .maatregel
            .iter()
            .map(row)
            .chain(self.front.politie.iter().map(police))
            .collect()
    }

    fn adoption(&self) -> Vec<Done> {
        let row = |row: &norms::front::Adoption| {
            let key = match row.raad {
                Council::Advies => "adoption-advies",
                Council::Instemming => "adoption-instemming",
                Council::Team => "adoption-team",
            };
            let who = upper(&self.who(&row.wie));
            Done {
                dutch: false,
                text: self.f(key, "who", &who),
                detail: String::new(),
                number: row.artikel.as_ref().clone(),
            }
        };
        self.front.vaststelling.iter().map(row).collect()
    }
}
