"""Every act by its address × every role × inside and outside its place × the states that matter.

What is expected stands in acts.py, the forms that are sent in forms.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from issues.enums import Act
from issues.models import Issue
from issues.queries.chain import broken_chains
from ledger.models import Entry
from notifications.models import Notice
from tests.matrix.acts import NOBODY, OPEN, QUIETLY, REFUSED
from tests.matrix.drawing import EachOnce
from tests.matrix.forms import FORMS, OF_RESIDENTS, WORDLESS, address, filled
from tests.matrix.stage import Stage
from tests.matrix.who import EVERYONE, INSIDE, REPORTER, VISITOR, opens, speakers, workers

STATES = list(OPEN)
# Whom the page is closed to is refused before anybody looks at the act: table.py asks them all.
OUTSIDE = (VISITOR, REPORTER, "neighbour", "near_staff")


def test_every_act_is_tried() -> None:
    assert set(FORMS) == set(Act) - {Act.RAISE}


def test_the_states_and_acts_of_the_table_are_those_there_are(stage: Stage) -> None:
    assert set(QUIETLY) <= set(OPEN) <= set(INSIDE) == set(stage.issues)
    taken = [state for table in (OPEN, QUIETLY) for state in table.values()]
    assert {act for state in taken for act in state} == set(FORMS)


@pytest.mark.parametrize("about", STATES)
def test_a_form_is_shown_to_those_who_may_do_it(stage: Stage, about: str) -> None:
    surprises, draws = [], EachOnce()
    for number, act in enumerate(FORMS):
        path = address(stage, about, act)
        asked = {*workers(INSIDE[about]), *OUTSIDE}
        answers = {who: shown(about, act, who) for who in EVERYONE}
        for who in (name for name in speakers(answers, number) if name in asked):
            wanted = answers[who]
            with draws.of((act, wanted)):
                status = stage.client(who).get(path).status_code
            if status != wanted:
                surprises.append(f"{act.value}, {who}: {status}, not {wanted}")
    assert not surprises, "\n".join(surprises)


@pytest.mark.parametrize("about", STATES)
def test_a_filled_form_does_it_for_those_who_may_and_nothing_for_others(
    stage: Stage, about: str
) -> None:
    surprises, draws = [], EachOnce()
    for number, act in enumerate(FORMS):
        for who in senders(about, act, number):
            wanted = sent(about, act, who)
            with draws.of((act, wanted)):
                status, wrote = send(stage, about, act, who)
            if status != wanted or (wrote and who not in done_by(about, act)):
                surprises.append(f"{act.value}, {who}: {status}, not {wanted}; wrote: {wrote}")
    assert not surprises, "\n".join(surprises)


def senders(about: str, act: Act, number: int) -> Iterator[str]:
    """Of each class that may somebody, two others who work on it and one from outside."""
    allowed = {*done_by(about, act), *REFUSED.get(about, {}).get(act, NOBODY)}
    answers = {who: who in allowed and sent(about, act, who) for who in EVERYONE}
    may = dict.fromkeys(who for who in speakers(answers, number) if who in allowed)
    inside = [who for who in workers(INSIDE[about]) if who not in allowed]
    yield from may
    yield from {inside[number % len(inside)], inside[(number + 3) % len(inside)]} if inside else ()
    yield from {OUTSIDE[number % len(OUTSIDE)]} - allowed


def done_by(about: str, act: Act) -> tuple[str, ...]:
    """In whose name sending the form is taken."""
    return (*OPEN[about].get(act, NOBODY), *QUIETLY.get(about, {}).get(act, NOBODY))


def shown(about: str, act: Act, who: str) -> int:
    if who == VISITOR:
        return 302
    if who not in opens(about):
        return 404
    if who in OPEN[about].get(act, NOBODY):
        return 200
    if act in OF_RESIDENTS:
        return 302
    return 409 if who in workers(INSIDE[about]) else 403


def sent(about: str, act: Act, who: str) -> int:
    if who == VISITOR:
        # Whoever was signed out meanwhile gets their words back.
        return 302 if act in WORDLESS else 409
    if who in REFUSED.get(about, {}).get(act, NOBODY):
        return 422
    if who in done_by(about, act):
        return 200 if act == Act.SEE_CONTACT else 302
    if who in workers(INSIDE[about]) or act not in WORDLESS:
        return 409
    if act in OF_RESIDENTS:
        return 409 if who in opens(about) else 404
    return 403 if who in opens(about) else 404


def send(stage: Stage, about: str, act: Act, who: str) -> tuple[int, bool]:
    """The status, and whether anything was written; undone at once."""
    client = stage.client(who)
    with transaction.atomic():
        before = traces(stage, about)
        status = client.post(address(stage, about, act), filled(stage, about, act)).status_code
        wrote = traces(stage, about) != before
        if wrote:
            assert broken_chains() == [], (about, act, who)
        transaction.set_rollback(True)
    return status, wrote


def traces(stage: Stage, about: str) -> tuple[Any, ...]:
    version = Issue.objects.values_list("version", flat=True).get(pk=stage.issues[about].pk)
    return version, Entry.objects.count(), Notice.objects.count()
