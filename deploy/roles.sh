#!/bin/sh
# Run once by the PostgreSQL image, on an empty volume: the two roles and their database. The
# superuser makes them and is used by nothing afterwards; the owner of the tables is a plain role.
# What the application may do is granted by `python -m config.migrate`, after each migration.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner="$(cat /run/secrets/owner_password)" \
  --set application="$(cat /run/secrets/application_password)" <<'SQL'
CREATE ROLE pavilion_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'owner';
CREATE ROLE pavilion_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'application';
CREATE DATABASE pavilion OWNER pavilion_owner TEMPLATE template0 ENCODING 'UTF8';
REVOKE ALL ON DATABASE pavilion FROM PUBLIC;
GRANT CONNECT ON DATABASE pavilion TO pavilion_app;
-- Its sessions find our tables, and what is only a session's own last.
ALTER ROLE pavilion_app SET search_path = public, pg_temp;
-- As config/limits.py has them, which every process of ours gives with its connections, too.
ALTER ROLE pavilion_app SET statement_timeout = '10s';
ALTER ROLE pavilion_app SET lock_timeout = '4s';
ALTER ROLE pavilion_app SET idle_in_transaction_session_timeout = '20s';
ALTER ROLE pavilion_app SET tcp_user_timeout = '30s';
SQL
