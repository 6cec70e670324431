-- How far each segment of each fold has read (Axon's JdbcTokenStore).
CREATE TABLE ${schema}.token_entry (
    processorname varchar(255) NOT NULL,
    segment       integer      NOT NULL,
    token         bytea,
    tokentype     varchar(255),
    timestamp     varchar(255),
    owner         varchar(255),
    PRIMARY KEY (processorname, segment)
);
GRANT USAGE ON SCHEMA ${schema} TO ${writer};
GRANT SELECT, INSERT, UPDATE, DELETE ON ${schema}.token_entry TO ${writer};
