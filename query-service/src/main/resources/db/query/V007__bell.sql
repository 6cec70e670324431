-- Bells that were rung.
CREATE TABLE query.bell (
    key        uuid   NOT NULL,
    position   bigint NOT NULL,
    visible_to uuid[] NOT NULL,
    view       jsonb  NOT NULL,
    PRIMARY KEY (key)
);
CREATE INDEX bell_visible_to ON query.bell USING gin (visible_to);
ALTER TABLE query.bell ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY written ON query.bell TO schakel_project USING (true) WITH CHECK (true);
CREATE POLICY seen ON query.bell FOR SELECT TO schakel_web
    USING (visible_to && string_to_array(current_setting('schakel.keys', true), ',')::uuid[]);
GRANT SELECT, INSERT, UPDATE, DELETE ON query.bell TO schakel_project;
GRANT SELECT ON query.bell TO schakel_web;
