-- When a page was last asked for stands in the session, at each page. Its commit waits for no disk, as whoever waits
-- here holds up her own next page: after a crash somebody may have to log in again. Who logged out stays logged out:
-- an ended session is deleted, and that waits.
CREATE FUNCTION pages.seen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('synchronous_commit', 'off', true);
    RETURN NULL;
END $$;
CREATE TRIGGER seen BEFORE UPDATE ON pages.session FOR EACH STATEMENT EXECUTE FUNCTION pages.seen();
