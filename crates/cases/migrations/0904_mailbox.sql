-- Mailboxes for signals: what is sent or forwarded to them.
CREATE TABLE case_mailbox (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    school {uuid} NOT NULL,
    made_by {uuid} NOT NULL,
    made_at {instant} NOT NULL,
    -- when it was read last, the word for why not, and how many stay in it since there are too many at once
    read_at {instant},
    fault TEXT,
    waiting {int} NOT NULL,
    -- where it is and how it is entered, under the board's key
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, id)
) {strict};
{tenant case_mailbox};
CREATE UNIQUE INDEX case_mailbox_of ON case_mailbox (board, school);

-- What was taken out of it, by its number there and by a keyed hash of what it says: nothing is signalled twice, also where the numbers begin
-- anew.
CREATE TABLE case_mail (
    board {uuid} NOT NULL,
    mailbox {uuid} NOT NULL,
    validity {int} NOT NULL,
    uid {int} NOT NULL,
    item {bytes} NOT NULL,
    -- keyed hashes of the address that it says it is from, and of its domain where nobody here has that address
    sender {bytes} NOT NULL,
    domain {bytes},
    -- gemeld, dubbel, vanzelf, oud
    outcome TEXT NOT NULL,
    at {instant} NOT NULL,
    PRIMARY KEY (board, mailbox, validity, uid)
) {strict};
{tenant case_mail};
CREATE INDEX case_mail_item ON case_mail (board, mailbox, item);
CREATE INDEX case_mail_at ON case_mail (board, mailbox, outcome, at);
