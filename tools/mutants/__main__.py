"""Try the listed mutants. Words choose some by path or rule; exit code 0 if none survives."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from config.launcher import lock
from config.launcher.output import Output
from config.launcher.places import ROOT, Places
from config.launcher.postgres import CARELESS
from config.launcher.session import Session
from config.launcher.stopping import Stopping
from config.launcher.testing import environment
from tools.mutants.listed import LISTED
from tools.mutants.mutant import Mutant, problems
from tools.mutants.trial import Fate, copied, killer, run_tests, tried

Chosen = Sequence[tuple[str, Mutant]]


def main(words: Sequence[str]) -> int:
    wrong = list(problems(LISTED, ROOT))
    if wrong:
        print("\n".join(wrong))
        return 1
    chosen = [
        (path, mutant)
        for path, mutants in LISTED.items()
        for mutant in mutants
        if not words or any(word in f"{path} {mutant.rule}" for word in words)
    ]
    with servers() as told, copied(ROOT) as tree:
        return 0 if passes(chosen, tree, told) and not survivors(chosen, tree, told) else 1


@contextmanager
def servers() -> Iterator[Mapping[str, str]]:
    """A database and a broker like those of `make test`, but its own."""
    places = Places.of_clone().apart("mutants")
    places.make()
    with lock.take(places.run / "launcher.lock", address="make mutants"):
        session = Session(places, Output(), Stopping().install())
        try:
            yield environment(session, CARELESS)
        finally:
            session.end()


def passes(chosen: Chosen, tree: Path, told: Mapping[str, str]) -> bool:
    """True if the tests pass without a mutant; one that fails would make every mutant look dead."""
    tests = sorted({test for _, mutant in chosen for test in mutant.tests})
    code, said = run_tests(tests, tree, told)
    if code:
        print(said, "These tests fail without any mutant.", sep="\n")
    return code == 0


def survivors(chosen: Chosen, tree: Path, told: Mapping[str, str]) -> int:
    fates: list[Fate] = []
    for path, mutant in chosen:
        began = time.monotonic()
        fate, said = tried(path, mutant, tree, told)
        fates.append(fate)
        took = f"{time.monotonic() - began:.0f} s"
        print(f"{fate}: {path} without “{mutant.rule}” ({took}) {killer(said)}", flush=True)
        if fate is Fate.UNFIT:
            print(said, flush=True)
    counted = {fate: fates.count(fate) for fate in Fate if fate in fates}
    print(", ".join(f"{count} {fate}" for fate, count in counted.items()))
    return counted.get(Fate.SURVIVED, 0) + counted.get(Fate.UNFIT, 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
