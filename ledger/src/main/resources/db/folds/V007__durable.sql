-- As before, but its commit waits for the disk: a processor goes on from what it remembers to have committed,
-- so a commit that a crash can lose would never be done again.
CREATE OR REPLACE FUNCTION ${schema}.taken_of(of_fold text, keys uuid[])
RETURNS TABLE (key uuid, taken bigint, parked timestamptz) LANGUAGE plpgsql STABLE
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN QUERY
    SELECT k.key,
        coalesce((SELECT t.position FROM ${schema}.taken t WHERE t.fold = of_fold AND t.key = k.key), 0),
        (SELECT min(p.since) FROM ${schema}.parked p WHERE p.fold = of_fold AND p.key = k.key)
    FROM unnest(keys) AS k (key);
END $$;
