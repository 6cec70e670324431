-- Every fact as tools/verify.mjs takes it (docs/ledger-format.md), for whoever may read the ledger, such as schakel_verify:
--   psql -XAtq -f tools/facts.sql "host=… dbname=schakel user=schakel_verify" > facts.jsonl
SELECT json_build_object('position', position, 'columns', json_build_array(kind, stream::text, sequence::text,
        event_id::text, name, revision::text, person::text, actor::text, party::text,
        (extract(epoch FROM recorded_at) * 1000000)::bigint::text,
        (extract(epoch FROM occurred_at) * 1000000)::bigint::text,
        correlation::text, causation::text, trace,
        json_build_object('hex', encode(payload, 'hex')),
        CASE WHEN once_key IS NOT NULL THEN json_build_object('hex', encode(once_key, 'hex')) END,
        CASE WHEN once_request IS NOT NULL THEN json_build_object('hex', encode(once_request, 'hex')) END),
    'hash', encode(hash, 'hex'))
FROM ledger.fact ORDER BY position
