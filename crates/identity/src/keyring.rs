//! The keys of the boards, unwrapped once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use seal::{BoardKeys, Master};
use store::{Board, Db, NewBoard};
use words::BoardId;

/// Gives the keys of a board.
#[derive(Clone)]
pub struct Keyring {
    db: Db,
    master: Arc<Master>,
    known: Arc<Mutex<HashMap<BoardId, BoardKeys>>>,
}

impl Keyring {
    /// The keys that this master key unwraps.
    #[must_use]
    pub fn new(db: Db, master: Arc<Master>) -> Self {
        Self {
            db,
            master,
            known: Arc::default(),
        }
    }

    /// The keys of this board, if there is such a board.
    pub async fn of(&self, board: BoardId) -> anyhow::Result<Option<BoardKeys>> {
        if let Some(keys) = self.lock().get(&board) {
            return Ok(Some(keys.clone()));
        }
        let Some(found) = self.db.board(board).await? else {
            return Ok(None);
        };
        let keys = self.master.board(board, &found.wrapped_key)?;
        self.lock().insert(board, keys.clone());
        Ok(Some(keys))
    }

    /// Begins a board with keys of its own.
    pub async fn found(
        &self,
        id: BoardId,
        slug: &str,
        name: &str,
        at: jiff::Timestamp,
    ) -> anyhow::Result<BoardKeys> {
        let (keys, wrapped_key) = self.master.new_board(id)?;
        let board = Board {
            id,
            slug: slug.to_owned(),
            name: name.to_owned(),
            wrapped_key,
        };
        self.db.found(NewBoard { board, at }).await?;
        self.lock().insert(id, keys.clone());
        Ok(keys)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<BoardId, BoardKeys>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
