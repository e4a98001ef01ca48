-- Who may act, and how they show that it is them. No name and no address of a person is in here: those are sealed where the
-- people are. What is secret is stored as a hash, or sealed under the board's key.

-- A role that somebody fills from one day until another. Pupil and guardian follow from the roster and need no row.
CREATE TABLE role_held (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    person {uuid} NOT NULL,
    role TEXT NOT NULL,
    -- none: every school of the board
    school {uuid},
    -- none: every group of the school
    class_group {uuid},
    from_day {date} NOT NULL,
    -- the last day; none: until further notice
    until_day {date},
    substitute_for {uuid},
    PRIMARY KEY (board, id)
) {strict};
{tenant role_held};
CREATE INDEX role_held_by ON role_held (board, person);

-- What somebody signs in with by themselves: a password with its second factor.
CREATE TABLE account (
    board {uuid} NOT NULL,
    person {uuid} NOT NULL,
    -- a pupil's own word to sign in with: made up, and says nothing of who it is
    username TEXT,
    -- Argon2id, in the form of the PHC
    password TEXT,
    -- the password was made by the school and must be replaced at the first use
    once {bool} NOT NULL,
    -- the second factor's secret, sealed
    totp {bytes},
    -- the last time step that was used: a code works once
    totp_step {int} NOT NULL,
    -- hashes of recovery codes that were not used yet
    recovery {json} NOT NULL,
    changed_at {instant} NOT NULL,
    PRIMARY KEY (board, person),
    UNIQUE (board, username)
) {strict};
{tenant account};

CREATE TABLE passkey (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    person {uuid} NOT NULL,
    -- hash of the credential's own identity
    credential_hash {bytes} NOT NULL,
    -- the public key and its counter
    credential {json} NOT NULL,
    label TEXT NOT NULL,
    made_at {instant} NOT NULL,
    used_at {instant},
    PRIMARY KEY (board, id),
    UNIQUE (board, credential_hash)
) {strict};
{tenant passkey};
CREATE INDEX passkey_of ON passkey (board, person);

-- A service by which people of this board sign in.
CREATE TABLE oidc_provider (
    board {uuid} NOT NULL,
    -- its word in addresses
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    issuer TEXT NOT NULL,
    client TEXT NOT NULL,
    -- sealed; none for a public client
    secret {bytes},
    -- which claim says the e-mail address; none: addresses of this service are never believed
    address_claim TEXT,
    -- the only domains whose addresses this service is believed about
    domains {json} NOT NULL,
    PRIMARY KEY (board, slug)
) {strict};
{tenant oidc_provider};

-- Who somebody is at a service. Made once; after that only issuer and subject count, and an address never again.
CREATE TABLE oidc_link (
    board {uuid} NOT NULL,
    -- HMAC of issuer and subject
    subject_index {bytes} NOT NULL,
    slug TEXT NOT NULL,
    person {uuid} NOT NULL,
    linked_at {instant} NOT NULL,
    PRIMARY KEY (board, subject_index),
    UNIQUE (board, slug, person)
) {strict};
{tenant oidc_link};

-- What must be remembered between two steps of signing in. Bound to the browser by the hash of its cookie; used once.
CREATE TABLE sign_in_state (
    board {uuid} NOT NULL,
    cookie_hash {bytes} NOT NULL,
    -- oidc, passkey, new-passkey, code, new-code
    step TEXT NOT NULL,
    -- sealed
    held {bytes} NOT NULL,
    expires_at {instant} NOT NULL,
    PRIMARY KEY (board, cookie_hash, step)
) {strict};
{tenant sign_in_state};

CREATE TABLE mail_link (
    board {uuid} NOT NULL,
    token_hash {bytes} NOT NULL,
    person {uuid} NOT NULL,
    expires_at {instant} NOT NULL,
    used_at {instant},
    PRIMARY KEY (board, token_hash)
) {strict};
{tenant mail_link};

CREATE TABLE session (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    token_hash {bytes} NOT NULL,
    person {uuid} NOT NULL,
    -- passkey, password, code, oidc, mail, demo
    means TEXT NOT NULL,
    -- what the browser says it is: to recognise one's own devices
    device TEXT NOT NULL,
    begun_at {instant} NOT NULL,
    seen_at {instant} NOT NULL,
    stepped_up_at {instant},
    ended_at {instant},
    PRIMARY KEY (board, id),
    UNIQUE (board, token_hash)
) {strict};
{tenant session};
CREATE INDEX session_of ON session (board, person);

-- How often something was tried in a quarter of an hour, for all processes together.
CREATE TABLE throttle (
    board {uuid} NOT NULL,
    key_hash {bytes} NOT NULL,
    slot {int} NOT NULL,
    tries {int} NOT NULL,
    PRIMARY KEY (board, key_hash, slot)
) {strict};
{tenant throttle};
