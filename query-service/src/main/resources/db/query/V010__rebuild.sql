-- How far the last rebuild of each read model is, or was when it took its place.
CREATE TABLE query.rebuild (
    fold   text        PRIMARY KEY,
    shape  text        NOT NULL,
    head   bigint      NOT NULL,
    shares integer     NOT NULL,
    done   integer     NOT NULL,
    facts  bigint      NOT NULL,
    since  timestamptz NOT NULL,
    until  timestamptz
);
GRANT SELECT, INSERT, UPDATE ON query.rebuild TO schakel_project;
-- The shape that the rows of each read model have: rows of another shape are rebuilt, never read.
CREATE TABLE query.shape (
    fold  text PRIMARY KEY,
    shape text NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON query.shape TO schakel_project;

-- The tables of a read model. Only what has row-level security is one.
CREATE FUNCTION query.shadow_tables(fold text) RETURNS SETOF name LANGUAGE sql STABLE AS $$
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'query' AND c.relkind = 'r' AND c.relrowsecurity AND c.relname IN (fold, fold || '_part')
$$;

-- Empty tables beside the live ones, without indexes, which nobody can ask anything.
CREATE FUNCTION query.shadow_begin(fold text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    live name;
    shadow name;
BEGIN
    FOR live IN SELECT query.shadow_tables(fold) LOOP
        shadow := replace(live, fold, fold || '_shadow');
        EXECUTE format('DROP TABLE IF EXISTS query.%I', shadow);
        EXECUTE format('CREATE TABLE query.%I (LIKE query.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', shadow, live);
        EXECUTE format('GRANT SELECT, INSERT, DELETE ON query.%I TO schakel_project', shadow);
    END LOOP;
    EXECUTE format('DROP TABLE IF EXISTS query.%I, query.%I', fold || '_shadow_taken', fold || '_shadow_parked');
    EXECUTE format('CREATE TABLE query.%I (key uuid NOT NULL, position bigint NOT NULL, facts bigint NOT NULL,
        seen bytea NOT NULL)', fold || '_shadow_taken');
    EXECUTE format('CREATE TABLE query.%I (key uuid NOT NULL, position bigint NOT NULL, reason text NOT NULL)',
        fold || '_shadow_parked');
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON query.%I, query.%I TO schakel_project', fold || '_shadow_taken',
        fold || '_shadow_parked');
END $$;

-- The indexes of the live tables, made when the rows are in.
CREATE FUNCTION query.shadow_index(fold text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    live name;
    shadow name;
    i record;
BEGIN
    FOR live IN SELECT query.shadow_tables(fold) LOOP
        shadow := replace(live, fold, fold || '_shadow');
        FOR i IN SELECT x.indexrelid::regclass::text AS name, c.relname AS short, x.indisprimary AS main,
                pg_get_indexdef(x.indexrelid) AS def
            FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid
            WHERE x.indrelid = format('query.%I', live)::regclass
        LOOP
            EXECUTE replace(replace(i.def, ' INDEX ' || quote_ident(i.short), ' INDEX ' || quote_ident(i.short || '_shadow')),
                format(' ON query.%I ', live), format(' ON query.%I ', shadow));
            IF i.main THEN
                EXECUTE format('ALTER TABLE query.%I ADD PRIMARY KEY USING INDEX %I', shadow, i.short || '_shadow');
            END IF;
        END LOOP;
        EXECUTE format('ANALYZE query.%I', shadow);
    END LOOP;
    EXECUTE format('ALTER TABLE query.%I ADD PRIMARY KEY (key)', fold || '_shadow_taken');
END $$;

-- Takes the place of the live tables, with their policies and rights, and of what they took in.
CREATE FUNCTION query.shadow_swap(fold text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    live name;
    shadow name;
    p record;
    g record;
    i record;
BEGIN
    FOR live IN SELECT query.shadow_tables(fold) LOOP
        shadow := replace(live, fold, fold || '_shadow');
        EXECUTE format('ALTER TABLE query.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', shadow);
        FOR p IN SELECT * FROM pg_policies WHERE schemaname = 'query' AND tablename = live LOOP
            EXECUTE format('CREATE POLICY %I ON query.%I AS %s FOR %s TO %s USING (%s)', p.policyname, shadow,
                p.permissive, p.cmd, array_to_string(p.roles, ', '), p.qual)
                || coalesce(' WITH CHECK (' || p.with_check || ')', '');
        END LOOP;
        FOR g IN SELECT a.grantee::regrole AS grantee, a.privilege_type AS privilege
            FROM pg_class c, aclexplode(c.relacl) a
            WHERE c.oid = format('query.%I', live)::regclass AND a.grantee <> c.relowner
        LOOP
            EXECUTE format('GRANT %s ON query.%I TO %s', g.privilege, shadow, g.grantee);
        END LOOP;
        EXECUTE format('DROP TABLE query.%I', live);
        EXECUTE format('ALTER TABLE query.%I RENAME TO %I', shadow, live);
        FOR i IN SELECT c.relname AS name FROM pg_index x JOIN pg_class c ON c.oid = x.indexrelid
            WHERE x.indrelid = format('query.%I', live)::regclass
        LOOP
            EXECUTE format('ALTER INDEX query.%I RENAME TO %I', i.name, regexp_replace(i.name, '_shadow$', ''));
        END LOOP;
    END LOOP;
    EXECUTE format('DELETE FROM query.taken t WHERE t.fold = %L AND NOT EXISTS (
        SELECT FROM query.%I s WHERE s.key = t.key)', fold, fold || '_shadow_taken');
    EXECUTE format('INSERT INTO query.taken AS t (fold, key, position, facts, seen)
        SELECT %L, key, position, facts, seen FROM query.%I
        ON CONFLICT (fold, key) DO UPDATE SET position = excluded.position, facts = excluded.facts, seen = excluded.seen
        WHERE t.position <> excluded.position OR t.seen <> excluded.seen', fold, fold || '_shadow_taken');
    DELETE FROM query.parked WHERE parked.fold = shadow_swap.fold;
    EXECUTE format('INSERT INTO query.parked (fold, key, position, reason)
        SELECT %L, key, position, reason FROM query.%I', fold, fold || '_shadow_parked');
    EXECUTE format('DROP TABLE query.%I, query.%I', fold || '_shadow_taken', fold || '_shadow_parked');
END $$;

REVOKE EXECUTE ON FUNCTION query.shadow_tables, query.shadow_begin, query.shadow_index, query.shadow_swap FROM PUBLIC;
GRANT EXECUTE ON FUNCTION query.shadow_begin, query.shadow_index, query.shadow_swap TO schakel_project;
