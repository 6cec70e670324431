-- The last fact of each person (or stream) that each fold has taken in.
CREATE TABLE ${schema}.taken (
    fold     text   NOT NULL,
    key      uuid   NOT NULL,
    position bigint NOT NULL,
    facts    bigint NOT NULL,
    PRIMARY KEY (fold, key)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON ${schema}.taken TO ${writer};
