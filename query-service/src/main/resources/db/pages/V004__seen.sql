-- When a page was last asked for stands in the session, at each page. A crash may lose the last of it: who waits
-- for the disk here holds up her own next page. Logging in and out wait, as everything else does.
CREATE FUNCTION pages.seen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('synchronous_commit', 'off', true);
    RETURN NULL;
END $$;
CREATE TRIGGER seen BEFORE UPDATE ON pages.session FOR EACH STATEMENT EXECUTE FUNCTION pages.seen();
