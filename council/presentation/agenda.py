"""The agenda of a sitting: its items with why they are on it, what they lack, what people think."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clocks.dates import date_words
from council.acts.meetings import MEETING_ACTS
from council.enums.agenda import ItemReason, ItemState, OpinionMoment, Stance
from council.enums.meetings import MEETING_HELD
from council.enums.planning import MeetingAct
from council.minutes.masking import name_of_hidden
from council.models import AgendaItem, Opinion
from council.presentation.buttons import Button
from council.queries.agenda import is_shown, lacks_of, why_not_chaired
from council.queries.proposals import Proposal
from council.queries.sitting import OpinionCounts, opinions_of, words_for
from council.queries.sitting_subjects import MeetingSubject
from issues.addresses import address_of_issue
from issues.presentation.chip import chip_of

OF_AN_ITEM = (MeetingAct.OPINION, MeetingAct.POSTPONE, MeetingAct.TAKE_OFF)
OF_A_PROPOSAL = (MeetingAct.ACCEPT_PROPOSAL, MeetingAct.PUT_OFF_PROPOSAL)


def agenda_rows(
    subject: MeetingSubject, items: Sequence[AgendaItem], *, inside: bool
) -> list[dict[str, Any]]:
    """`inside`: for who prepares it, with what each item lacks."""
    said = opinions_of(items)
    words = words_for(items, subject.meeting, subject.viewer.user_id)
    acts = [act for act in OF_AN_ITEM if subject.offers(act)]
    return [
        _row(
            subject,
            item,
            said[item.pk],
            [one for one in words if one.item_id == item.pk],
            acts,
            inside=inside,
        )
        for item in items
    ]


def title_of(item: AgendaItem) -> str:
    """A matter that went private meanwhile is not named any more."""
    return words_of(item, item.title)


def words_of(item: AgendaItem, words: str) -> str:
    """What was written of an item, as a screen may show it now: in place of all that is hidden
    stands that it is."""
    return words if is_shown(item) else name_of_hidden()


def _row(
    subject: MeetingSubject,
    item: AgendaItem,
    said: OpinionCounts,
    words: Sequence[Opinion],
    acts: Sequence[MeetingAct],
    *,
    inside: bool,
) -> dict[str, Any]:
    shown, issue = is_shown(item), item.issue
    waits = item.state == ItemState.WAITING
    return {
        "uid": str(item.uid),
        "title": title_of(item),
        "url": address_of_issue(issue) if issue and shown else "",
        "reference": issue.spoken if issue and shown else "",
        "chip": chip_of(issue.matter_class) if issue and shown and issue.matter_class else None,
        "minutes": ngettext("{count} minute", "{count} minutes", item.minutes_planned).format(
            count=item.minutes_planned
        ),
        "why": "" if item.why == ItemReason.BY_HAND else str(ItemReason(item.why).label),
        "limits": item.limits if shown else "",
        "lacks": [str(lack.label) for lack in lacks_of(issue)] if issue and inside else [],
        "state": _state(item, subject),
        "decided": _decided(item) if shown else None,
        "opinions": [line for moment in OpinionMoment if (line := said_words(said, moment))],
        "words": [_words(one, subject.viewer.user_id) for one in words],
        "buttons": [
            _button(subject, act, item.uid)
            for act in acts
            if shown and (waits or act == MeetingAct.OPINION)
        ],
    }


def _state(item: AgendaItem, subject: MeetingSubject) -> str:
    if item.state == ItemState.WAITING:
        return _("not reached") if subject.facts.state in MEETING_HELD else ""
    if item.state == ItemState.POSTPONED and item.postponed_to:
        day = date_words(item.postponed_to, subject.now)
        return _("put off until {day}").format(day=day)
    return str(ItemState(item.state).label)


def _decided(item: AgendaItem) -> dict[str, Any] | None:
    """What the room has heard; who voted how stands in the minutes."""
    found = getattr(item, "resolution", None)
    if found is None:
        return None
    return {"adopted": found.adopted, "text": found.text, "effect": found.get_effect_display()}


def said_words(said: OpinionCounts, moment: OpinionMoment) -> str:
    """`before the sitting: 6 for it, 2 against it, 1 neither`; nothing where nobody said it."""
    numbers = [(stance, said.number(moment, stance)) for stance in Stance]
    if not any(number for _stance, number in numbers):
        return ""
    counted = _(", ").join(
        _("{number} {stance}").format(number=number, stance=stance.label)
        for stance, number in numbers
        if number
    )
    return _("{moment}: {counted}").format(moment=moment.label, counted=counted)


def _words(opinion: Opinion, user_id: int | None) -> dict[str, str]:
    mine = opinion.person_id == user_id
    return {
        "who": _("You") if mine else str(opinion.person),
        "stance": str(Stance(opinion.stance).label),
        "text": opinion.words,
    }


def url_of_act(subject: MeetingSubject, act: MeetingAct, about: Any = None) -> str:
    more = [] if about is None else [about]
    name = f"council:sitting_{act.name.lower()}"
    return reverse(name, args=[subject.meeting.uid, *more])


def _button(subject: MeetingSubject, act: MeetingAct, about: Any) -> Button:
    row = MEETING_ACTS[act]
    return Button(url_of_act(subject, act, about), str(row.label), row.icon)


def proposal_rows(subject: MeetingSubject, proposals: Sequence[Proposal]) -> list[dict[str, Any]]:
    acts = [act for act in OF_A_PROPOSAL if subject.offers(act)]
    return [
        {
            "title": proposal.issue.public_title,
            "url": address_of_issue(proposal.issue),
            "reference": proposal.issue.spoken,
            "chip": chip_of(proposal.issue.matter_class) if proposal.issue.matter_class else None,
            "reasons": [reason.sentence for reason in proposal.reasons],
            "lacks": [str(lack.label) for lack in lacks_of(proposal.issue)],
            "hindered": _hindered(subject, proposal),
            "buttons": [
                _button(subject, act, proposal.issue.uid)
                for act in acts
                if act != MeetingAct.ACCEPT_PROPOSAL or not proposal.is_chairs
            ],
        }
        for proposal in proposals
    ]


def _hindered(subject: MeetingSubject, proposal: Proposal) -> str:
    chair = subject.meeting.chair
    return why_not_chaired(chair, proposal.issue) if chair and proposal.is_chairs else ""
