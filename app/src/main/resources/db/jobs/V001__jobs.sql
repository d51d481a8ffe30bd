-- Long work: what was asked for, how far it is, and who works on it.
CREATE TABLE job (
    id               text PRIMARY KEY CHECK (id LIKE 'job\_%'),
    kind             text NOT NULL,
    parameters       jsonb NOT NULL,
    owner            text NOT NULL,
    state            text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'INTERRUPTED')),
    cancel_requested boolean NOT NULL DEFAULT false,

    done             bigint NOT NULL DEFAULT 0 CHECK (done >= 0),
    total            bigint CHECK (total >= 0),
    per_minute       bigint,
    message          jsonb,
    result           jsonb,
    problem          jsonb,

    -- Each claim raises the attempt; whoever writes for an older attempt has lost the job.
    attempt          integer NOT NULL DEFAULT 0,
    -- Claims in a row that followed a worker's silence without a step forward.
    cut_offs         integer NOT NULL DEFAULT 0,
    node             text,
    lease_until      timestamptz,

    created_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    claimed_at       timestamptz,
    finished_at      timestamptz,

    CHECK ((state = 'RUNNING') = (lease_until IS NOT NULL)),
    CHECK ((state IN ('QUEUED', 'RUNNING')) = (finished_at IS NULL))
);

CREATE INDEX job_waiting ON job (created_at) WHERE state IN ('QUEUED', 'RUNNING');
CREATE INDEX job_newest ON job (created_at DESC);

-- The place from which an attempt goes on. Apart from the job, so that a step's transaction never holds up the sign of life.
CREATE TABLE position (
    job      text PRIMARY KEY REFERENCES job ON DELETE CASCADE,
    position jsonb NOT NULL,
    saved_at timestamptz NOT NULL
);
