"""Items of an agenda before the sitting runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.words import cut
from acting.refusals import Refused
from council.casework.matters import came_on_agenda, went_off_agenda
from council.casework.planning import MeetingCase
from council.enums.agenda import ITEM_TRANSITIONS, ItemReason, ItemState
from council.enums.meetings import MeetingState
from council.models import AgendaItem, Meeting
from council.queries.agenda import held_by, why_not_chaired
from council.refusals import WrongState
from issues.enums.matter import Visibility
from issues.models import Issue


def waiting_items(meeting: Meeting) -> list[AgendaItem]:
    rows = AgendaItem.objects.filter(meeting=meeting, state=ItemState.WAITING)
    return list(rows.select_related("issue").order_by("position"))


def waiting_item(case: MeetingCase, uid: UUID) -> AgendaItem:
    """Raises Refused for one that is not on the agenda of this sitting, or not any more."""
    item = next((row for row in waiting_items(case.meeting) if row.uid == uid), None)
    if item is None:
        raise Refused(_("This item is not on the agenda any more."))
    return item


def check_matter(case: MeetingCase, issue: Issue) -> None:
    """Whether it may come on a public agenda under this chair. Raises Refused."""
    _check_public(issue)
    chair = case.meeting.chair
    if chair is not None and held_by(chair.pk, [issue.pk], now=case.now):
        raise Refused(why_not_chaired(chair, issue), field="matter")


def _check_public(issue: Issue) -> None:
    if issue.is_dispute or issue.visibility in {Visibility.PRIVATE, Visibility.HIDDEN}:
        raise Refused(
            _(
                "Disputes between people and private matters never come on a public agenda. "
                "Talk them over with those concerned, and write that down at the matter."
            ),
            field="matter",
        )
    if issue.visibility != Visibility.PUBLIC:
        sentence = _("This matter is not public yet. Check it and publish it first.")
        raise Refused(sentence, field="matter")
    if not issue.is_open:
        raise Refused(_("This matter has ended."), field="matter")


def on_agenda(meeting: Meeting) -> QuerySet[AgendaItem]:
    """All but what was taken off; also what was put off to a later sitting."""
    return AgendaItem.objects.filter(meeting=meeting).exclude(state=ItemState.DROPPED)


def put_matter_on(case: MeetingCase, issue: Issue, *, why: ItemReason, minutes: int) -> AgendaItem:
    """At the end. Where it is on the agenda already, that item; put off, it waits there again."""
    found = on_agenda(case.meeting).filter(issue=issue).first()
    if found is not None and found.state != ItemState.POSTPONED:
        return found
    check_matter(case, issue)
    if found is not None:
        found.state, found.postponed_to = ItemState.WAITING, None
        found.save(update_fields=["state", "postponed_to"])
        case.record("item_put_on", named(found))
        if case.meeting.state == MeetingState.CALLED:
            came_on_agenda(case, [found])
        return found
    return add_at_the_end(case, title=_title_of(issue), why=why, minutes=minutes, issue=issue)


def _title_of(issue: Issue) -> str:
    return issue.public_title or cut(issue.public_text.strip(), 60)


def taken_over(
    case: MeetingCase, left: Sequence[AgendaItem], *, held: frozenset[int]
) -> list[AgendaItem]:
    """What another sitting left, for the agenda of one that is being made, each matter once.

    What can't come on a public agenda any more, or is `held` by who chairs it, stays off.
    """
    matters = {item.issue.pk: item.issue for item in left if item.issue is not None}
    coming = _that_are_public(matters.values()) - held
    items: list[AgendaItem] = []
    for item in left:
        if item.issue is not None and item.issue.pk not in coming:
            continue
        coming.discard(item.issue_id or 0)
        items.append(
            AgendaItem(
                meeting=case.meeting,
                issue=item.issue,
                title=item.title if item.issue is None else _title_of(item.issue),
                why=item.why,
                position=len(items) + 1,
                minutes_planned=item.minutes_planned,
            )
        )
    for item in items:
        case.record("item_put_on", named(item))
    return items


def _that_are_public(issues: Iterable[Issue]) -> set[int]:
    public = set()
    for issue in issues:
        with suppress(Refused):
            _check_public(issue)
            public.add(issue.pk)
    return public


def add_at_the_end(
    case: MeetingCase, *, title: str, why: ItemReason, minutes: int, issue: Issue | None = None
) -> AgendaItem:
    if not 1 <= minutes <= 240:
        raise Refused(_("An item takes between 1 and 240 minutes."), field="minutes")
    last = AgendaItem.objects.filter(meeting=case.meeting).order_by("-position").first()
    item = AgendaItem.objects.create(
        meeting=case.meeting,
        issue=issue,
        title=title,
        why=why,
        position=1 + (last.position if last else 0),
        minutes_planned=minutes,
    )
    case.record("item_put_on", named(item))
    if case.meeting.state == MeetingState.CALLED:
        came_on_agenda(case, [item])
    return item


def named(item: AgendaItem) -> dict[str, str]:
    """An item in the record: never by its words, nor by a matter that may cease to be public."""
    return {"item": str(item.uid)}


def end_waiting(
    case: MeetingCase, uid: UUID, state: ItemState, kind: str, *, until: date | None = None
) -> None:
    """An item that waits comes off. Raises Refused where it is not there any more."""
    item = waiting_item(case, uid)
    if state not in ITEM_TRANSITIONS[ItemState(item.state)]:
        raise WrongState
    item.state, item.postponed_to = state, until
    item.save(update_fields=["state", "postponed_to"])
    case.record(kind, named(item) | ({"until": until.isoformat()} if until else {}))
    if case.meeting.state == MeetingState.CALLED:
        went_off_agenda(case, [item])
