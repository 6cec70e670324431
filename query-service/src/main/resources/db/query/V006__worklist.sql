-- What waits, by referral.
CREATE TABLE query.worklist (
    key        uuid   NOT NULL,
    position   bigint NOT NULL,
    visible_to uuid[] NOT NULL,
    view       jsonb  NOT NULL,
    PRIMARY KEY (key)
);
CREATE INDEX worklist_visible_to ON query.worklist USING gin (visible_to);
ALTER TABLE query.worklist ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY written ON query.worklist TO schakel_project USING (true) WITH CHECK (true);
CREATE POLICY seen ON query.worklist FOR SELECT TO schakel_web
    USING (visible_to && string_to_array(current_setting('schakel.keys', true), ',')::uuid[]);
GRANT SELECT, INSERT, UPDATE, DELETE ON query.worklist TO schakel_project;
GRANT SELECT ON query.worklist TO schakel_web;
