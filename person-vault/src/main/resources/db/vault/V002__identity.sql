-- Who a person is: every field sealed.
CREATE TABLE vault.identity (
    person uuid  PRIMARY KEY,
    fields jsonb NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON vault.identity TO schakel_vault;
