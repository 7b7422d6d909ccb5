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
SQL
