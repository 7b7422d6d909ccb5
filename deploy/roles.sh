#!/bin/sh
# Run once by the PostgreSQL image, on an empty volume: the role of web, worker and beat.
# What it may do is granted by `python -m config.migrate`, after each migration.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$APPLICATION_PASSWORD" \
  --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE pavilion_app LOGIN PASSWORD :'password';
-- Its sessions find our tables, and what is only a session's own last.
ALTER ROLE pavilion_app SET search_path = public, pg_temp;
-- As config/limits.py has them, which every process of ours gives with its connections, too.
ALTER ROLE pavilion_app SET statement_timeout = '10s';
ALTER ROLE pavilion_app SET lock_timeout = '4s';
ALTER ROLE pavilion_app SET idle_in_transaction_session_timeout = '20s';
SQL
