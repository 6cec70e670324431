-- A view of a few kB is changed with every fact: it stays in its row as it is, and the page keeps room for the next.
DO $$
DECLARE
    kept name;
BEGIN
    FOREACH kept IN ARRAY ARRAY['circle', 'path', 'worklist', 'bell', 'guide'] LOOP
        EXECUTE format('ALTER TABLE query.%I SET (toast_tuple_target = 8160, fillfactor = 50)', kept);
    END LOOP;
END $$;

-- As before, with the live tables' settings too.
CREATE OR REPLACE FUNCTION query.shadow_begin(fold text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    live name;
    shadow name;
    settings text;
BEGIN
    FOR live IN SELECT query.shadow_tables(fold) LOOP
        shadow := replace(live, fold, fold || '_shadow');
        SELECT coalesce(' WITH (' || array_to_string(c.reloptions, ', ') || ')', '') INTO settings
            FROM pg_class c WHERE c.oid = format('query.%I', live)::regclass;
        EXECUTE format('DROP TABLE IF EXISTS query.%I', shadow);
        EXECUTE format('CREATE TABLE query.%I (LIKE query.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', shadow, live)
            || settings;
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
