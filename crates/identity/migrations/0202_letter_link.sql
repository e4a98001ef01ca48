-- A link in a letter that asks something. It works for days instead of minutes, and opens that one thing and nothing else.
CREATE TABLE letter_link (
    board {uuid} NOT NULL,
    token_hash {bytes} NOT NULL,
    person {uuid} NOT NULL,
    -- the page that it opens, without language
    goes_to TEXT NOT NULL,
    expires_at {instant} NOT NULL,
    used_at {instant},
    -- taken back before it was used: the reader has no say any more
    ended_at {instant},
    PRIMARY KEY (board, token_hash)
) {strict};
{tenant letter_link};
CREATE INDEX letter_link_of ON letter_link (board, person);
