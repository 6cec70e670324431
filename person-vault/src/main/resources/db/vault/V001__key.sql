-- One key per person and scope, wrapped by a master key that the database never sees; destroyed leaves the row.
CREATE TABLE vault.key (
    person       uuid        NOT NULL,
    scope        text        NOT NULL,
    wrapped      bytea,
    created_at   timestamptz NOT NULL,
    destroyed_at timestamptz,
    PRIMARY KEY (person, scope),
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);
GRANT SELECT, INSERT, UPDATE ON vault.key TO schakel_vault;
