"""Whether a sitting can be held as it is planned, and how the plan is written into its row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from acting.queries.together import ask_together
from acting.refusals import Refused
from clocks.dates import day_words
from council.casework.public_words import official_text
from council.enums.agenda import ItemState
from council.enums.meetings import MeetingKind
from council.inputs import SittingPlan
from council.models import AgendaItem, Council, Meeting, MeetingCouncil
from council.queries.agenda import held_by, why_not_chaired
from council.queries.councils import facts_of_council
from council.queries.planning import AskedOfPlan, asked_of_plan
from council.queries.runners import who_chairs, who_records

LONGEST = timedelta(hours=12)
# A year typed wrong is found here.
FURTHEST = timedelta(days=370)


def write_plan(
    meeting: Meeting, plan: SittingPlan, *, now: datetime, matters: Sequence[int] = ()
) -> AskedOfPlan:
    """Fill the row; the caller stores it, and which councils sit. Raises Refused.

    Answers with all that was asked; `matters` shall come on the agenda of one that is being made.
    """
    council = meeting.council
    check_times(plan.starts_at, plan.ends_at, now=now)
    others = further_councils(plan, council)
    asked = asked_of_plan(
        plan,
        [council, *others],
        now=now,
        follows=meeting.follows,
        matters=matters,
        but=meeting.booking,
    )
    if asked.following is not None:
        day = day_words(timezone.localdate(asked.following), now)
        raise Refused(_("The next sitting is booked already: {day}.").format(day=day))
    _check_venue(plan, council, asked)
    meeting.title = planned_title(plan)
    meeting.place = planned_place(plan)
    if plan.venue is None and not meeting.place:
        raise Refused(_("Say where: choose a venue, or write down the place."), field="place")
    meeting.kind = MeetingKind.JOINT if others else MeetingKind.PLANNED
    meeting.manner, meeting.venue = plan.manner, plan.venue
    meeting.starts_at, meeting.ends_at = plan.starts_at, plan.ends_at
    meeting.chair, meeting.recorder = plan.chair, plan.recorder
    _refuse_runners(meeting, may_chair=asked.may_chair, may_record=asked.may_record, now=now)
    return asked


def planned_title(plan: SittingPlan) -> str:
    """As it is stored. Raises Refused."""
    missing = _("Say in a few words what it is about.")
    return official_text(plan.title, Meeting, "title", missing=missing)


def planned_place(plan: SittingPlan) -> str:
    """As it is stored. Raises Refused."""
    return official_text(plan.place, Meeting, "place")


def write_councils(meeting: Meeting, plan: SittingPlan) -> None:
    others = further_councils(plan, meeting.council)
    MeetingCouncil.objects.filter(meeting=meeting).exclude(council__in=others).delete()
    for council in others:
        MeetingCouncil.objects.get_or_create(meeting=meeting, council=council)


def further_councils(plan: SittingPlan, host: Council) -> list[Council]:
    """Each once, without the host."""
    return list({one.pk: one for one in plan.councils if one.pk != host.pk}.values())


def check_times(starts_at: datetime, ends_at: datetime, *, now: datetime) -> None:
    """It may go over midnight. Raises Refused."""
    if starts_at < now:
        raise Refused(_("This moment is over. Give one that is still to come."), field="starts_at")
    if starts_at > now + FURTHEST:
        raise Refused(_("That is more than a year ahead. Is the year right?"), field="starts_at")
    if ends_at <= starts_at:
        raise Refused(_("It ends after it begins."), field="ends_at")
    if ends_at - starts_at > LONGEST:
        raise Refused(_("That is more than twelve hours. Is the day right?"), field="ends_at")


def _check_venue(plan: SittingPlan, council: Council, asked: AskedOfPlan) -> None:
    venue = plan.venue
    if venue is None or asked.venue_is_open:
        return
    if not venue.grid.path.startswith(facts_of_council(council).community_path):
        raise Refused(_("This venue is not one of this community."), field="venue")
    raise Refused(_("This venue is closed at the moment."), field="venue")


def check_runners(meeting: Meeting, councils: list[Council], *, now: datetime) -> None:
    """Of one that stands already. Raises Refused."""
    day = timezone.localdate(meeting.starts_at)
    chairs = who_chairs(councils, day=day, now=now).filter(pk__in=[meeting.chair_id])
    records = who_records(councils, day=day, now=now).filter(pk__in=[meeting.recorder_id])
    may_chair, may_record = ask_together(chairs.values_list("pk"), records.values_list("pk"))
    _refuse_runners(meeting, may_chair=bool(may_chair), may_record=bool(may_record), now=now)


def _refuse_runners(meeting: Meeting, *, may_chair: bool, may_record: bool, now: datetime) -> None:
    """Who chairs and who writes it down: two people, each of whom can. Raises Refused."""
    chair, recorder = meeting.chair, meeting.recorder
    if chair is not None and chair == recorder:
        raise Refused(_("Who chairs the sitting can't also write it down."), field="recorder")
    if chair is not None:
        if not may_chair:
            sentence = _("A member, the head of the grid or the community's lead can chair it.")
            raise Refused(sentence, field="chair")
        _check_chair_holds_nothing(meeting, chair, now=now)
    if recorder is not None and not may_record:
        sentence = _("A member, a grid worker or somebody of the community can write it down.")
        raise Refused(sentence, field="recorder")


def _check_chair_holds_nothing(meeting: Meeting, chair: User, *, now: datetime) -> None:
    if meeting.pk is None:
        return
    items = AgendaItem.objects.filter(meeting=meeting, state=ItemState.WAITING)
    issues = [key for key in items.values_list("issue_id", flat=True) if key is not None]
    for issue in held_by(chair.pk, issues, now=now):
        raise Refused(why_not_chaired(chair, issue), field="chair")
