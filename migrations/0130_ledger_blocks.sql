-- The proof: blocks of what was written, each chained to the one before, and the runs of `verify`.

-- Holds get an order of their own, so that a block can say up to which one it reaches.
ALTER TABLE ledger.hold ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY;
CREATE UNIQUE INDEX hold_seq ON ledger.hold (seq);

-- A block seals every entry, hold and account with a number above the block before and up to its
-- own `last_…`.
CREATE TABLE ledger.block (
    n bigint PRIMARY KEY CHECK (n > 0),
    last_entry bigint NOT NULL,
    last_hold bigint NOT NULL,
    last_account bigint NOT NULL,
    entries integer NOT NULL CHECK (entries >= 0),
    postings integer NOT NULL CHECK (postings >= 0),
    holds integer NOT NULL CHECK (holds >= 0),
    accounts integer NOT NULL CHECK (accounts >= 0),
    entries_so_far bigint NOT NULL,
    witnesses text [] NOT NULL,
    marks bytea NOT NULL,
    digest bytea NOT NULL CHECK (length(digest) = 32),
    previous bytea NOT NULL CHECK (length(previous) = 32),
    head bytea NOT NULL CHECK (length(head) = 32),
    seal bytea NOT NULL CHECK (length(seal) = 32),
    sealed_at timestamptz NOT NULL
);

COMMENT ON COLUMN ledger.block.marks IS
'short sums of each row, by which an altered one is found within its block';

-- Marks are random bytes: to compress them would cost time and give nothing.
ALTER TABLE ledger.block ALTER COLUMN marks SET STORAGE EXTERNAL;

-- What `verify` did and found, for the page that shows it.
CREATE TABLE ledger.verification (
    id uuid PRIMARY KEY,
    asked_by uuid,
    asked_at timestamptz NOT NULL,
    started_at timestamptz,
    ended_at timestamptz,
    state text NOT NULL CHECK (state IN ('waiting', 'running', 'whole', 'damaged', 'failed')),
    part text NOT NULL DEFAULT '',
    done bigint NOT NULL DEFAULT 0,
    total bigint NOT NULL DEFAULT 0,
    report jsonb NOT NULL DEFAULT '{}',
    CHECK ((ended_at IS NOT NULL) = (state IN ('whole', 'damaged', 'failed')))
);

CREATE INDEX verification_newest ON ledger.verification (asked_at DESC, id DESC);
-- One at a time: a second wish finds the first one.
CREATE UNIQUE INDEX verification_under_way ON ledger.verification ((true))
WHERE state IN ('waiting', 'running');

-- `verify` replays the postings now, block by block.
DROP FUNCTION IF EXISTS ledger.seen_accounts_v1, ledger.seen_entries_v1;
