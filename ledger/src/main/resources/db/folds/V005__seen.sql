-- What each fold has taken in, as a running hash: whether it is complete can be told from the ledger alone.
CREATE FUNCTION ${schema}.seen_with(seen bytea, hash bytea) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN sha256(seen || hash);
CREATE AGGREGATE ${schema}.seen_of(bytea) (SFUNC = ${schema}.seen_with, STYPE = bytea, INITCOND = '');

ALTER TABLE ${schema}.taken ADD COLUMN seen bytea NOT NULL DEFAULT '';
UPDATE ${schema}.taken t SET seen = (
    SELECT ${schema}.seen_of(f.hash ORDER BY f.position) FROM ledger.fact f
    WHERE coalesce(f.person, f.stream) = t.key AND f.position <= t.position)
WHERE EXISTS (SELECT 1 FROM ledger.fact f WHERE coalesce(f.person, f.stream) = t.key AND f.position <= t.position);
ALTER TABLE ${schema}.taken ALTER COLUMN seen DROP DEFAULT;
