//! A family of the made-up school, and what the school asks it.

use consent::model::Cell;
use consent::register::Register;
use consent::rules::Outcome;
use consent::store::purposes;
use consent::usual;
use people::model::Guardianship;
use people::rules::{Standing, standing};
use people::store::guardians;
use people::year::age_on;
use uuid::Uuid;
use words::{Channel, Medium, PersonId};

use crate::house::House;

/// A pupil with the guardians who represent it.
pub(crate) struct Family {
    pub(crate) pupil: PersonId,
    pub(crate) guardians: Vec<PersonId>,
}

impl House {
    /// The school asks what schools usually ask.
    pub(crate) async fn asks_the_usual(&self) {
        let mut tx = self.db.begin(self.demo.board).await.unwrap();
        let new = usual::purposes(self.demo.school, Uuid::now_v7);
        let now = shell::Clock::now(&*self.clock);
        purposes::add(&mut tx, &new, None, now).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// A family with so many guardians who represent a pupil of one of these ages.
    pub(crate) async fn family(&self, guardians: usize, ages: std::ops::Range<i16>) -> Family {
        let keys = self.keys().await;
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        let directories = people::directory::Directories::default();
        let names = directories.of(&mut tx, &keys, self.today()).await.unwrap();
        let bonds = guardians::all(&mut tx).await.unwrap();
        for known in names.everybody().filter(|known| known.place.pupil) {
            let born = known.born.unwrap();
            let of_pupil: Vec<&Guardianship> =
                bonds.iter().filter(|bond| bond.pupil == known.id).collect();
            let stands = |bond: &&&Guardianship| {
                standing(bond, Some(born), self.today()) == Standing::Represents
            };
            let represent = of_pupil.iter().filter(stands).count();
            if represent == guardians
                && of_pupil.len() == guardians
                && ages.contains(&age_on(born, self.today()))
            {
                let guardians = of_pupil.iter().map(|bond| bond.guardian).collect();
                return Family {
                    pupil: known.id,
                    guardians,
                };
            }
        }
        panic!("no family is like that");
    }

    /// The question about a photo on the website.
    pub(crate) async fn on_the_website(&self) -> Cell {
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        let all = purposes::of_school(&mut tx, self.demo.school)
            .await
            .unwrap();
        let mut cells = all.iter().flat_map(consent::model::Purpose::cells);
        let photo = |cell: &Cell| cell.channel == Channel::Website && cell.medium == Medium::Foto;
        cells.find(photo).unwrap()
    }

    /// What holds for somebody now, as any process would read it.
    pub(crate) async fn holds(&self, person: PersonId, cell: Cell) -> Outcome {
        let keys = self.keys().await;
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        let directories = people::directory::Directories::default();
        let names = directories.of(&mut tx, &keys, self.today()).await.unwrap();
        let register = Register::of(&mut tx, &names, self.demo.school, &[person], self.today())
            .await
            .unwrap();
        register.decide(person, cell)
    }
}

/// The field of a question about somebody.
pub(crate) fn field(person: PersonId, cell: Cell) -> String {
    format!(
        "a-{person}-{}-{}-{}",
        cell.purpose,
        cell.channel.key(),
        cell.medium.key()
    )
}
