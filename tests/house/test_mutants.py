"""`make mutants` tells a rule that is watched from one that is not, and leaves the source alone."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings

from tools.mutants.listed import GROUPS, LISTED
from tools.mutants.mutant import Mutant, problems
from tools.mutants.trial import Fate, copied, killer, tried

RULE = "def may(age: int) -> bool:\n    return age >= 18\n"
WATCHED = "from rule import may\n\ndef test_it() -> None:\n    assert may(18) and not may(17)\n"
AGE = Mutant("only the grown-up may", "age >= 18", "age >= 17", ("test_rule.py",))
PLAIN = {"PATH": os.environ["PATH"]}
pytestmark = pytest.mark.processes


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "rule.py").write_text(RULE)
    (tmp_path / "test_rule.py").write_text(WATCHED)
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = -p no:django\n")
    return tmp_path


def test_every_listed_rule_is_found_where_it_stands() -> None:
    assert list(problems(LISTED, Path(settings.BASE_DIR))) == []
    # No path stands in two groups, where one would hide the other.
    assert len(LISTED) == sum(len(group.MUTANTS) for group in GROUPS)


@pytest.mark.parametrize(
    ("mutant", "problem"),
    [
        (replace(AGE, anchor="age >= 21"), "“only the grown-up may” finds its anchor 0 times"),
        (replace(AGE, anchor="age"), "“only the grown-up may” finds its anchor 2 times"),
        (replace(AGE, instead="age >="), "“only the grown-up may” leaves no Python"),
        (replace(AGE, tests=("test_it.py::test",)),
         "“only the grown-up may” names test_it.py::test, which is not there"),
    ],
)  # fmt: skip
def test_an_entry_that_fits_the_source_no_more_is_named(
    tree: Path, mutant: Mutant, problem: str
) -> None:
    assert list(problems({"rule.py": [mutant]}, tree)) == [f"rule.py: {problem}"]
    assert list(problems({"gone.py": [mutant]}, tree)) == ["gone.py: there is no such file"]


@pytest.mark.parametrize(
    ("instead", "fate"),
    [
        ("age >= 17", Fate.DIED),
        ("age > 17", Fate.SURVIVED),
        ("[endless for endless in iter(int, 1)]", Fate.HUNG),
    ],
)
def test_a_mutant_dies_hangs_or_survives_and_the_source_is_as_it_was(
    tree: Path, instead: str, fate: Fate
) -> None:
    before = (tree / "rule.py").stat().st_mtime_ns
    limit = 4 if fate is Fate.HUNG else 60
    found, said = tried("rule.py", replace(AGE, instead=instead), tree, PLAIN, limit=limit)
    assert found is fate
    assert killer(said) == ("test_rule.py::test_it" if fate is Fate.DIED else "")
    assert (tree / "rule.py").read_text() == RULE
    assert (tree / "rule.py").stat().st_mtime_ns == before


def test_what_the_product_logged_is_not_taken_for_the_test_that_failed() -> None:
    said = "ERROR    issues.actions.sweep:sweep.py:97 put off\nFAILED test_rule.py::test_it - no\n"
    assert killer(said) == "test_rule.py::test_it"


def test_a_mutant_that_no_test_was_run_on_is_no_dead_one(tree: Path) -> None:
    mutant = Mutant("it can be imported", "def may(", "def might(", ("test_rule.py",))
    fate, said = tried("rule.py", mutant, tree, PLAIN)
    assert fate is Fate.UNFIT
    assert "ImportError" in said


def test_the_copy_holds_what_git_would_take_and_shares_nothing(tree: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tree, check=True)
    (tree / ".gitignore").write_text("var/\n")
    (tree / "var").mkdir()
    (tree / "var" / "secret").write_text("")
    with copied(tree) as copy:
        assert sorted(path.name for path in copy.iterdir()) == [
            ".gitignore", "pytest.ini", "rule.py", "test_rule.py",
        ]  # fmt: skip
        (copy / "rule.py").write_text("")
    assert (tree / "rule.py").read_text() == RULE
    assert not copy.exists()
