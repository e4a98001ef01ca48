-- Who is at work on something that waits, until when: so that two do not do it at once. It ends by itself.
CREATE TABLE claim (
    board {uuid} NOT NULL,
    -- the word's own key of what waits: takedown-0193…
    item TEXT NOT NULL,
    person {uuid} NOT NULL,
    until_at {instant} NOT NULL,
    PRIMARY KEY (board, item)
) {strict};
{tenant claim};
