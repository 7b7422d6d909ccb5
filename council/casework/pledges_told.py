"""Who is told that a body said no, or nothing, or that it is not asked any more."""

from __future__ import annotations

from council.casework.pledge import PledgeCase


def tell_of_pledge(case: PledgeCase, kind: str) -> None:
    """Whoever runs the sitting, the community, and the body above the one that was asked."""
    meeting, body = case.meeting, case.pledge.body
    who = body.call_name if body else case.pledge.outside_name
    told = {"who": who, "said": case.pledge.declined_because}
    case.tell_people([meeting.chair_id, meeting.recorder_id], kind, **told)
    case.tell_staff(kind, key="staff", **told)
    above = body.parent if body else None
    if above is not None and above.pk != case.community.pk:
        case.tell_seats(above, kind, key="above", **told)


def tell_lapsed(case: PledgeCase) -> None:
    """Whoever ran the sitting, and the body that need not answer any more."""
    meeting, body = case.meeting, case.pledge.body
    who = body.call_name if body else case.pledge.outside_name
    case.tell_people([meeting.chair_id, meeting.recorder_id], "pledge_lapsed", who=who)
    if body is not None:
        case.tell_seats(body, "pledge_lapsed", key="asked", who=who)
