"""Where councils and what belongs to them are found on the site."""

from __future__ import annotations

from django.urls import reverse

from council.models import AgendaItem, Candidacy, Council, CouncilMember, Meeting, Pledge


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


def address_of_pledge(pledge: Pledge) -> str:
    return reverse("council:pledge", args=[pledge.uid])


def address_of_item(item: AgendaItem) -> str:
    return address_of_meeting(item.meeting, f"item-{item.uid}")
