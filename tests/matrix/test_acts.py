"""Every act × every role × inside and outside its place × the states that matter.

What is expected stands in acts.py, the forms that are sent in forms.py. Pages and actions ask the
same predicates, so these are asked for everyone; at the addresses and by forms somebody tries
each answer of each act, in turn, so that no act or state is left to one person: what is open in
each state, and what is closed in some of them.
test_addresses.py asks every class of people for pages, issues/actions/test_who_may.py for the
actions.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from grids.queries.standing import standing_of
from issues.acts.table import may, offered, stage_allows
from issues.enums.acts import Act
from issues.models import Issue
from issues.queries.chain_soundness import broken_chains
from issues.queries.dossier import dossier_of
from ledger.models import Entry
from notifications.models import Notice
from tests.matrix.acts import CLOSED_LATE, NOBODY, OPEN, QUIETLY, REFUSED
from tests.matrix.drawing import EachOnce, undrawn
from tests.matrix.forms import FORMS, OF_RESIDENTS, WORDLESS, address, filled
from tests.matrix.stage import Stage
from tests.matrix.who import INSIDE, REPORTER, SIGNED_IN, VISITOR, opens, workers
from tests.matrix.wrong import all_wrong, drawn, longest_in, unsaid

STATES = list(OPEN)


def first_open(act: Act) -> str:
    return next((about for about in OPEN if act in OPEN[about]), "")


# Whom the page is closed to is refused before anybody looks at the act: table.py asks them all.
OUTSIDE = (VISITOR, REPORTER, "neighbour", "near_staff")
# Each answer of an act is drawn in one state, and each answer in every state for one act.
SHOWN, SENT = EachOnce(), EachOnce()


def outside(number: int) -> tuple[str, ...]:
    """To each act one of them in every third state, over the states all of them."""
    return () if number % 3 else (OUTSIDE[number // 3 % len(OUTSIDE)],)


def refused_in_turn(number: int, people: tuple[str, ...]) -> tuple[str, ...]:
    """Whether an act is closed to them is asked of everyone above; to each act one comes in every
    third state."""
    return people if number % 3 == 1 else ()


def test_every_act_is_tried() -> None:
    assert set(FORMS) == set(Act)


def test_the_states_and_acts_of_the_table_are_those_there_are(stage: Stage) -> None:
    assert set(QUIETLY) <= set(OPEN) <= set(INSIDE) == set(stage.issues)
    taken = [state for table in (OPEN, QUIETLY) for state in table.values()]
    assert {act for state in taken for act in state} == set(FORMS)


@pytest.mark.parametrize("about", STATES)
def test_an_act_is_offered_to_those_who_may_do_it_and_to_nobody_else(
    stage: Stage, about: str
) -> None:
    """What a page asks before it draws a form, and again before it takes one."""
    surprises, now = [], timezone.now()
    for who in SIGNED_IN:
        offers, allows = asked(stage, about, who, now)
        surprises += [
            f"{act.value}, {who}: offered {act in offers}, allowed {act in allows}"
            for act in FORMS
            if (act in offers) != (who in OPEN[about].get(act, NOBODY))
            or (act in allows) != (who in looked_at(about, act))
        ]
    assert not surprises, "\n".join(surprises)


def asked(stage: Stage, about: str, who: str, now: datetime) -> tuple[set[Act], set[Act]]:
    """The acts that are offered to a person, and those that are not closed to them."""
    standing = standing_of(stage.user(who), now=now)
    try:
        dossier = dossier_of(stage.reference(about), standing, now=now)
    except Issue.DoesNotExist:
        return set(), set()
    facts = dossier.facts
    offers = {act for act in FORMS if offered(act, standing, facts)}
    return offers, {act for act in FORMS if may(act, standing, facts) and stage_allows(act, facts)}


@pytest.mark.parametrize("about", STATES)
def test_a_form_is_shown_to_those_who_may_do_it(stage: Stage, about: str) -> None:
    """Each answer of each act in each state, to another person each time."""
    surprises = []
    for number, act in enumerate(FORMS, STATES.index(about)):
        path = address(stage, about, act)
        answers: dict[int, list[str]] = {}
        opened = OPEN[about].get(act, NOBODY)
        closed = tuple(who for who in workers(INSIDE[about]) if who not in opened)
        for who in (*opened, *refused_in_turn(number, closed), *outside(number)):
            answers.setdefault(shown(about, act, who), []).append(who)
        for wanted, people in answers.items():
            who = people[number % len(people)]
            with SHOWN.of((act, wanted), (about, wanted)):
                status = stage.client(who).get(path).status_code
            if status != wanted:
                surprises.append(f"{act.value}, {who}: {status}, not {wanted}")
    assert not surprises, "\n".join(surprises)


@pytest.mark.parametrize("about", STATES)
def test_a_filled_form_does_it_for_those_who_may_and_nothing_for_others(
    stage: Stage, about: str
) -> None:
    surprises = []
    for number, act in enumerate(FORMS, STATES.index(about)):
        for who in senders(about, act, number):
            wanted = sent(about, act, who)
            with SENT.of((act, wanted), (about, wanted)):
                status, wrote = send(stage, about, act, who)
            if status != wanted or (wrote and who not in done_by(about, act)):
                surprises.append(f"{act.value}, {who}: {status}, not {wanted}; wrote: {wrote}")
    assert not surprises, "\n".join(surprises)


def senders(about: str, act: Act, number: int) -> Iterator[str]:
    """In turn: of those with a form, of those without one, of those who are refused, of others who
    work on it, and from outside, one each."""
    taken = taken_from(about, act)
    groups = (
        OPEN[about].get(act, NOBODY),
        QUIETLY.get(about, {}).get(act, NOBODY),
        REFUSED.get(about, {}).get(act, NOBODY),
        refused_in_turn(number, tuple(who for who in workers(INSIDE[about]) if who not in taken)),
        tuple(who for who in outside(number) if who not in taken),
    )
    return (group[number % len(group)] for group in groups if group)


def taken_from(about: str, act: Act) -> tuple[str, ...]:
    """Whose form is taken, or answered by a sentence."""
    return (*done_by(about, act), *REFUSED.get(about, {}).get(act, NOBODY))


def looked_at(about: str, act: Act) -> tuple[str, ...]:
    """To whom the act is not closed before the form is read."""
    return (*taken_from(about, act), *CLOSED_LATE.get(about, {}).get(act, NOBODY))


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


@pytest.mark.parametrize("act", [act for act in FORMS if first_open(act)])
def test_whatever_is_wrong_is_said_and_as_much_as_fits_is_taken(stage: Stage, act: Act) -> None:
    """Of each act's form in one state: all fields wrong at once, then each as long as it may be."""
    about = first_open(act)
    client = stage.client(OPEN[about][act][0])
    path = address(stage, about, act)
    form = drawn(client, path)
    assert form is not None
    with transaction.atomic():
        assert unsaid(client, path, all_wrong(form)) == []
        transaction.set_rollback(True)
    for name, longest in longest_in(form):
        if act == Act.MERGE:
            continue  # its words are the number of a matter
        sent = {**filled(stage, about, act), name: longest}
        with transaction.atomic(), undrawn():
            assert client.post(path, sent).status_code in {200, 302}, name
            transaction.set_rollback(True)


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
