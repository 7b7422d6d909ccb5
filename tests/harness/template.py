"""A migrated database to clone from; kept until a migration changes."""

import hashlib
import os
import subprocess
import sys
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from config.launcher.places import ROOT

APPLICATION = "pavilion_test_app"
TEMPLATE_LOCK = 7_205_572


def url_of(database: str, *, user: str = "") -> str:
    """The URL of another database on the server of the tests."""
    parts = urlsplit(os.environ["DATABASE_URL"])
    name, at, host = parts.netloc.rpartition("@")
    if user:
        name, at = f"{user}:{name.partition(':')[2]}", "@"
    return parts._replace(netloc=f"{name}{at}{host}", path=f"/{database}").geturl()


def server_connection() -> psycopg.Connection:
    """For making and dropping databases."""
    return psycopg.connect(url_of("postgres"), autocommit=True)


def own_name() -> str:
    return urlsplit(os.environ["DATABASE_URL"]).path.lstrip("/")


def template() -> str:
    """The name of the template; made by whoever needs it first."""
    prefix = f"{own_name()}_template_"
    name = prefix + migrations_digest()
    with server_connection() as server:
        server.execute("SELECT pg_advisory_lock(%s)", [TEMPLATE_LOCK])
        if name not in databases(server, prefix):
            for old in databases(server, prefix):
                drop(server, old)
            make(server, name, unfinished=f"{prefix}unfinished")
    return name


def migrations_digest() -> str:
    digest = hashlib.sha256((ROOT / "requirements" / "local.txt").read_bytes())
    others = [ROOT / "config" / "migrate.py", ROOT / "ledger" / "actions" / "grants.py"]
    for path in sorted([*ROOT.glob("*/migrations/*.py"), *others]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def make(server: psycopg.Connection, name: str, *, unfinished: str) -> None:
    create_role(server)
    server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(unfinished)))
    told = {
        "PAVILION_OWNER_DATABASE_URL": url_of(unfinished),
        "DATABASE_URL": url_of(unfinished, user=APPLICATION),
    }
    command = [sys.executable, "-m", "config.migrate", "--verbosity", "0"]
    done = subprocess.run(
        command, env={**os.environ, **told}, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    server.execute(rename.format(sql.Identifier(unfinished), sql.Identifier(name)))


def create_role(server: psycopg.Connection) -> None:
    found = server.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [APPLICATION]).fetchone()
    if found is None:
        password = sql.Literal(urlsplit(os.environ["DATABASE_URL"]).password or None)
        make_role = sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}")
        server.execute(make_role.format(sql.Identifier(APPLICATION), password))


def databases(server: psycopg.Connection, prefix: str) -> set[str]:
    return {
        name
        for (name,) in server.execute("SELECT datname FROM pg_database")
        if name.startswith(prefix)
    }


def drop(server: psycopg.Connection, name: str) -> None:
    statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
    server.execute(statement.format(sql.Identifier(name)))
