"""Send no more codes than are paid for, and none without end to one number."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.conf import settings

from accounts.actions.reserve_sending import CodesUsedUp
from accounts.asker import digest
from accounts.counting import Count, add
from accounts.models import SentCode
from accounts.queries.sent_code import sent_by_strangers
from accounts.rationing import announce_rationed
from accounts.security_log import Kind, note

MINUTE, DAY = 60, 86_400
# A share of all codes is kept for whoever is known: strangers can't use up those of residents.
OF_STRANGERS = 0.8


class CodesRationed(Exception):
    """So many codes are asked for everywhere that no more are sent for now."""


def ration(phone: str, *, known: bool, now: datetime) -> None:
    """Count one more code. `known`: asked for by a person, or where this number signed in before.

    Where Valkey is away the database counts, slower. Raises CodesUsedUp for a number that got too
    many, CodesRationed for all.
    """
    share = 1 if known else OF_STRANGERS
    most = [int(settings.CODES_PER_MINUTE * share), int(settings.CODES_PER_DAY * share)]
    counts = [Count("codes", MINUTE), Count("codes", DAY)]
    if not known:
        most.append(settings.SIGN_IN_CODES_OF_STRANGERS_PER_DAY)
        counts.append(_to_number(phone))
    at = now.timestamp()
    numbers = add(counts, now=at)
    found = _in_database(phone, now=now, known=known) if numbers is None else numbers
    over = [n > limit for n, limit in zip(found, most, strict=True)]
    if not any(over):
        return
    if numbers is not None:
        # What is refused uses up nothing of what is kept for others.
        add(counts, now=at, by=-1)
    if over[0] or over[1]:
        _alarm("minute" if over[0] else "day", now=now)
        raise CodesRationed
    raise CodesUsedUp


def give_back(phone: str, *, known: bool, now: datetime) -> None:
    """What was counted for this number alone: no code has reached it."""
    if not known:
        add([_to_number(phone)], now=now.timestamp(), by=-1)


def _to_number(phone: str) -> Count:
    """What strangers may have sent to one number."""
    return Count(f"codes:{digest(phone)}", DAY)


def _in_database(phone: str, *, now: datetime, known: bool) -> list[int]:
    """The same numbers, of the last minute and day instead of those of the clock."""
    all_together = [
        SentCode.objects.filter(sent_at__gt=now - timedelta(seconds=seconds)).count()
        for seconds in (MINUTE, DAY)
    ]
    return all_together if known else [*all_together, sent_by_strangers(phone, now=now)]


def _alarm(span: str, *, now: datetime) -> None:
    """Once for each minute or day in which it happens; administrators are told once a day."""
    seconds = MINUTE if span == "minute" else DAY
    before = add([Count(f"codes:alarm:{span}", seconds)], now=now.timestamp())
    if before is None or before[0] == 1:
        note(Kind.CODES_RATIONED, level=logging.ERROR, span=span)
        announce_rationed(now)
