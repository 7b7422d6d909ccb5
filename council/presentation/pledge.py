"""What a body was asked for, as its page draws it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from clocks.dates import date_words
from clocks.words import due_words, late_words
from council.acts.pledges import PLEDGE_ACTS, why_not_answered, why_not_promised
from council.addresses import address_of_pledge
from council.enums.decisions import PLEDGE_WAITS, PledgeAct
from council.models import Pledge
from council.presentation.agenda import title_of
from council.presentation.buttons import buttons_of
from council.queries.pledges import facts_of_pledge
from council.queries.subjects import PledgeSubject


def pledge_context(subject: PledgeSubject, now: datetime) -> dict[str, Any]:
    pledge = subject.pledge
    item, waits = pledge.resolution.item, pledge.state in PLEDGE_WAITS

    def url_of(act: PledgeAct) -> str:
        return reverse("council:pledge_act", args=[pledge.uid, act.value])

    return {
        "pledge": pledge,
        "title": title_of(item),
        "issue": item.issue,
        "meeting": item.meeting,
        "who": pledge.body.call_name if pledge.body else pledge.outside_name,
        "due": date_words(pledge.due_on, now),
        "why_not": why_not_promised(subject.facts) if waits else "",
        "answer": answer_words(pledge, now)
        if waits and not why_not_answered(subject.facts)
        else "",
        "is_late": is_late(pledge, now),
        "promise": promise_late(pledge, now),
        "buttons": buttons_of(PLEDGE_ACTS, subject.offers, url_of),
    }


def is_late(pledge: Pledge, now: datetime) -> bool:
    return pledge.state in PLEDGE_WAITS and pledge.answer_by <= now


def answer_words(pledge: Pledge, now: datetime) -> str:
    """By when the body says yes or no; once that has passed, since when it is owed."""
    if is_late(pledge, now):
        return _("The answer {late}. The level above is told; you can still answer.").format(
            late=late_words(pledge.answer_by, now)
        )
    return _("An answer is owed {due}; then the level above is told.").format(
        due=due_words(pledge.answer_by, now)
    )


def promise_late(pledge: Pledge, now: datetime) -> str:
    """What was accepted and is not done by its day stays late until it is."""
    made = pledge.commitment
    if made is None or made.fulfilled_at or made.dropped_at or made.due_at >= now:
        return ""
    return _("It {late}.").format(late=late_words(made.due_at, now))


def owed_context(rows: Sequence[Pledge], now: datetime) -> dict[str, Any]:
    return {
        "rows": [
            {
                "url": address_of_pledge(pledge),
                "title": pledge.text,
                "meta": f"{title_of(pledge.resolution.item)} · {date_words(pledge.due_on, now)}",
                "answer": why_not or answer_words(pledge, now),
                "is_late": not why_not and is_late(pledge, now),
            }
            for pledge in rows
            for why_not in [why_not_answered(facts_of_pledge(pledge, now=now))]
        ]
    }
