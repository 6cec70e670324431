-- What somebody had filled in when her session was over; covered by the master key, for an hour.
CREATE TABLE pages.draft (
    id     uuid        PRIMARY KEY,
    login  uuid        NOT NULL,
    path   text        NOT NULL,
    fields bytea       NOT NULL,
    until  timestamptz NOT NULL
);
GRANT SELECT, INSERT, DELETE ON pages.draft TO schakel_web;
