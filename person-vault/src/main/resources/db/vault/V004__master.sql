-- A known word under the master key: tells at start-up whether this key belongs to this database.
CREATE TABLE vault.master (
    one    boolean PRIMARY KEY DEFAULT true CHECK (one),
    canary bytea   NOT NULL
);
GRANT SELECT, INSERT ON vault.master TO schakel_vault;
