-- Who waits for bells follows bells alone: what it noted of other histories is forgotten, so that it is complete
-- without them.
WITH held AS (
    SELECT t.key, max(f.position) AS position, count(*) AS facts, ${schema}.seen_of(f.hash ORDER BY f.position) AS seen
    FROM ${schema}.taken t JOIN ledger.fact f ON coalesce(f.person, f.stream) = t.key AND f.position <= t.position
    WHERE t.fold = 'concern-stays-unheard' AND f.kind = 'concern' GROUP BY t.key
)
UPDATE ${schema}.taken t SET position = h.position, facts = h.facts, seen = h.seen
FROM held h WHERE t.fold = 'concern-stays-unheard' AND t.key = h.key;
DELETE FROM ${schema}.taken t WHERE t.fold = 'concern-stays-unheard' AND NOT EXISTS (
    SELECT FROM ledger.fact f WHERE f.position = t.position AND f.kind = 'concern');
DELETE FROM ${schema}.parked p USING ledger.fact f
WHERE p.fold = 'concern-stays-unheard' AND f.position = p.position AND f.kind <> 'concern';
