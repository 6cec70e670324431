-- Who is logged in with a browser, until when (Spring Session); the principal is a mark, not a name.
CREATE TABLE pages.session (
    primary_id            char(36) PRIMARY KEY,
    session_id            char(36) NOT NULL,
    creation_time         bigint   NOT NULL,
    last_access_time      bigint   NOT NULL,
    max_inactive_interval int      NOT NULL,
    expiry_time           bigint   NOT NULL,
    principal_name        varchar(100)
);
CREATE UNIQUE INDEX session_by_id ON pages.session (session_id);
CREATE INDEX session_by_expiry ON pages.session (expiry_time);
CREATE INDEX session_by_principal ON pages.session (principal_name);

CREATE TABLE pages.session_attributes (
    session_primary_id char(36) NOT NULL REFERENCES pages.session ON DELETE CASCADE,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);
GRANT USAGE ON SCHEMA pages TO schakel_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON pages.session, pages.session_attributes TO schakel_web;
