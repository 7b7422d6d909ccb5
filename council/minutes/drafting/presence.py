"""Who was there from when until when, who asked leave, who was missing."""

from __future__ import annotations

from collections import Counter

from django.utils.translation import gettext as _

from council.minutes.drafting.steps import steps_of_presence
from council.minutes.drafting.words import clock, listed, people
from council.minutes.log import Attendant, SittingLog
from council.minutes.sections import Fact, Section, SectionTable


def presence_section(log: SittingLog) -> Section:
    """Members by name; all others are counted, and named nowhere."""
    members = [one for one in log.people if one.is_member]
    excused = [
        _("{who} ({why})").format(who=one.mark, why=one.apology)
        for one in members
        if not one.stays and one.apology
    ]
    missing = [one.mark for one in members if not one.stays and not one.apology]
    facts = [
        Fact(_("Excused"), listed(excused)),
        Fact(_("Missing"), listed(missing)),
        Fact(_("Also there"), _others(log)),
    ]
    return Section(
        key="presence",
        title=_("Who was there"),
        facts=[fact for fact in facts if fact.value],
        tables=_table(log, [one for one in members if one.stays]),
        commands=[step.seq for step in steps_of_presence(log)],
    )


def _table(log: SittingLog, came: list[Attendant]) -> list[SectionTable]:
    if not came:
        return []
    joint = len(log.councils) > 1
    head = [_("Name"), _("Sits as"), _("Came at"), _("Left at")]
    rows = [[one.mark, one.kind, *_times(one)] for one in came]
    if joint:
        head.insert(1, _("Council"))
        for row, one in zip(rows, came, strict=True):
            row.insert(1, one.council)
    return [SectionTable("", head, rows)]


def _times(one: Attendant) -> tuple[str, str]:
    """Whoever came back has each coming and going."""
    came = listed(clock(stay.came_at) for stay in one.stays)
    left = listed(clock(stay.left_at) for stay in one.stays if stay.left_at is not None)
    return came, left


def _others(log: SittingLog) -> str:
    counted = Counter(one.standing for one in log.people if not one.is_member and one.stays)
    return listed(f"{standing} {people(count)}" for standing, count in counted.items())
