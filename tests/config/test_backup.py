"""README's commands for backing up and restoring, run as they are written.

In place of Docker's engine stands a small program of that name: it runs what would run in a
container here, on the servers of a launcher, with a folder of the test for `/srv`.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import StringIO
from pathlib import Path

import psycopg
import pytest
import yaml

from config.launcher import database
from config.launcher.cluster import programs
from config.launcher.environment import Address, environment
from config.launcher.output import Output
from config.launcher.places import ROOT, Places
from config.launcher.postgres import Postgres
from config.launcher.valkey import Valkey, free_port
from tests.config.launching import LIMIT, FirstStart

pytestmark = pytest.mark.processes

ENGINE = """#!{python}
import os, sys
words = sys.argv[1:]
assert words.pop(0) == "compose", words
command = words.pop(0)
assert command in {{"exec", "run", "stop", "up"}}, command
options = []
while words and words[0].startswith("--") or words and words[0] == "-T":
    options.append(words.pop(0))
services = {services!r}
if command in {{"stop", "up"}}:
    assert set(words) <= services, words
    sys.exit()
# Without it the bytes of a dump would pass through a terminal.
assert "-T" in options, options
assert words.pop(0) in services
program = [word.replace("/srv", os.environ["SRV"]) for word in words]
os.chdir({clone!r})
os.execvp(program[0], program)
"""
LIVE = """
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from issues.inputs import NewMatter
from issues.actions.raise_issue import raise_issue
from ledger.actions.seal import seal
from tests.world import build_world
world = build_world()
matter = NewMatter(text='楼道灯坏了，晚上看不见台阶。', building=world.building)
raise_issue(matter, actor=world.resident, reporter=world.resident, now=timezone.now())
seal()
default_storage.save('photos/one.webp', ContentFile(b'a photo'))
"""
COUNT = """
SELECT (SELECT count(*) FROM accounts_user), (SELECT count(*) FROM grids_body),
    (SELECT count(*) FROM ledger_entry)
"""


def commands(title: str) -> str:
    """The block of commands that follows these words in README.md."""
    text = (ROOT / "README.md").read_text(encoding="utf-8").partition(title)[2]
    found = re.search(r"```\n(.*?)```", text, re.DOTALL)
    assert found, title
    return found.group(1)


class Installation:
    """The data of one with its servers; README stops what else would run, or needs none of it."""

    def __init__(self, folder: Path, first_start: FirstStart) -> None:
        self.var, self.folder = first_start.copy_var(folder / "var"), folder
        self.media.mkdir(parents=True)

    @contextmanager
    def serving(self) -> Iterator["Installation"]:
        places, output = Places(self.var), Output(StringIO())
        places.make()
        server, broker = Postgres(places, output), Valkey(places, output)
        with ExitStack() as ending:
            for one in (broker, server):
                ending.callback(one.start().stop)
            url = server.url(database.DATABASE, user=database.APPLICATION)
            address = Address("127.0.0.1", free_port())
            told = environment(places, address, database=url, broker=broker.url)
            own = {"PAVILION_DEMO": "0", "MEDIA_ROOT": str(self.media)}
            self.environment = {**told, **own}
            yield self

    @property
    def media(self) -> Path:
        return self.folder / "srv" / "media"

    def manage(self, code: str) -> None:
        words = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
        done = subprocess.run(
            words, env=self.environment, cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def counts(self) -> tuple[int, ...] | None:
        """How many people, bodies and entries there are."""
        with psycopg.connect(self.environment["DATABASE_URL"]) as connection:
            return connection.execute(COUNT).fetchone()

    def shell(self, text: str, *, at: Path) -> str:
        """The commands as a person pastes them, until the first that fails."""
        path = os.pathsep.join([str(at), str(programs()), str(Path(sys.executable).parent)])
        given = {
            **self.environment,
            "PATH": f"{path}{os.pathsep}{os.environ['PATH']}",
            "PGHOST": str(Places(self.var).sockets()),
            "SRV": str(self.folder / "srv"),
        }
        done = subprocess.run(
            ["sh", "-euc", text],
            env=given,
            cwd=at,
            capture_output=True,
            text=True,
            check=False,
            timeout=LIMIT,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Where the operator sits, with a program called docker."""
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    place = tmp_path / "desk"
    place.mkdir()
    engine = place / "docker"
    told = {"python": sys.executable, "services": set(compose["services"]), "clone": str(ROOT)}
    engine.write_text(ENGINE.format(**told), encoding="utf-8")
    engine.chmod(0o755)
    return place


def test_what_was_backed_up_can_be_restored_elsewhere_and_over_itself(
    first_start: FirstStart, desk: Path, tmp_path: Path
) -> None:
    with Installation(tmp_path / "first", first_start).serving() as installation:
        installation.manage(LIVE)
        before = installation.counts()
        installation.shell(commands("**Backups.**"), at=desk)

    restoring = commands("**Restoring**")
    with Installation(tmp_path / "other", first_start).serving() as other:
        assert other.counts() != before
        # What it ends with looks at the same rows the second time.
        for block in (restoring, without_checks(restoring)):
            other.shell(block, at=desk)
            assert other.counts() == before
            assert (other.media / "photos" / "one.webp").read_bytes() == b"a photo"


def without_checks(block: str) -> str:
    lines = block.splitlines(keepends=True)
    return "".join(line for line in lines if "manage.py" not in line)
