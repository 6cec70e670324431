-- The second wall behind the grants: not even the owner changes a fact by accident.
CREATE FUNCTION ledger.never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'facts never change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger.fact
    FOR EACH STATEMENT EXECUTE FUNCTION ledger.never_changed();
ALTER TABLE ledger.fact ENABLE ALWAYS TRIGGER never_changed;
