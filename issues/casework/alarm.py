"""急事快商量: tell community and street of an urgent matter at the same time."""

from grids.enums import Role
from issues.casework.asks import asked_of
from issues.casework.case import Case
from issues.casework.moving_up import street_of
from issues.casework.tell import tell_seats
from issues.enums.deadlines import DeadlineKind


def alarm(case: Case) -> None:
    community, street = case.issue.community_id, street_of(case)
    seats = [(community, Role.LEAD), (community, Role.STAFF), (street, Role.DISPATCHER)]
    calls_for = asked_of(case.lead, DeadlineKind.RECEIVE)
    tell_seats(case, seats, "urgent", sms=True, calls_for=calls_for)
