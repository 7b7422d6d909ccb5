"""Where councils and what belongs to them are found on the site."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from council.models import AgendaItem, Call, Candidacy, Council, CouncilMember, Meeting, Pledge
from grids.models import Venue


def address_of_council(council: Council, anchor: str = "") -> str:
    address = reverse("council:council", args=[council.body.code])
    return f"{address}#{anchor}" if anchor else address


def address_of_candidacy(candidacy: Candidacy) -> str:
    return reverse("council:candidacy", args=[candidacy.council.body.code, candidacy.uid])


def address_of_member(member: CouncilMember) -> str:
    return address_of_council(member.council, f"member-{member.uid}")


def address_of_meeting(meeting: Meeting, anchor: str = "") -> str:
    address = reverse("council:sitting", args=[meeting.uid])
    return f"{address}#{anchor}" if anchor else address


def address_of_table(meeting: Meeting) -> str:
    return reverse("council:table", args=[meeting.uid])


def address_of_phone(meeting: Meeting) -> str:
    return reverse("council:phone", args=[meeting.uid])


def address_of_wall(meeting: Meeting) -> str:
    """With its key: whoever has the address sees the wall, without signing in."""
    return f"{reverse('council:wall', args=[meeting.uid])}?key={meeting.wall_key}"


def address_of_pledge(pledge: Pledge) -> str:
    return reverse("council:pledge", args=[pledge.uid])


def address_of_item(item: AgendaItem) -> str:
    return address_of_meeting(item.meeting, f"item-{item.uid}")


def address_of_term(member: CouncilMember) -> str:
    """One term with how it ended; open to the person and to the community's staff."""
    return reverse("council:term", args=[member.council.body.code, member.uid])


def address_of_calendar(venue: Venue, moment: datetime | None = None) -> str:
    """The week that holds the moment, at its day."""
    address = reverse("council:venue_calendar", args=[venue.code])
    if moment is None:
        return address
    day = timezone.localdate(moment).isoformat()
    return f"{address}?week={day}#day-{day}"


def address_of_talk_here(venue: Venue) -> str:
    return reverse("council:talk_here", args=[venue.code])


def address_of_contacts() -> str:
    return reverse("council:contacts")


def address_of_call(call: Call, anchor: str = "") -> str:
    address = reverse("council:call", args=[call.uid])
    return f"{address}#{anchor}" if anchor else address


def address_of_minutes(meeting: Meeting, anchor: str = "") -> str:
    address = reverse("council:minutes", args=[meeting.uid])
    return f"{address}#{anchor}" if anchor else address
