CREATE TABLE job (
    id text PRIMARY KEY
);
