-- How far a fold is for a batch of keys, and the note that it took in a batch: one round trip each, planned
-- for a table of any size. What a fold writes can be done again, so its commit waits for no disk.
CREATE FUNCTION ${schema}.seen_after(seen bytea, hashes bytea[]) RETURNS bytea
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    hash bytea;
BEGIN
    FOREACH hash IN ARRAY hashes LOOP
        seen := ${schema}.seen_with(seen, hash);
    END LOOP;
    RETURN seen;
END $$;

CREATE FUNCTION ${schema}.taken_of(of_fold text, keys uuid[])
RETURNS TABLE (key uuid, taken bigint, parked timestamptz) LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    PERFORM set_config('synchronous_commit', 'off', true);
    RETURN QUERY
    SELECT k.key,
        coalesce((SELECT t.position FROM ${schema}.taken t WHERE t.fold = of_fold AND t.key = k.key), 0),
        (SELECT min(p.since) FROM ${schema}.parked p WHERE p.fold = of_fold AND p.key = k.key)
    FROM unnest(keys) AS k (key);
END $$;

CREATE FUNCTION ${schema}.note(of_fold text, keys uuid[], positions bigint[]) RETURNS bigint LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    noted bigint;
BEGIN
    INSERT INTO ${schema}.taken AS t (fold, key, position, facts, seen)
    SELECT of_fold, a.key, a.position, coalesce(b.facts, 0) + a.facts,
        ${schema}.seen_after(coalesce(b.seen, ''), a.hashes)
    FROM (SELECT g.key, max(g.position) AS position, count(*) AS facts,
              array_agg(f.hash ORDER BY g.position) AS hashes
          FROM unnest(keys, positions) AS g (key, position)
          JOIN ledger.fact f ON f.position = g.position GROUP BY g.key) a
    LEFT JOIN LATERAL (SELECT t.facts, t.seen FROM ${schema}.taken t
                       WHERE t.fold = of_fold AND t.key = a.key LIMIT 1) b ON true
    ON CONFLICT (fold, key) DO UPDATE
    SET position = excluded.position, facts = excluded.facts, seen = excluded.seen
    WHERE t.facts < excluded.facts AND t.position < excluded.position;
    GET DIAGNOSTICS noted = ROW_COUNT;
    RETURN noted;
END $$;
GRANT EXECUTE ON FUNCTION ${schema}.seen_after, ${schema}.taken_of, ${schema}.note TO ${writer};
