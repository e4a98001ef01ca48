-- The accounts by which a school shows things, and what this program itself shows for a school: the posts of a feed, and the
-- pages that letters lead to.
CREATE TABLE channel_account (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    school {uuid} NOT NULL,
    channel TEXT NOT NULL,
    -- wordpress, mastodon, bluesky, nieuwsbrief, feed or met-de-hand
    kind TEXT NOT NULL,
    -- name, address and user, under the board's key
    sealed {bytes} NOT NULL,
    -- the password or token, under the board's key
    secret {bytes},
    owner {uuid} NOT NULL,
    -- aan or gestopt
    state TEXT NOT NULL,
    -- the word in public addresses
    token TEXT NOT NULL,
    made_at {instant} NOT NULL,
    -- when it was looked at last, why it does not work and what else is to be said
    looked_at {instant},
    why TEXT,
    remark TEXT,
    -- of which cause its owner was told; emptied when it works again
    told TEXT,
    PRIMARY KEY (board, id),
    UNIQUE (board, token)
) {strict};
{tenant channel_account};
CREATE INDEX channel_account_of ON channel_account (board, school);

CREATE TABLE channel_post (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    account {uuid} NOT NULL,
    -- that of the publication: a second post with the same key is the same post
    effect TEXT NOT NULL,
    -- the word in its address
    token TEXT NOT NULL,
    -- title, text and the descriptions of its images, under the board's key; empty once it is gone
    sealed {bytes},
    published_at {instant} NOT NULL,
    changed_at {instant} NOT NULL,
    gone_at {instant},
    PRIMARY KEY (board, id),
    UNIQUE (board, account, effect),
    UNIQUE (board, account, token)
) {strict};
{tenant channel_post};
CREATE INDEX channel_post_newest ON channel_post (board, account, published_at);

CREATE TABLE channel_image (
    board {uuid} NOT NULL,
    post {uuid} NOT NULL,
    number {int} NOT NULL,
    -- the file, under the board's key
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, post, number)
) {strict};
{tenant channel_image};
