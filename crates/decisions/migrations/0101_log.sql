-- What was decided and who looked at whom. Rows are only ever added; each carries the hash of the row before it.
CREATE TABLE log_entry (
    board {uuid} NOT NULL,
    seq {int} NOT NULL,
    at {instant} NOT NULL,
    actor {uuid},
    role TEXT,
    kind TEXT NOT NULL,
    subject {uuid},
    object TEXT,
    outcome TEXT NOT NULL,
    protocol TEXT,
    version TEXT,
    -- JSON kept as text: the hash is over these very bytes
    articles TEXT,
    facts TEXT,
    -- what a person wrote, sealed under the key of whom it is about: the chain holds after that key is gone
    reason {bytes},
    receipt TEXT,
    previous {bytes} NOT NULL,
    hash {bytes} NOT NULL,
    PRIMARY KEY (board, seq)
) {strict};
{tenant log_entry};
CREATE INDEX log_entry_subject ON log_entry (board, subject, seq);
CREATE INDEX log_entry_actor ON log_entry (board, actor, seq);
CREATE INDEX log_entry_kind ON log_entry (board, kind, seq);
-- The last row: two that write at once wait here for each other.
CREATE TABLE log_head (
    board {uuid} NOT NULL PRIMARY KEY,
    seq {int} NOT NULL,
    hash {bytes} NOT NULL
) {strict};
{tenant log_head};
-- How far the log went at a moment, signed: what stands before it cannot be written anew without the key.
CREATE TABLE log_checkpoint (
    board {uuid} NOT NULL,
    seq {int} NOT NULL,
    at {instant} NOT NULL,
    hash {bytes} NOT NULL,
    signature {bytes} NOT NULL,
    PRIMARY KEY (board, seq)
) {strict};
{tenant log_checkpoint};
