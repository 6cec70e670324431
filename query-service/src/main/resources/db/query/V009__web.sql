-- Questions see rows through row-level security only, and nothing of the ledger.
GRANT USAGE ON SCHEMA query TO schakel_web;
