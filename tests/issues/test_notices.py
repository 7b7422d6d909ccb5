"""Every notice about a matter can be read, in both languages, within one text message."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import translation

from issues.casework.tell import NEWS
from issues.enums.activity import CouncilAsks, Resolved
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.enums.turns import Level, TurnCause, TurnRole
from issues.notices import RENDERERS
from notifications.rendering import Rendered, render
from tests.issues.acting import raised
from tests.world import World

REFERENCE = "ZJD-2026-0042"
DUE = "2026-12-30T09:30:00+00:00"
# As long as a quote may be.
QUOTE = (
    "已联系物业，电梯今天下午四点前修好，期间请走东侧楼梯，行动不"
    "便的老人请打值班电话，我们派人帮忙，给您添麻烦了，感谢理解。"
)
NAME = ("凤凰台街道综合治理办公室", "General Office of the Street")
# Where the kind stands among the positional arguments.
TELLERS = {
    "tell_resident": 1,
    "tell_followers": 1,
    "tell_reporter": 1,
    "tell_others": 1,
    "tell_neighbours": 1,
    "tell_above": 1,
    "tell_community": 1,
    "tell_supervisors": 1,
    "tell_people": 2,
    "tell_body": 2,
    "tell_seats": 2,
}
TO_BODIES = {"tell_body", "tell_seats", "tell_above", "tell_community", "tell_supervisors"}
# Keywords of the telling itself, which are no parameters of the notice.
NO_PARAMETERS = {"key", "sms", "calls_for"}
VALUES: dict[str, list[Any]] = {
    "level": list(Level.values),
    "cause": [*TurnCause.values, "unheard of"],
    "role": list(TurnRole.values),
    "matter_class": [*MatterClass.values, ""],
    "kind_of": [*DeadlineKind.values, "unheard of"],
    "missed": [*DeadlineKind.values, ""],
    "resolved": [*Resolved.values, "unheard of"],
    "round": [1, 2],
    "due": [DUE],
    "limit": ["2026-01-14T09:30:00+00:00"],
    "at": [DUE],
    "until": [DUE],
    "result": ["adopted", "rejected", "", "unheard of"],
    "asks": [*CouncilAsks.values, "unheard of"],
    # Known, not known any more, and never given.
    "body": ["FHT-ZJ", "CLOSED", ""],
    "part": ["FHT-ZJ", "CLOSED", ""],
    "into": ["ZJD-2026-0007"],
    "said": [QUOTE],
    "taken_in_by": [DUE, ""],
    "answered_by": [DUE, ""],
    "result_by": [DUE, ""],
}
KINDS_THAT_NAME = {
    "committed",
    "committed_there",
    "delivered",
    "found",
    "missed_below",
    "moved",
    "part_done",
    "pledged",
    "promised_late",
    "received",
    "responded",
    "supervised",
    "to_verify",
}
# Given through a dictionary, so that the code does not show them at the call.
UNPACKED = {
    "supervised": {"round", "missed", "body"},
    "missed": {"kind_of", "due"},
    "missed_below": {"kind_of", "due"},
    "raised": {"taken_in_by", "answered_by"},
    "received": {"answered_by", "result_by"},
    "classified": {"result_by"},
    "moved": {"result_by"},
    "reminder": {"kind_of", "due"},
    "delivered": {"body", "said"},
    "to_verify": {"body", "said"},
    "part_done": {"part", "said"},
}


@pytest.fixture(autouse=True)
def _long_name(world: World) -> None:
    """As long as names of bodies are in practice."""
    world.housing.name, world.housing.name_en = NAME
    world.housing.save()


@cache
def told() -> dict[str, set[str]]:
    """Kinds that the code tells, with the names of their parameters."""
    found: dict[str, set[str]] = {}
    for _teller, kind, node in tellings():
        names = {word.arg for word in node.keywords if word.arg} - NO_PARAMETERS
        found[kind] = found.get(kind, set()) | names | UNPACKED.get(kind, set())
    return found


def tellings() -> Iterator[tuple[str, str, ast.Call]]:
    """Who tells, what kind, and the call."""
    for path in sorted((Path(settings.BASE_DIR) / "issues").rglob("*.py")):
        if path.name == "tell.py":
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                position = TELLERS.get(node.func.id)
                if position is not None:
                    yield node.func.id, ast.literal_eval(node.args[position]), node


def samples(names: set[str]) -> list[dict[str, Any]]:
    """Each value of each parameter at least once, beside the first of the others."""
    first = {name: VALUES[name][0] for name in names}
    return [
        {"reference": REFERENCE, **first},
        *(
            {"reference": REFERENCE, **first, name: value}
            for name in names
            for value in VALUES[name]
        ),
    ]


def rendered(kind: str, language: str) -> list[Rendered]:
    with translation.override(language):
        return [render(f"issue.{kind}", 1, sample) for sample in samples(told()[kind])]


def test_every_kind_that_is_told_has_words_and_no_words_are_left_over() -> None:
    assert set(RENDERERS) == set(told())


def test_of_each_notice_to_a_body_it_is_said_what_it_is_to_its_desk() -> None:
    to_bodies = {kind for teller, kind, _call in tellings() if teller in TO_BODIES}
    assert set(NEWS) == to_bodies


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("kind", sorted(told()))
def test_a_notice_is_whole_in_every_case(kind: str, language: str) -> None:
    for words in rendered(kind, language):
        assert REFERENCE in words.title
        assert "{" not in words.title + words.body
        assert words.body.endswith((".", "。", "!", "？", "?", "”"))
        assert "unheard of" not in words.title + words.body
        assert "FHT-ZJ" not in words.title + words.body
        assert "CLOSED" not in words.title + words.body


@pytest.mark.parametrize("kind", sorted(told()))
def test_a_notice_fits_one_text_message(kind: str) -> None:
    """70 characters in Chinese, 160 in English, the address behind it apart; an answer two."""
    for language, most, two in (("zh-hans", 70, 134), ("en", 160, 306)):
        for words in rendered(kind, language):
            whole = f"{words.title}\n{words.body}"
            assert len(whole) <= (two if QUOTE in whole else most), words


@pytest.mark.parametrize("kind", sorted(KINDS_THAT_NAME))
def test_a_notice_says_who(kind: str) -> None:
    known = {"reference": REFERENCE, "level": Level.DEPARTMENT, "kind_of": "receive"}
    known |= {"due": DUE, "limit": DUE}
    for language, name in zip(("zh-hans", "en"), NAME, strict=True):
        with translation.override(language):
            for key in told()[kind] & {"body", "part"}:
                words = render(f"issue.{kind}", 1, {**known, key: "FHT-ZJ"})
                assert name in words.title + words.body


def test_every_kind_that_is_given_a_body_says_who() -> None:
    named = {kind for kind, names in told().items() if names & {"body", "part"}}
    assert named == KINDS_THAT_NAME


def test_the_community_is_named_to_the_resident(world: World) -> None:
    parameters = {"reference": REFERENCE, "body": world.community.code}
    with translation.override("zh-hans"):
        words = render("issue.received", 1, parameters)
    assert words.title == f"珠玑东社区已签收 {REFERENCE}"


def test_an_older_notice_without_a_body_still_reads(world: World) -> None:
    with translation.override("en"):
        words = render("issue.received", 1, {"reference": REFERENCE})
    assert words.title == f"Your matter {REFERENCE} has been taken in"


def test_a_reminder_says_what_is_owed_and_until_when() -> None:
    parameters = {"reference": REFERENCE, "kind_of": "receive", "due": DUE}
    with translation.override("en"):
        words = render("issue.reminder", 1, parameters)
    assert words.title == f"{REFERENCE} is due soon"
    assert words.body == "Please take it in by Wednesday 30 December 17:30."


def test_a_class_is_said_by_its_rule_and_never_as_small() -> None:
    with translation.override("en"):
        words = render("issue.classified", 1, {"reference": REFERENCE, "matter_class": "small"})
    assert words.title == f"{REFERENCE} is handled so: Small: settled on the spot"
    with translation.override("zh-hans"):
        words = render("issue.classified", 1, {"reference": REFERENCE, "matter_class": "small"})
    assert words.title == f"{REFERENCE} 按“小事好商量”办"


def test_a_matter_is_called_as_people_say_its_number(world: World) -> None:
    issue = raised(world)
    with translation.override("zh-hans"):
        words = render("issue.merged", 1, {"reference": issue.reference, "into": REFERENCE})
    assert words.title == f"珠玑东 {issue.number} 号 与 {REFERENCE} 合并办理"
