//! Accounts for made-up schools, as their protocols let them be: one posts to its groups only, another with its own people of public
//! relations, the others on a website and what belongs to it.

use ::store::{Db, Tx};
use jiff::Timestamp;
use people::demo::Demo;
use seal::{BoardKeys, Master};
use shell::{Chance, chance};
use words::{Channel, Role};

use crate::model::{Account, Kind, Looked, State};
use crate::stand_in;
use crate::store::accounts;

const SITE: (Kind, Channel, &str) = (Kind::WordPress, Channel::Website, "Website (nagebootst)");
const FEED: (Kind, Channel, &str) = (Kind::Feed, Channel::Website, "Nieuws van de school");
const LETTER: (Kind, Channel, &str) = (
    Kind::Newsletter,
    Channel::Nieuwsbrief,
    "Nieuwsbrief aan ouders",
);
const PORTAL: (Kind, Channel, &str) = (Kind::ByHand, Channel::Portaal, "Ouderportaal");
const CHAT: (Kind, Channel, &str) = (Kind::ByHand, Channel::Klassengroep, "Klassenapps");
const INSTAGRAM: (Kind, Channel, &str) =
    (Kind::ByHand, Channel::Instagram, "Instagram van de school");
const FACEBOOK: (Kind, Channel, &str) = (Kind::ByHand, Channel::Facebook, "Facebookpagina");
const PRINT: (Kind, Channel, &str) = (Kind::ByHand, Channel::Drukwerk, "Schoolgids");

/// What a school of this protocol has.
fn of_protocol(slug: &str) -> &'static [(Kind, Channel, &'static str)] {
    match slug {
        // Its protocol lets the school post to its own groups only.
        "flex" => &[CHAT, PORTAL],
        "pcc" => &[SITE, LETTER, INSTAGRAM, FACEBOOK],
        "spoenk" => &[SITE, FEED, LETTER, FACEBOOK, PRINT],
        _ => &[SITE, FEED, LETTER, PORTAL, INSTAGRAM],
    }
}

/// Gives made-up boards their accounts. The websites are at `origin`, and `secret` opens them.
pub async fn fill(
    db: &Db,
    master: &Master,
    source: &dyn Chance,
    at: Timestamp,
    demos: &[Demo],
    (origin, secret): (&str, &str),
) -> anyhow::Result<()> {
    for demo in demos {
        let Some(board) = db.board(demo.board).await? else {
            continue;
        };
        let keys = master.board(demo.board, &board.wrapped_key)?;
        let mut tx = db.begin(demo.board).await?;
        one(&mut tx, &keys, source, at, demo, (origin, secret)).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn one(
    tx: &mut Tx,
    keys: &BoardKeys,
    source: &dyn Chance,
    at: Timestamp,
    demo: &Demo,
    (origin, secret): (&str, &str),
) -> anyhow::Result<()> {
    let with = |role| demo.faces.iter().find(|face| face.role == role);
    let Some(owner) = with(Role::Pr).or_else(|| with(Role::Beheerder)) else {
        return Ok(());
    };
    for (kind, channel, name) in of_protocol(&demo.slug) {
        let website = *kind == Kind::WordPress;
        let account = Account {
            id: chance::id(source, at),
            school: demo.school,
            channel: *channel,
            kind: *kind,
            name: (*name).to_owned(),
            address: if website {
                stand_in::address(origin, &demo.slug)
            } else {
                String::new()
            },
            user: if website {
                stand_in::USER.to_owned()
            } else {
                String::new()
            },
            has_secret: website,
            owner: owner.person,
            state: State::Used,
            looked: None,
            token: chance::hex(&chance::bytes::<8>(source)),
        };
        accounts::add(tx, keys, &account, website.then_some(secret), at).await?;
        if *kind != Kind::ByHand {
            let looked = Looked {
                at,
                why: None,
                remark: None,
            };
            accounts::looked(tx, account.id, &looked).await?;
        }
    }
    Ok(())
}
