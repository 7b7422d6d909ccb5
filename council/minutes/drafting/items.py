"""One item: why it was on, what was said, what was decided, who does it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from clocks.dates import date_words
from clocks.reading_moment import PAPER
from council.minutes.drafting.steps import chair_lines, steps_of_item
from council.minutes.drafting.votes import motion_sections
from council.minutes.drafting.words import listed, span
from council.minutes.log import ItemLog, ResolutionLog, SittingLog, SpeechLog
from council.minutes.sections import Fact, Section, SectionTable


def item_sections(log: SittingLog, item: ItemLog, number: int) -> list[Section]:
    """What has nothing to say is left out, but for what was said: that can still be written."""
    head = Section(
        key=item.key,
        title=_("Item {number}: {title}").format(number=number, title=item.title),
        facts=_facts(item),
        commands=[step.seq for step in steps_of_item(log, item)],
    )
    if item.began_at is None and item.resolution is None:
        return [head]
    said = Section(
        key=f"{item.key}:said", title=_("Views of all sides"), level=2, words=_said(log, item)
    )
    return [head, said, *motion_sections(item), *_decided(item)]


def _facts(item: ItemLog) -> list[Fact]:
    facts = [
        Fact(_("Matter"), item.reference),
        Fact(_("On the agenda because"), item.why),
        Fact(_("Talked over"), span(item.began_at, item.ended_at) if item.began_at else ""),
        Fact(_("Recused"), listed(item.recused)),
        Fact(_("Left to others by law"), item.limits),
        Fact(_("What became of it"), _outcome(item)),
    ]
    return [fact for fact in facts if fact.value]


def _outcome(item: ItemLog) -> str:
    if item.postponed_to is not None:
        return _("{state}, until {day}").format(
            state=item.state, day=date_words(item.postponed_to, PAPER)
        )
    return "" if item.is_done else item.state


def _said(log: SittingLog, item: ItemLog) -> str:
    lines = [_line(speech) for speech in item.speeches]
    lines += chair_lines(steps_of_item(log, item))
    return "\n".join([*lines, *item.note.splitlines()])


def _line(speech: SpeechLog) -> str:
    who = speech.who
    if speech.side:
        who = _("{who} ({why})").format(who=who, why=speech.side)
    if not speech.note:
        return _("{who} spoke.").format(who=who)
    return _("{who}: {said}").format(who=who, said=" ".join(speech.note.split()))


def _decided(item: ItemLog) -> list[Section]:
    found = item.resolution
    if found is None:
        return []
    sections = [
        Section(
            key=f"{item.key}:decided",
            title=_("Outcome of the talk"),
            level=2,
            facts=_decision_facts(found),
            words=found.text,
        ),
        Section(
            key=f"{item.key}:minority",
            title=_("What the minority says"),
            level=2,
            words=found.minority,
        ),
    ]
    if found.pledges:
        sections.append(_pledges(item, found))
    return sections


def _decision_facts(found: ResolutionLog) -> list[Fact]:
    agreed = "" if found.by_vote else _("All agreed, without a vote")
    until = date_words(found.postponed_to, PAPER) if found.postponed_to else ""
    facts = [
        Fact(_("How"), agreed),
        Fact(_("Adopted"), _("yes") if found.adopted else _("no")),
        Fact(_("What follows"), found.effect),
        Fact(_("Talked over again"), until),
        Fact(_("Owners still decide"), found.owners_note),
        Fact(_("The residents' assembly still decides"), found.assembly_note),
    ]
    return [fact for fact in facts if fact.value]


def _pledges(item: ItemLog, found: ResolutionLog) -> Section:
    head = [_("What shall be done"), _("Responsible"), _("Due by"), _("Answer so far")]
    rows = [
        [pledge.text, pledge.who, date_words(pledge.due_on, PAPER), pledge.state]
        for pledge in found.pledges
    ]
    return Section(
        key=f"{item.key}:pledges",
        title=_("Who does it"),
        level=2,
        tables=[SectionTable("", head, rows)],
    )
