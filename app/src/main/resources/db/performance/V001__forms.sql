-- Self-evaluation forms. What happened to a form is in the stream form/<id> of the evidence log; form_state and finding are derived
-- from those facts and can be dropped and derived again.

-- A project whose money is evaluated, known by its name within its organisation.
CREATE TABLE project (
    id           text PRIMARY KEY,
    organisation text NOT NULL,
    name         text NOT NULL,
    UNIQUE (organisation, name)
);

-- One form for each project and year. The organisation is the scope of every right to the form.
CREATE TABLE form (
    id           text PRIMARY KEY,
    project      text NOT NULL REFERENCES project,
    organisation text NOT NULL,
    year         smallint NOT NULL,
    synthetic    boolean NOT NULL,
    UNIQUE (project, year)
);
CREATE INDEX form_year ON form (year, organisation);

-- The form as its facts leave it. version is the length of its stream; document is the form and its rule set as an opening fact would
-- state them; evidence is what the review needs to know of the files behind the figures.
CREATE TABLE form_state (
    form            text PRIMARY KEY REFERENCES form,
    version         bigint NOT NULL CHECK (version > 0),
    state           text NOT NULL CHECK (state IN ('draft', 'final')),
    document        text NOT NULL,
    evidence        text NOT NULL,
    name            text NOT NULL,
    department      text NOT NULL,
    unit            text NOT NULL,
    score           numeric(7, 2) NOT NULL,
    grade           text NOT NULL,
    rate            numeric(9, 2) NOT NULL,
    initial_budget  bigint NOT NULL,
    annual_budget   bigint NOT NULL,
    executed        bigint NOT NULL,
    indicators      integer NOT NULL,
    measured        integer NOT NULL,
    entered         integer NOT NULL,
    missing         integer NOT NULL,
    unexplained     integer NOT NULL,
    changed         timestamptz NOT NULL,
    CHECK (measured + entered + missing = indicators)
);

-- What the review rules object to, at the form's present version and beside the other forms of its organisation and year.
CREATE TABLE finding (
    form      text NOT NULL REFERENCES form,
    number    integer NOT NULL,
    rule      text NOT NULL,
    severity  text NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
    indicator text,
    document  text NOT NULL,
    PRIMARY KEY (form, number)
);
CREATE INDEX finding_rule ON finding (rule, form);

-- Files that were brought to stand behind figures of a form. An entry may name these and no others.
CREATE TABLE kept_file (
    form       text NOT NULL REFERENCES form,
    digest     text NOT NULL,
    PRIMARY KEY (form, digest)
);

-- A file that somebody brought, and what became of it. The file itself is kept by its digest.
CREATE TABLE import (
    id           text PRIMARY KEY,
    organisation text NOT NULL,
    file_name    text NOT NULL,
    digest       text NOT NULL,
    size         bigint NOT NULL,
    person       text NOT NULL,
    received     timestamptz NOT NULL,
    state        text NOT NULL CHECK (state IN ('received', 'checked', 'rejected', 'taken')),
    report       text,
    job          text,
    decided      timestamptz,
    CHECK ((state = 'received') = (report IS NULL))
);
CREATE INDEX import_received ON import (organisation, received DESC);

-- The forms that an import opened or gave a new version.
CREATE TABLE import_form (
    import text NOT NULL REFERENCES import,
    form   text NOT NULL REFERENCES form,
    PRIMARY KEY (import, form)
);
