-- Who looked at whom; written before anything is opened, never changed.
CREATE TABLE vault.access_log (
    id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at        timestamptz NOT NULL,
    reader    uuid        NOT NULL,
    party     uuid,
    authority text        NOT NULL,
    person    uuid        NOT NULL,
    fields    text[]      NOT NULL,
    purpose   text        NOT NULL,
    ground    text,
    outcome   text        NOT NULL,
    trace     text
);
CREATE INDEX access_log_person ON vault.access_log (person, at);
GRANT SELECT, INSERT ON vault.access_log TO schakel_vault;
