"""The roles and the database inside the embedded server."""

import psycopg
from psycopg import sql

from config.launcher.postgres import Postgres
from config.limits import SERVING

DATABASE = "pavilion"
OWNER = "pavilion_owner"
APPLICATION = "pavilion_app"
ROLES = {OWNER: "LOGIN CREATEDB", APPLICATION: "LOGIN"}


def prepare(server: Postgres) -> None:
    """Make the roles and the database if missing; running it again changes nothing."""
    with psycopg.connect(server.superuser_url, autocommit=True) as connection:
        for role, rights in ROLES.items():
            if not exists(connection, "pg_roles", "rolname", role):
                make = sql.SQL("CREATE ROLE {} " + rights).format(sql.Identifier(role))
                connection.execute(make)
        # Its sessions find our tables, and what is only a session's own last.
        path = sql.SQL("ALTER ROLE {} SET search_path = public, pg_temp")
        connection.execute(path.format(sql.Identifier(APPLICATION)))
        for name, value in SERVING.items():
            limit = sql.SQL("ALTER ROLE {} SET {} = {}")
            connection.execute(limit.format(*map(sql.Identifier, (APPLICATION, name)), value))
        if not exists(connection, "pg_database", "datname", DATABASE):
            create(connection)


def create(connection: psycopg.Connection) -> None:
    statement = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8'")
    connection.execute(statement.format(sql.Identifier(DATABASE), sql.Identifier(OWNER)))


def exists(connection: psycopg.Connection, table: str, column: str, value: str) -> bool:
    query = sql.SQL("SELECT 1 FROM {} WHERE {} = %s")
    found = connection.execute(query.format(sql.Identifier(table), sql.Identifier(column)), [value])
    return found.fetchone() is not None
