-- Who stands around a person.
CREATE TABLE query.circle (
    key        uuid   NOT NULL,
    position   bigint NOT NULL,
    visible_to uuid[] NOT NULL,
    view       jsonb  NOT NULL,
    PRIMARY KEY (key)
);
ALTER TABLE query.circle ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY written ON query.circle TO schakel_project USING (true) WITH CHECK (true);
CREATE POLICY seen ON query.circle FOR SELECT TO schakel_web
    USING (visible_to && string_to_array(current_setting('schakel.keys', true), ',')::uuid[]);
GRANT SELECT, INSERT, UPDATE, DELETE ON query.circle TO schakel_project;
GRANT SELECT ON query.circle TO schakel_web;
