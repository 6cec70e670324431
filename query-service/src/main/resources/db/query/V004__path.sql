-- How far everything about a person is.
CREATE TABLE query.path (
    key        uuid   NOT NULL,
    position   bigint NOT NULL,
    visible_to uuid[] NOT NULL,
    view       jsonb  NOT NULL,
    PRIMARY KEY (key)
);
ALTER TABLE query.path ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY written ON query.path TO schakel_project USING (true) WITH CHECK (true);
CREATE POLICY seen ON query.path FOR SELECT TO schakel_web
    USING (visible_to && string_to_array(current_setting('schakel.keys', true), ',')::uuid[]);
GRANT SELECT, INSERT, UPDATE, DELETE ON query.path TO schakel_project;
GRANT SELECT ON query.path TO schakel_web;
