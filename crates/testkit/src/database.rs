//! A fresh database for each test: SQLite always, PostgreSQL where there is one.

use std::future::Future;
use std::path::PathBuf;

use store::{Db, Migration, Place};
use uuid::Uuid;

/// Where a PostgreSQL may be used for tests: an address whose user may make schemas. `./test` sets it.
pub const POSTGRES: &str = "PLEINWACHT_TEST_POSTGRES";

/// A folder that is gone when the test is.
#[derive(Debug)]
pub struct Folder(pub PathBuf);

impl Folder {
    /// A new, empty folder.
    pub fn new() -> Self {
        let path = std::env::temp_dir().join(format!("pleinwacht-{}", Uuid::now_v7().simple()));
        std::fs::create_dir_all(&path).expect("a folder can be made");
        Self(path)
    }
}

impl Default for Folder {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Tells the same story on a fresh SQLite and, where [`POSTGRES`] says there is one, on a fresh PostgreSQL.
pub fn on_both<F, Fut>(migrations: &[&[Migration]], story: F)
where
    F: Fn(Db) -> Fut,
    Fut: Future<Output = ()>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    let migrations = migrations.concat();
    runtime.block_on(async {
        let folder = Folder::new();
        tell(Place::Folder(folder.0.clone()), &migrations, &story).await;
        if let Some(place) = postgres() {
            tell(place, &migrations, &story).await;
        }
    });
}

/// An empty place on PostgreSQL, where there is one.
pub fn postgres() -> Option<Place> {
    let address = std::env::var(POSTGRES).ok()?;
    let schema = format!("t{}", Uuid::now_v7().simple());
    let mark = if address.contains('?') { '&' } else { '?' };
    Some(Place::Postgres(format!("{address}{mark}schema={schema}")))
}

async fn tell<F, Fut>(place: Place, migrations: &[Migration], story: &F)
where
    F: Fn(Db) -> Fut,
    Fut: Future<Output = ()>,
{
    let db = Db::open(&place, migrations)
        .await
        .expect("a fresh database opens");
    story(db.clone()).await;
    db.close().await;
}
