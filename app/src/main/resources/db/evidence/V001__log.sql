-- The evidence log. A fact is stored once, as the exact bytes of its leaf; everything else here can be derived from the facts.

-- Which log this is. One row, written at the first start and never changed.
CREATE TABLE log (
    only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    origin    text NOT NULL,
    hash      text NOT NULL CHECK (hash IN ('sha256', 'sm3'))
);

CREATE TABLE stream (
    id       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name     text NOT NULL UNIQUE,
    next_seq bigint NOT NULL CHECK (next_seq >= 0)
);

-- A writer takes the row lock of its stream until it commits, so numbers are dense and commit in order.
CREATE TABLE fact (
    stream integer NOT NULL,
    seq    bigint NOT NULL CHECK (seq >= 0),
    leaf   text NOT NULL,
    PRIMARY KEY (stream, seq)
);

-- How far each stream has been sealed. Apart from stream, because only the sealer writes it.
CREATE TABLE sealed (
    stream   integer PRIMARY KEY REFERENCES stream,
    next_seq bigint NOT NULL CHECK (next_seq >= 0)
);

-- Which leaves are which facts: leaves start_index .. start_index + length - 1 are facts from_seq .. of one stream.
CREATE TABLE span (
    start_index bigint PRIMARY KEY,
    stream      integer NOT NULL REFERENCES stream,
    from_seq    bigint NOT NULL,
    length      bigint NOT NULL CHECK (length > 0),
    UNIQUE (stream, from_seq)
);

-- Hashes of the Merkle tree: up to 256 nodes of tree level 8 * level, side by side.
CREATE TABLE tile (
    level  smallint NOT NULL,
    index  bigint NOT NULL,
    hashes bytea NOT NULL,
    PRIMARY KEY (level, index)
);
ALTER TABLE tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

CREATE TABLE checkpoint (
    size bigint PRIMARY KEY,
    root bytea NOT NULL,
    at   timestamptz NOT NULL,
    note text NOT NULL
);

CREATE TABLE cosignature (
    size     bigint NOT NULL REFERENCES checkpoint,
    key      text NOT NULL,
    line     text NOT NULL,
    received timestamptz NOT NULL,
    PRIMARY KEY (size, key)
);

-- Keys whose signatures count: of this log (role log) and of its witnesses (role witness).
CREATE TABLE verifier_key (
    key      text PRIMARY KEY,
    role     text NOT NULL CHECK (role IN ('log', 'witness')),
    added    timestamptz NOT NULL,
    retired  timestamptz
);

-- Attachments, stored once by digest.
CREATE TABLE file (
    digest     text PRIMARY KEY,
    size       bigint NOT NULL CHECK (size >= 0),
    media_type text NOT NULL,
    stored     timestamptz NOT NULL
);

CREATE TABLE file_part (
    digest text NOT NULL REFERENCES file ON DELETE CASCADE,
    part   integer NOT NULL,
    bytes  bytea NOT NULL,
    PRIMARY KEY (digest, part)
);
ALTER TABLE file_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- What a commitment in a fact commits to. Deleting the row forgets the value; the log stays whole.
CREATE TABLE opening (
    commitment text PRIMARY KEY,
    salt       bytea NOT NULL,
    value      bytea NOT NULL
);
