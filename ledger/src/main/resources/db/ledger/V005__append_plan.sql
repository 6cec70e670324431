-- The same function, planned once and for any size: what is asked per decision is looked up in an index,
-- also while the statistics still say that the ledger is small. (An EXISTS may become a hash of all facts.)
CREATE OR REPLACE FUNCTION ledger.append(
    requests int[], kinds text[], streams uuid[], sequences bigint[], event_ids uuid[], names text[],
    revisions int[], persons uuid[], actors uuid[], parties uuid[], recorded timestamptz[],
    occurred timestamptz[], correlations uuid[], causations uuid[], traces text[], payloads bytea[],
    once_keys bytea[], once_requests bytea[], hashes bytea[])
RETURNS TABLE (request int, outcome text, last_position bigint) LANGUAGE plpgsql
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    head bigint;
    added bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(5351720);
    SELECT coalesce(max(f.position), 0) INTO head FROM ledger.fact f;
    RETURN QUERY
    WITH given AS MATERIALIZED (
        SELECT * FROM unnest(requests, kinds, streams, sequences, event_ids, names, revisions, persons,
            actors, parties, recorded, occurred, correlations, causations, traces, payloads, once_keys,
            once_requests, hashes) WITH ORDINALITY
            AS g (request, kind, stream, sequence, event_id, name, revision, person, actor, party,
            recorded_at, occurred_at, correlation, causation, trace, payload, once_key, once_request,
            hash, ord)
    ), opening AS (
        SELECT DISTINCT ON (g.request) g.request, g.kind, g.stream, g.sequence, g.once_key
        FROM given g ORDER BY g.request, g.ord
    ), judged AS MATERIALIZED (
        SELECT l.request, CASE
            WHEN (SELECT true FROM ledger.fact f WHERE f.once_key = l.once_key LIMIT 1) THEN 'twice'
            WHEN l.sequence <> coalesce((SELECT max(f.sequence) + 1 FROM ledger.fact f
                WHERE f.kind = l.kind AND f.stream = l.stream), 0) THEN 'conflict'
            ELSE 'taken' END AS outcome
        FROM opening l
    ), numbered AS MATERIALIZED (
        SELECT head + row_number() OVER (ORDER BY g.ord) AS position, g.*
        FROM given g JOIN judged j ON j.request = g.request AND j.outcome = 'taken'
    ), inserted AS (
        INSERT INTO ledger.fact (position, kind, stream, sequence, event_id, name, revision, person,
            actor, party, recorded_at, occurred_at, correlation, causation, trace, payload, once_key,
            once_request, hash)
        SELECT n.position, n.kind, n.stream, n.sequence, n.event_id, n.name, n.revision, n.person,
            n.actor, n.party, n.recorded_at, n.occurred_at, n.correlation, n.causation, n.trace,
            n.payload, n.once_key, n.once_request, n.hash
        FROM numbered n ORDER BY n.position
    )
    SELECT j.request, j.outcome, max(n.position)
    FROM judged j LEFT JOIN numbered n ON n.request = j.request GROUP BY j.request, j.outcome;
    SELECT coalesce(max(f.position), 0) INTO added FROM ledger.fact f;
    IF added > head THEN
        PERFORM pg_notify('ledger', added::text);
    END IF;
END $$;
