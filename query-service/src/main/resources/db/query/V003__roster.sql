-- What a party is called and who belongs to it; every known caller may see that.
CREATE TABLE query.roster (
    key        uuid   NOT NULL,
    position   bigint NOT NULL,
    visible_to uuid[] NOT NULL,
    view       jsonb  NOT NULL,
    PRIMARY KEY (key)
);
ALTER TABLE query.roster ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY written ON query.roster TO schakel_project USING (true) WITH CHECK (true);
CREATE POLICY seen ON query.roster FOR SELECT TO schakel_web
    USING (current_setting('schakel.keys', true) <> '');
GRANT SELECT, INSERT, UPDATE, DELETE ON query.roster TO schakel_project;
GRANT SELECT ON query.roster TO schakel_web;
