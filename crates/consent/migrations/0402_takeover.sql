-- A file of another system that waits until somebody says what its columns mean. Sealed under the board's key, and gone when it
-- was taken over or the next one came.
CREATE TABLE consent_takeover (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    school {uuid} NOT NULL,
    made_by {uuid} NOT NULL,
    made_at {instant} NOT NULL,
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, id)
) {strict};
{tenant consent_takeover};
