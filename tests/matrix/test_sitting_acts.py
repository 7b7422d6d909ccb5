"""Every act of a sitting × everybody: the rule that page and action ask, against the same table.

At the addresses a third of the classes come to each act (comers.py), since most of them are open to
the same people; here nobody is left out of any.
"""

from __future__ import annotations

from functools import cache
from uuid import UUID

import pytest
from django.urls import resolve, reverse
from django.utils import timezone

from council.enums.planning import MeetingAct
from council.facts.viewer import Viewer
from council.queries.sitting_subjects import MeetingSubject, meeting_subject
from council.queries.viewer import viewer_of
from grids.queries.standing import standing_of
from tests.matrix.arranging import arranged
from tests.matrix.stage import Stage
from tests.matrix.table_sittings import SITTING_PAGES
from tests.matrix.who import SIGNED_IN

ACTS = [row for row in SITTING_PAGES if row.name.startswith("council:sitting_")]


@pytest.mark.parametrize("about", sorted({row.about for row in ACTS}))
def test_an_act_of_a_sitting_is_closed_to_those_and_offered_to_those_of_the_table(
    stage: Stage, about: str
) -> None:
    now = timezone.now()

    @cache
    def viewer(who: str) -> Viewer:
        return viewer_of(standing_of(stage.user(who), now=now), now=now)

    @cache
    def subject(who: str, uid: UUID, about: UUID | None) -> MeetingSubject | None:
        return meeting_subject(uid, viewer(who), now=now, about=about)

    surprises = {}
    for row, given in arranged(stage, [row for row in ACTS if row.about == about]):
        match = resolve(reverse(row.name, args=given))
        for who in SIGNED_IN:
            found = subject(who, match.kwargs["uid"], match.kwargs.get("about"))
            got = answers(found, match.kwargs["act"])
            if got != (row.get[who], row.post[who]):
                surprises[f"{row.title}, {who}"] = got
    assert surprises == {}


def answers(subject: MeetingSubject | None, act: MeetingAct) -> tuple[int, int]:
    """Of asking and of sending an empty form."""
    if subject is None:
        return 404, 404
    shown = 200 if subject.offers(act) else 302
    return shown, 422 if subject.closed(act) is None else 409
