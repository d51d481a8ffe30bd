-- What people look for in the log: checkpoints by day, and the facts of a stream that correct others.
CREATE INDEX checkpoint_at ON checkpoint (at);

-- A leaf is canonical JSON, so the member "corrects" of the fact itself is always written in this way.
CREATE INDEX fact_correction ON fact (stream, seq) WHERE leaf LIKE '%"corrects":{"seq":%';
