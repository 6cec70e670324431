-- Facts that a fold could not take in, and what waits behind them; the ledger keeps the facts.
CREATE TABLE ${schema}.parked (
    fold     text        NOT NULL,
    key      uuid        NOT NULL,
    position bigint      NOT NULL,
    reason   text        NOT NULL,
    since    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (fold, key, position)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON ${schema}.parked TO ${writer};
