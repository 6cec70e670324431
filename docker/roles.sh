#!/bin/sh
# Makes the role that owns the schemas, and its database. A second time it only sets the password again.
set -eu
export PGHOST=postgres PGUSER=postgres
PGPASSWORD="$(cat /run/secrets/postgres)"
export PGPASSWORD
exec psql --quiet --set ON_ERROR_STOP=1 --dbname postgres <<'SQL'
\set password `cat /run/secrets/migrate`
SELECT 'CREATE ROLE schakel_migrate LOGIN CREATEROLE'
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'schakel_migrate') \gexec
ALTER ROLE schakel_migrate PASSWORD :'password';
SELECT 'CREATE DATABASE schakel OWNER schakel_migrate'
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'schakel') \gexec
SQL
