"""Databases to clone from, kept between runs: a migrated one, and one with the tests' world."""

import hashlib
import os
import subprocess
import sys
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from config.launcher.cluster import programs
from config.launcher.places import ROOT

APPLICATION = "pavilion_test_app"
# Whose code runs when the world is built; what lies above them can't change a row of it.
BUILDERS = ("accounts", "acting", "clocks", "grids", "ledger", "notifications", "tests/harness")


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
    """The name of the migrated database, in which nobody lives yet."""
    return kept(f"{own_name()}_template_", migrations_digest(), migrate)


def peopled_template() -> str:
    """The name of a copy of it in which the tests' world stands."""
    source = template()
    return kept(
        f"{own_name()}_peopled_", world_digest(), lambda server, name: people(server, name, source)
    )


def begin_templates() -> subprocess.Popen[bytes]:
    """In a process of its own, which whoever needs one of them first waits for.

    It says nothing: what goes wrong there goes wrong again where it is needed.
    """
    quiet = subprocess.DEVNULL
    made_by = [sys.executable, "-m", "tests.harness.template"]
    return subprocess.Popen(made_by, cwd=ROOT, stdout=quiet, stderr=quiet)


def world_in(name: str) -> bytes:
    """The `World` of a peopled template, pickled: what `build_world` returned there."""
    with server_connection() as server:
        query = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
        found = server.execute(query, [name]).fetchone()
    assert found is not None, name
    return b64decode(found[0])


def kept(prefix: str, digest: str, make: Callable[[psycopg.Connection, str], None]) -> str:
    """Made by whoever needs it first; what an earlier digest made is thrown away."""
    name, unfinished = prefix + digest, f"{prefix}unfinished"
    with server_connection() as server:
        server.execute("SELECT pg_advisory_lock(hashtext(%s))", [prefix])
        if name not in databases(server, prefix):
            for old in databases(server, prefix):
                drop(server, old)
            make(server, unfinished)
            rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
            server.execute(rename.format(sql.Identifier(unfinished), sql.Identifier(name)))
    return name


def migrations_digest() -> str:
    others = [
        ROOT / "requirements" / "local.txt",
        ROOT / "config" / "migrate.py",
        ROOT / "ledger" / "actions" / "grants.py",
        # Read by migrations.
        ROOT / "grids" / "integrity.py",
        ROOT / "issues" / "chain" / "default_policy.py",
    ]
    return digest_of([*ROOT.glob("*/migrations/*.py"), *others])


def world_digest() -> str:
    code = [path for folder in BUILDERS for path in (ROOT / folder).rglob("*.py")]
    files = [*code, ROOT / "tests" / "world.py", ROOT / "config" / "settings.py"]
    return digest_of(files, migrations_digest())


def digest_of(files: list[Path], start: str = "") -> str:
    digest = hashlib.sha256(start.encode())
    for path in sorted(files):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def migrate(server: psycopg.Connection, name: str) -> None:
    create_role(server)
    server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    told = {
        "PAVILION_OWNER_DATABASE_URL": url_of(name),
        "DATABASE_URL": url_of(name, user=APPLICATION),
    }
    said_by("config.migrate", "--verbosity", "0", **told)


def bring_template(source: str) -> None:
    """Have the migrated database on this server too, as it stands at the URL `source`."""

    def restored(server: psycopg.Connection, name: str) -> None:
        create_role(server)
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        tools = {tool: str(programs() / tool) for tool in ("pg_dump", "pg_restore")}
        dump = subprocess.run([tools["pg_dump"], "-Fc", source], capture_output=True, check=True)
        restore = [tools["pg_restore"], "--exit-on-error", "-d", url_of(name)]
        subprocess.run(restore, input=dump.stdout, check=True)

    kept(f"{own_name()}_template_", migrations_digest(), restored)


def people(server: psycopg.Connection, name: str, source: str) -> None:
    clone(server, name, source)
    pickled = said_by("tests.harness.peopling", DATABASE_URL=url_of(name))
    comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
    server.execute(comment.format(sql.Identifier(name), sql.Literal(pickled)))


def clone(server: psycopg.Connection, name: str, source: str) -> None:
    statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")
    server.execute(statement.format(sql.Identifier(name), sql.Identifier(source)))


def said_by(module: str, *arguments: str, **told: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env={**os.environ, **told}, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


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
    """PostgreSQL waits five seconds for connections that are just closing; then they are ended."""
    statement = sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name))
    try:
        server.execute(statement)
    except psycopg.errors.ObjectInUse:
        server.execute(sql.SQL("{} WITH (FORCE)").format(statement))


if __name__ == "__main__":
    peopled_template()
