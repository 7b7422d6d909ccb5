"""When, where, under whom, and whether enough were there."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from clocks.dates import day_words
from clocks.reading_moment import PAPER
from clocks.spans import in_shanghai
from council.enums.table import TableAct
from council.minutes.drafting.steps import chair_lines, steps_of_sitting
from council.minutes.drafting.words import clock, listed, people, share, span
from council.minutes.log import SittingLog
from council.minutes.sections import Fact, Section


def sitting_section(log: SittingLog) -> Section:
    facts = [
        Fact(_("Time"), _time(log)),
        Fact(_("Place"), log.place),
        Fact(_("Convened by"), log.convener),
        Fact(_("Chair"), log.chair),
        Fact(_("Between the items"), listed(chair_lines(steps_of_sitting(log)))),
        Fact(_("Recorder"), log.recorder),
        Fact(_("Way of talking"), log.manner),
        Fact(_("Kind of sitting"), log.kind),
        Fact(_("Members · came"), _turnout(log)),
    ]
    if len(log.councils) > 1:
        facts.insert(0, Fact(_("Councils"), listed(log.councils)))
    if pauses := _pauses(log):
        facts.append(Fact(_("Pauses"), listed(pauses)))
    if log.next_at is not None:
        facts.append(Fact(_("Next sitting, as planned"), _next(log, log.next_at)))
    return Section(
        key="sitting",
        title="",
        facts=[fact for fact in facts if fact.value],
        commands=[step.seq for step in steps_of_sitting(log)],
    )


def _time(log: SittingLog) -> str:
    day = day_words(in_shanghai(log.opened_at).date(), PAPER)
    return _("{day}, {opened} to {closed}").format(
        day=day, opened=clock(log.opened_at), closed=clock(log.closed_at)
    )


def _next(log: SittingLog, at: datetime) -> str:
    """It is a draft yet, and may move or fall away long after these minutes are signed."""
    words = _("{day}, {time}, {place}; its call says when it really is")
    day = day_words(in_shanghai(at).date(), PAPER)
    return words.format(day=day, time=clock(at), place=log.next_place)


def _turnout(log: SittingLog) -> str:
    """A talk on the spot needs no quorum, since it decides nothing by vote."""
    if not log.members_total:
        return ""
    came = sum(1 for one in log.people if one.is_member and one.stays)
    part, whole = log.quorum
    words = _("{total} · {came}, {share}; {part}/{whole} are needed")
    return words.format(
        total=people(log.members_total),
        came=people(came),
        share=share(came, log.members_total),
        part=part,
        whole=whole,
    )


def _pauses(log: SittingLog) -> list[str]:
    found, began = [], None
    for step in log.steps:
        if step.kind == TableAct.PAUSE:
            began = step.at
        elif began is not None and step.kind == TableAct.RESUME:
            found.append(span(began, step.at))
            began = None
    if began is not None:
        found.append(span(began, log.closed_at))
    return found
