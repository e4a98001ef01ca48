//! Services by which people sign in, and who somebody is there.

use jiff::Timestamp;
use seal::{BoardKeys, Place};
use store::{Row, Tx, params};
use uuid::Uuid;
use words::PersonId;

/// A service by which people of a board sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// Its word in addresses.
    pub slug: String,
    /// What people call it.
    pub name: String,
    /// Its issuer, as it stands in its tokens.
    pub issuer: String,
    /// Our name there.
    pub client: String,
    /// Our password there; none for a public client.
    pub secret: Option<String>,
    /// Which claim says the e-mail address; none: addresses of this service are never believed.
    pub address_claim: Option<String>,
    /// The only domains whose addresses it is believed about.
    pub domains: Vec<String>,
}

const PLACE: Place<'static> = Place {
    table: "oidc_provider",
    column: "secret",
    row: Uuid::nil(),
};

fn read(row: &Row, keys: &BoardKeys) -> anyhow::Result<Provider> {
    let secret = row.get::<Option<Vec<u8>>>("secret")?;
    let open = |sealed: Vec<u8>| anyhow::Ok(String::from_utf8(keys.open(PLACE, &sealed)?)?);
    Ok(Provider {
        slug: row.get("slug")?,
        name: row.get("name")?,
        issuer: row.get("issuer")?,
        client: row.get("client")?,
        secret: secret.map(open).transpose()?,
        address_claim: row.get("address_claim")?,
        domains: serde_json::from_value(row.get("domains")?)?,
    })
}

/// Every service of the board.
pub async fn all(tx: &mut Tx, keys: &BoardKeys) -> anyhow::Result<Vec<Provider>> {
    let rows = tx
        .all(
            "SELECT slug, name, issuer, client, secret, address_claim, domains FROM oidc_provider WHERE board = $1 ORDER BY name, slug",
            params![],
        )
        .await?;
    rows.iter().map(|row| read(row, keys)).collect()
}

/// One service.
pub async fn one(tx: &mut Tx, keys: &BoardKeys, slug: &str) -> anyhow::Result<Option<Provider>> {
    Ok(all(tx, keys)
        .await?
        .into_iter()
        .find(|provider| provider.slug == slug))
}

/// Keeps a service.
pub async fn put(tx: &mut Tx, keys: &BoardKeys, provider: &Provider) -> anyhow::Result<()> {
    let secret = provider
        .secret
        .as_ref()
        .map(|secret| keys.seal(PLACE, secret.as_bytes()));
    tx.run(
        "INSERT INTO oidc_provider (board, slug, name, issuer, client, secret, address_claim, domains) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (board, slug) DO UPDATE SET name = excluded.name, \
         issuer = excluded.issuer, client = excluded.client, secret = excluded.secret, \
         address_claim = excluded.address_claim, domains = excluded.domains",
        params![
            &provider.slug,
            &provider.name,
            &provider.issuer,
            &provider.client,
            secret.transpose()?,
            provider.address_claim.clone(),
            serde_json::to_value(&provider.domains)?
        ],
    )
    .await
    .map(drop)
}

/// Takes a service away, and with it who anybody was there. True if there was one.
pub async fn remove(tx: &mut Tx, slug: &str) -> anyhow::Result<bool> {
    tx.run(
        "DELETE FROM oidc_link WHERE board = $1 AND slug = $2",
        params![slug],
    )
    .await?;
    let gone = tx
        .run(
            "DELETE FROM oidc_provider WHERE board = $1 AND slug = $2",
            params![slug],
        )
        .await?;
    Ok(gone > 0)
}

/// What is kept of who somebody is at a service.
fn index(keys: &BoardKeys, issuer: &str, subject: &str) -> Vec<u8> {
    keys.index("oidc", &format!("{}:{issuer}{subject}", issuer.len()))
}

/// Who this is, if they came by before.
pub async fn linked(
    tx: &mut Tx,
    keys: &BoardKeys,
    (issuer, subject): (&str, &str),
) -> anyhow::Result<Option<PersonId>> {
    let row = tx
        .maybe(
            "SELECT person FROM oidc_link WHERE board = $1 AND subject_index = $2",
            params![index(keys, issuer, subject)],
        )
        .await?;
    row.map(|row| row.get("person")).transpose()
}

/// Says for good who this is. False if somebody else of this service is that person already: nobody takes another's place.
pub async fn link(
    tx: &mut Tx,
    keys: &BoardKeys,
    (provider, subject): (&Provider, &str),
    person: PersonId,
    now: Timestamp,
) -> anyhow::Result<bool> {
    let added = tx
        .run(
            "INSERT INTO oidc_link (board, subject_index, slug, person, linked_at) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT DO NOTHING",
            params![index(keys, &provider.issuer, subject), &provider.slug, person, now],
        )
        .await?;
    Ok(added > 0)
}

/// Forgets who a person is at every service, so that they can be linked anew. How many links there were.
pub async fn unlink(tx: &mut Tx, person: PersonId) -> anyhow::Result<u64> {
    tx.run(
        "DELETE FROM oidc_link WHERE board = $1 AND person = $2",
        params![person],
    )
    .await
}
