-- The same function: what is judged and numbered carries only what that takes, and a row is copied once, into
-- the table.
CREATE OR REPLACE FUNCTION ledger.append(
    requests int[], kinds text[], streams uuid[], sequences bigint[], event_ids uuid[], names text[],
    revisions int[], persons uuid[], actors uuid[], parties uuid[], recorded timestamptz[],
    occurred timestamptz[], correlations uuid[], causations uuid[], traces text[], payloads bytea[],
    once_keys bytea[], once_requests bytea[], hashes bytea[])
RETURNS TABLE (request int, outcome text, last_position bigint) LANGUAGE plpgsql
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    head bigint;
    outcomes text[];
    positions bigint[];
BEGIN
    PERFORM pg_advisory_xact_lock(5351720);
    SELECT coalesce(max(f.position), 0) INTO head FROM ledger.fact f;
    -- By its first row, each request: they are numbered from 0, and their rows stand together.
    SELECT array_agg(CASE
            WHEN (SELECT true FROM ledger.fact f WHERE f.once_key = g.once_key LIMIT 1) THEN 'twice'
            WHEN g.sequence <> coalesce((SELECT max(f.sequence) + 1 FROM ledger.fact f
                WHERE f.kind = g.kind AND f.stream = g.stream), 0) THEN 'conflict'
            ELSE 'taken' END ORDER BY g.request) INTO outcomes
    FROM unnest(requests, kinds, streams, sequences, once_keys) WITH ORDINALITY
        AS g (request, kind, stream, sequence, once_key, ord)
    WHERE g.ord = 1 OR g.request <> requests[g.ord - 1];
    SELECT array_agg(CASE WHEN g.taken THEN head + g.nth END ORDER BY g.ord) INTO positions
    FROM (SELECT r.ord, outcomes[r.request + 1] = 'taken' AS taken,
              count(*) FILTER (WHERE outcomes[r.request + 1] = 'taken') OVER (ORDER BY r.ord) AS nth
          FROM unnest(requests) WITH ORDINALITY AS r (request, ord)) g;
    INSERT INTO ledger.fact (position, kind, stream, sequence, event_id, name, revision, person, actor, party,
        recorded_at, occurred_at, correlation, causation, trace, payload, once_key, once_request, hash)
    SELECT n.* FROM (
        SELECT unnest(positions) AS position, unnest(kinds), unnest(streams), unnest(sequences),
            unnest(event_ids), unnest(names), unnest(revisions), unnest(persons), unnest(actors),
            unnest(parties), unnest(recorded), unnest(occurred), unnest(correlations), unnest(causations),
            unnest(traces), unnest(payloads), unnest(once_keys), unnest(once_requests), unnest(hashes)
    ) n WHERE n.position IS NOT NULL;
    IF FOUND THEN
        PERFORM pg_notify('ledger', (SELECT max(p)::text FROM unnest(positions) AS p));
    END IF;
    RETURN QUERY
    SELECT g.request, outcomes[g.request + 1], max(g.position)
    FROM unnest(requests, positions) AS g (request, position) GROUP BY g.request;
END $$;
