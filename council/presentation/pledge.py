"""What a body was asked for, as its page draws it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from clocks.dates import date_words
from clocks.words import due_words
from council.acts.pledges import PLEDGE_ACTS
from council.addresses import address_of_pledge
from council.enums.decisions import PledgeState
from council.models import Pledge
from council.presentation.candidacy import Button
from council.queries.subjects import PledgeSubject


def pledge_context(subject: PledgeSubject) -> dict[str, Any]:
    pledge = subject.pledge
    item = pledge.resolution.item
    return {
        "pledge": pledge,
        "item": item,
        "issue": item.issue,
        "meeting": item.meeting,
        "who": pledge.body.call_name if pledge.body else pledge.outside_name,
        "due": date_words(pledge.due_on, year=0),
        "answer_by": due_words(pledge.answer_by, pledge.asked_at),
        "waits": pledge.state in {"asked", "expired"},
        "buttons": [
            Button(
                url=reverse("council:pledge_act", args=[pledge.uid, act]),
                label=str(row.label),
                icon=row.icon,
                is_next=act == "accept",
            )
            for act, row in PLEDGE_ACTS.items()
            if subject.offers(act)
        ],
    }


def owed_context(rows: Sequence[Pledge]) -> dict[str, Any]:
    return {
        "rows": [
            {
                "url": address_of_pledge(pledge),
                "title": pledge.text,
                "meta": f"{pledge.resolution.item.title} · {date_words(pledge.due_on, year=0)}",
                "answer_by": due_words(pledge.answer_by, pledge.asked_at),
                "is_late": pledge.state == PledgeState.EXPIRED,
            }
            for pledge in rows
        ]
    }
