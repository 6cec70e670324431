-- The tokens with which pages speak for who is logged in; covered by the master key.
CREATE TABLE pages.client (
    login   uuid        PRIMARY KEY,
    access  bytea       NOT NULL,
    issued  timestamptz NOT NULL,
    expires timestamptz NOT NULL,
    refresh bytea
);
GRANT SELECT, INSERT, UPDATE, DELETE ON pages.client TO schakel_web;
