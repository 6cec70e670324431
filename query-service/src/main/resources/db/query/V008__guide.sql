-- The guide of a person, by version.
CREATE TABLE query.guide (
    key        uuid   NOT NULL,
    position   bigint NOT NULL,
    visible_to uuid[] NOT NULL,
    view       jsonb  NOT NULL,
    PRIMARY KEY (key)
);
ALTER TABLE query.guide ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY written ON query.guide TO schakel_project USING (true) WITH CHECK (true);
CREATE POLICY seen ON query.guide FOR SELECT TO schakel_web
    USING (visible_to && string_to_array(current_setting('schakel.keys', true), ',')::uuid[]);
GRANT SELECT, INSERT, UPDATE, DELETE ON query.guide TO schakel_project;
GRANT SELECT ON query.guide TO schakel_web;
