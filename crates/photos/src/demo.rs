//! Photos for made-up schools: an album with photos in all three heaps.

use ::store::{Db, Tx};
use faces::{Cover, Done, Limits, Task};
use jiff::{SignedDuration, Timestamp};
use people::SchoolYear;
use people::demo::Demo;
use people::directory::Directories;
use people::model::Part;
use people::store::{groups, guardians, ties};
use seal::{BoardKeys, Master};
use shell::{Chance, chance};
use words::{Medium, PersonId, Role};

use consent::register::Register;
use consent::rules::Shown;

use crate::model::{Album, File, Licence, Mark};
use crate::store::photos::{self, NewPhoto};
use crate::store::{albums, marks, pieces};
use crate::work;

/// People of long ago and far away, in the public domain: `demo/README.md` says from where.
const PHOTOS: [(&[u8], &str); 3] = [
    (
        include_bytes!("../demo/astronaut.jpg"),
        "NASA, public domain",
    ),
    (
        include_bytes!("../demo/hopper.jpg"),
        "United States Navy, public domain",
    ),
    (
        include_bytes!("../demo/joconde.jpg"),
        "Leonardo da Vinci, public domain",
    ),
];

/// Gives made-up boards an album each. The photos are read once for all of them; they come with the program, so without a cage.
pub async fn fill(
    db: &Db,
    master: &Master,
    source: &dyn Chance,
    at: Timestamp,
    demos: &[Demo],
) -> anyhow::Result<()> {
    let task = Task {
        find: true,
        write: true,
        how: Cover::Solid,
        ..Task::default()
    };
    let read: Vec<Done> = PHOTOS
        .iter()
        .map(|(bytes, _)| task.perform(bytes, &Limits::default()))
        .collect::<Result<_, _>>()?;
    for demo in demos {
        let Some(board) = db.board(demo.board).await? else {
            continue;
        };
        let keys = master.board(demo.board, &board.wrapped_key)?;
        let mut tx = db.begin(demo.board).await?;
        one(&mut tx, &keys, source, at, (demo, &read)).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn one(
    tx: &mut Tx,
    keys: &BoardKeys,
    source: &dyn Chance,
    at: Timestamp,
    (demo, read): (&Demo, &[Done]),
) -> anyhow::Result<()> {
    let today = shell::clock::today(at);
    let names = Directories::default().of(tx, keys, today).await?;
    let by = demo.faces.iter().find(|face| face.role == Role::Leraar);
    let groups = groups::groups(tx, demo.school, SchoolYear::of(today)).await?;
    let mut group = groups.first().map(|group| group.id);
    if let Some(teacher) = by {
        let own = groups::of_person(tx, teacher.person).await?;
        let own = own.into_iter().find(|(_, one)| groups.contains(one));
        group = own.map(|(_, one)| one.id).or(group);
    }
    let (Some(by), Some(group)) = (by, group) else {
        return Ok(());
    };
    let album = Album {
        id: chance::id(source, at),
        school: demo.school,
        group: Some(group),
        name: "Sportdag".to_owned(),
        day: today.yesterday()?,
        made_by: by.person,
        made_at: at,
    };
    albums::add(tx, keys, &album).await?;
    let members = groups::members(tx, group, today).await?;
    let pupils = members.iter().filter(|one| one.part == Part::Pupil);
    let pupils: Vec<PersonId> = pupils.map(|one| one.person).collect();
    // A parent who looks around here finds their own child first.
    let mut theirs = Vec::new();
    if let Some(parent) = ties::somebody(tx, Role::Ouder, today).await? {
        let bonds = guardians::of_guardian(tx, parent).await?;
        theirs.extend(bonds.iter().map(|bond| bond.pupil));
    }
    let pupils: Vec<PersonId> = theirs.into_iter().chain(pupils).collect();
    let register = Register::of(tx, &names, demo.school, &pupils, today).await?;
    let locale = words::Locale::Nl;
    let (_, cells) = consent::places::asked(&register, &[], Medium::Foto, locale);
    let with = |wanted: Shown| {
        let mut of = pupils.iter().copied();
        of.find(|person| {
            let outcome = register.decide_all(*person, &cells);
            outcome.is_some_and(|outcome| outcome.shown == wanted)
        })
        .map_or(Mark::Unknown, Mark::Person)
    };
    // One ready, one to look at, one not like this.
    let said = [
        (with(Shown::May), true),
        (Mark::Unknown, false),
        (with(Shown::MayNot), true),
    ];
    for (n, (((bytes, credit), done), (mark, complete))) in
        (0..).zip(PHOTOS.iter().zip(read).zip(said))
    {
        let new = NewPhoto {
            id: chance::id(source, at),
            album: album.id,
            digest: photos::digest(keys, credit),
            film: None,
            licence: Licence::Free,
            credit: (*credit).to_owned(),
            by: by.person,
            at: at.saturating_sub(SignedDuration::from_mins(60 - n))?,
        };
        let Some(key) = photos::add(tx, keys, &new).await? else {
            continue;
        };
        pieces::put(tx, &key, new.id, File::Original, bytes).await?;
        let mut faces = work::numbered(done);
        for face in &mut faces {
            face.mark = mark;
        }
        marks::add(tx, new.id, &faces).await?;
        for (file, made) in File::RENDITIONS.into_iter().zip(&done.files) {
            pieces::put(tx, &key, new.id, file, &made.bytes).await?;
        }
        photos::made(tx, new.id, (done.width, done.height), 0).await?;
        let declared = complete.then_some((by.person, at));
        photos::complete(tx, new.id, declared).await?;
    }
    Ok(())
}
