"""急事快商量: the community and the street are told of an urgent matter at the same time."""

from grids.enums import Role
from issues.actions.case import Case
from issues.actions.rise import street_of
from issues.actions.tell import tell_seats


def alarm(case: Case) -> None:
    community, street = case.issue.community_id, street_of(case)
    seats = [(community, Role.LEAD), (community, Role.STAFF), (street, Role.DISPATCHER)]
    tell_seats(case, seats, "urgent", sms=True)
