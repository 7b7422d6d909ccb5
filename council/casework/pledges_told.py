"""Who is told that a body said no, or nothing."""

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
