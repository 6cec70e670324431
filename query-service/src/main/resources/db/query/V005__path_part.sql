-- The switch moments of a path, one for each fact that is one.
CREATE TABLE query.path_part (
    key        uuid   NOT NULL,
    position   bigint NOT NULL,
    visible_to uuid[] NOT NULL,
    view       jsonb  NOT NULL,
    PRIMARY KEY (key, position)
);
ALTER TABLE query.path_part ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY written ON query.path_part TO schakel_project USING (true) WITH CHECK (true);
CREATE POLICY seen ON query.path_part FOR SELECT TO schakel_web
    USING (visible_to && string_to_array(current_setting('schakel.keys', true), ',')::uuid[]);
GRANT SELECT, INSERT, UPDATE, DELETE ON query.path_part TO schakel_project;
GRANT SELECT ON query.path_part TO schakel_web;
