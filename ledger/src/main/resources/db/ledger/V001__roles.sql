-- One role per need; a role that exists already in this cluster stays as it is.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['append', 'project', 'web', 'audit', 'verify', 'vault'] LOOP
        BEGIN
            EXECUTE format('CREATE ROLE schakel_%s LOGIN', wanted);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
    END LOOP;
END $$;
