-- Folds in one order are kept in step together: how far each is for a batch of keys, and the note that each took
-- in a batch, for all of them in one round trip. The tokens of single folds mean nothing any more.
DROP FUNCTION ${schema}.taken_of(text, uuid[]);
CREATE FUNCTION ${schema}.taken_of(of_folds text[], keys uuid[])
RETURNS TABLE (fold text, key uuid, taken bigint, parked timestamptz) LANGUAGE plpgsql STABLE
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN QUERY
    SELECT o.fold, k.key,
        coalesce((SELECT t.position FROM ${schema}.taken t WHERE t.fold = o.fold AND t.key = k.key), 0),
        (SELECT min(p.since) FROM ${schema}.parked p WHERE p.fold = o.fold AND p.key = k.key)
    FROM unnest(of_folds) AS o (fold), unnest(keys) AS k (key);
END $$;

DROP FUNCTION ${schema}.note(text, uuid[], bigint[]);
CREATE FUNCTION ${schema}.note(folds text[], keys uuid[], positions bigint[]) RETURNS bigint LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    noted bigint;
BEGIN
    INSERT INTO ${schema}.taken AS t (fold, key, position, facts, seen)
    SELECT a.fold, a.key, a.position, coalesce(b.facts, 0) + a.facts,
        ${schema}.seen_after(coalesce(b.seen, ''), a.hashes)
    FROM (SELECT g.fold, g.key, max(g.position) AS position, count(*) AS facts,
              array_agg(f.hash ORDER BY g.position) AS hashes
          FROM unnest(folds, keys, positions) AS g (fold, key, position)
          JOIN ledger.fact f ON f.position = g.position GROUP BY g.fold, g.key) a
    LEFT JOIN LATERAL (SELECT t.facts, t.seen FROM ${schema}.taken t
                       WHERE t.fold = a.fold AND t.key = a.key LIMIT 1) b ON true
    ON CONFLICT (fold, key) DO UPDATE
    SET position = excluded.position, facts = excluded.facts, seen = excluded.seen
    WHERE t.facts < excluded.facts AND t.position < excluded.position;
    GET DIAGNOSTICS noted = ROW_COUNT;
    RETURN noted;
END $$;
GRANT EXECUTE ON FUNCTION ${schema}.taken_of, ${schema}.note TO ${writer};
DELETE FROM ${schema}.token_entry;
