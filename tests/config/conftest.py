from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.config.launching import FirstStart, Forks, Launch, copy_of_clone
from tests.harness.world import one_at_a_time

SAID = "said.txt"


@pytest.fixture(scope="session")
def first_start(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> FirstStart:
    """Made once in a run, by the first test process that asks for it."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    clone, said = shared / "first" / "clone", shared / "first" / SAID
    with one_at_a_time(shared / "first.lock"):
        if not said.exists():
            clone.mkdir(parents=True)
            make_first_start(clone, said)
    return FirstStart(clone, said.read_text(encoding="utf-8"))


def make_first_start(clone: Path, said: Path) -> None:
    launch = Launch(copy_of_clone(clone) / "var", clone=clone).wait_until_served()
    assert launch.end() == 0, launch.text
    assert list(launch.processes()) == []
    said.write_text(launch.text, encoding="utf-8")


@pytest.fixture(scope="module")
def forks() -> Iterator[Forks]:
    with Forks() as made:
        yield made
