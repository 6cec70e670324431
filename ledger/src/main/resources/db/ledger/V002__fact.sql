-- What happened. Gapless positions in the order of commit; never changed, never taken away.
CREATE TABLE ledger.fact (
    position     bigint      PRIMARY KEY CHECK (position > 0),
    kind         text        NOT NULL,
    stream       uuid        NOT NULL,
    sequence     bigint      NOT NULL CHECK (sequence >= 0),
    event_id     uuid        NOT NULL,
    name         text        NOT NULL,
    revision     integer     NOT NULL,
    person       uuid,
    actor        uuid        NOT NULL,
    party        uuid,
    recorded_at  timestamptz NOT NULL,
    occurred_at  timestamptz NOT NULL,
    correlation  uuid,
    causation    uuid,
    trace        text,
    payload      bytea       NOT NULL,
    once_key     bytea,
    once_request bytea,
    hash         bytea       NOT NULL,
    CONSTRAINT fact_sequence UNIQUE (kind, stream, sequence),
    CONSTRAINT fact_occurred CHECK (occurred_at <= recorded_at)
);
CREATE UNIQUE INDEX fact_once ON ledger.fact (once_key) WHERE once_key IS NOT NULL;
CREATE INDEX fact_person ON ledger.fact (person, position) WHERE person IS NOT NULL;

GRANT USAGE ON SCHEMA ledger TO schakel_append, schakel_project, schakel_audit, schakel_verify;
GRANT SELECT, INSERT ON ledger.fact TO schakel_append;
GRANT SELECT ON ledger.fact TO schakel_project, schakel_audit, schakel_verify;
