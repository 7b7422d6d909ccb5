"""A council as its page draws it: its seats, who sits on them, who is on the way to one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clocks.dates import date_words, run_words
from council.acts.members import MEMBER_ACTS
from council.addresses import address_of_candidacy, address_of_council, address_of_term
from council.enums.members import MemberAct
from council.facts.councils import CouncilFacts
from council.facts.members import MemberFacts
from council.facts.viewer import Viewer
from council.models import Absence, Candidacy, Council, CouncilMember
from council.presentation.buttons import Button, buttons_of
from council.presentation.calls import row_of_call
from council.presentation.candidacy import row_of
from council.presentation.sittings import card_of
from council.presentation.term import HOW, words_of_term
from council.queries.calls import open_calls
from council.queries.candidacies import candidacies_of
from council.queries.councils import CommunityCouncils, facts_of_council, members_as_of
from council.queries.members import absences, facts_of_members
from council.queries.seats import SeatsOfKind, seats_filled
from council.queries.sittings import next_of
from council.queries.subjects import CandidacySubject
from council.rules.calls import calls_for_ideas
from council.rules.contacts import counts_contacts
from council.rules.councils import recommends
from council.rules.members import is_member, reads_attendance, reads_why


def list_context(found: CommunityCouncils, waiting: Sequence[Candidacy]) -> dict[str, Any]:
    """`waiting` are candidacies that the reader has to see to."""
    return {
        "waiting": [
            {
                "url": address_of_candidacy(row),
                "name": row.name,
                "meta": f"{row.council.name} · {row.get_state_display()}",
            }
            for row in waiting
        ],
        "community": found.community,
        "others": found.others,
        "councils": [
            {
                "name": council.name,
                "url": address_of_council(council),
                "of_community": council.body_id == (found.community and found.community.pk),
                "meta": _filled(council),
            }
            for council in found.councils
        ],
    }


def _filled(council: Council) -> str:
    """How many sit there, and how many seats wait for somebody."""
    members, seats = vars(council)["member_count"], vars(council)["seat_count"]
    words = ngettext("{count} member", "{count} members", members).format(count=members)
    if members >= seats:
        return words
    free = ngettext("{count} seat free", "{count} seats free", seats - members)
    return f"{words} · {free.format(count=seats - members)}"


def council_context(
    council: Council, viewer: Viewer, *, day: date | None, now: datetime
) -> dict[str, Any]:
    """`day` is another than today; what can be done is shown for today only."""
    today = timezone.localdate(now)
    asked = day or today
    members = members_as_of(council, asked)
    seats = seats_filled(council, members)
    facts = facts_of_council(council)
    subjects = [
        CandidacySubject(candidacy=row, viewer=viewer, now=now)
        for row in candidacies_of(council, viewer)
    ]
    return {
        "council": council,
        "is_today": asked == today,
        "day": date_words(asked, today),
        "day_value": asked.isoformat(),
        "kinds": _kinds(seats, viewer, now=now, acts=asked == today),
        "member_count": len(members),
        "seat_count": sum(seat.number for seat in seats),
        "candidacies": [row_of(subject) for subject in subjects],
        "recommend_url": reverse("council:recommend", args=[council.body.code]),
        "may_recommend": recommends(viewer, facts),
        "signed_in": viewer.user_id is not None,
        "quorum": _quorum(council),
        "sittings": [card_of(meeting, now) for meeting in next_of([council], now=now)],
        "sittings_url": f"{reverse('council:sittings')}?council={council.body.code}",
        "calls": [row_of_call(call, today) for call in open_calls(council, day=today)],
        **_ways(council, viewer, facts),
    }


def _ways(council: Council, viewer: Viewer, facts: CouncilFacts) -> dict[str, Any]:
    """What else some readers do from here: their contacts, a call, the counts."""
    code = [council.body.code]
    return {
        "sits_here": facts.council_id in viewer.councils,
        "open_call_url": reverse("council:open_call", args=code)
        if calls_for_ideas(viewer, facts)
        else "",
        "coverage_url": reverse("council:coverage", args=code)
        if counts_contacts(viewer, facts)
        else "",
    }


def _kinds(
    seats: list[SeatsOfKind], viewer: Viewer, *, now: datetime, acts: bool
) -> list[dict[str, Any]]:
    everybody = [member for seat in seats for member in seat.members]
    reads = facts_of_members(everybody, now=now)
    facts = reads if acts else {}
    away = absences(everybody, viewer, now=now) if acts else {}
    return [
        {
            "label": seat.label,
            "free": seat.free,
            "members": [
                {
                    "uid": member.uid,
                    "name": str(member.person),
                    "term": words_of_term(member),
                    "how": str(HOW[member.ended_reason])
                    if member.ended_reason and reads_why(viewer, reads[member.pk])
                    else "",
                    "term_url": address_of_term(member)
                    if reads_attendance(viewer, reads[member.pk])
                    else "",
                    "own": is_member(viewer, reads[member.pk]),
                    "away": [_away(absence, now) for absence in away.get(member.pk, ())],
                    "buttons": _buttons(member, viewer, facts[member.pk]) if acts else [],
                }
                for member in seat.members
            ],
        }
        for seat in seats
    ]


def _away(absence: Absence, now: datetime) -> str:
    days = run_words(absence.first_day, absence.last_day, now)
    return _("Away: {days}").format(days=days)


def _buttons(member: CouncilMember, viewer: Viewer, facts: MemberFacts) -> list[Button]:
    def offers(act: MemberAct) -> bool:
        return MEMBER_ACTS[act].offered(viewer, facts)

    def url_of(act: MemberAct) -> str:
        return reverse("council:member_act", args=[member.council.body.code, member.uid, act.value])

    return buttons_of(MEMBER_ACTS, offers, url_of)


def _quorum(council: Council) -> str:
    words = _("It can decide when {share} of its members are there.")
    if council.needs_each_kind:
        words = _("It can decide when {share} of its members are there, somebody of each kind.")
    return words.format(share=f"{council.quorum_numerator}/{council.quorum_denominator}")
