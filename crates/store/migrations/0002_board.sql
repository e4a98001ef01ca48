-- A job: an effect outside the transaction that wanted it. Row-level security does not hold here, since one runner serves
-- all boards; a payload holds ids and never what a person said.
CREATE TABLE job (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    kind TEXT NOT NULL,
    -- the effect's own key: the same effect is queued once
    effect TEXT NOT NULL,
    payload {json} NOT NULL,
    -- ready, running, done, dead
    state TEXT NOT NULL,
    -- when it may be taken; for a running job the end of its lease
    due_at {instant} NOT NULL,
    attempts {int} NOT NULL,
    made_at {instant} NOT NULL,
    ended_at {instant},
    fault TEXT,
    PRIMARY KEY (board, id),
    UNIQUE (board, kind, effect)
) {strict};
CREATE INDEX job_open ON job (due_at, id) WHERE state IN ('ready', 'running');
-- The key of each person, wrapped by the board's key. Without it nothing sealed of that person can be read.
CREATE TABLE subject_key (
    board {uuid} NOT NULL,
    subject {uuid} NOT NULL,
    wrapped {bytes} NOT NULL,
    PRIMARY KEY (board, subject)
) {strict};
{tenant subject_key};
