"""Check the time that people give for things they did earlier and only now write down."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from acting.refusals import Refused
from issues.casework.case import Case

# The clock of a phone may be a little ahead of ours.
TOLERANCE = timedelta(minutes=5)


def checked_moment(
    case: Case, moment: datetime | None, *, field: str, since: datetime | None = None
) -> datetime:
    """`moment`, by default now. Raises Refused if it is before `since` or after now.

    `since` is by default when the issue was raised. People give minutes, so the minute in which
    `since` lies is still allowed.
    """
    if moment is None:
        return case.now
    if moment > case.now + TOLERANCE:
        raise Refused(_("That time is still to come."), field=field)
    begun = case.issue.raised_at
    if moment < _minute(begun):
        raise Refused(_("That time is before the matter was raised."), field=field)
    if since is not None and moment < _minute(since):
        raise Refused(_("That time is before the matter came to you."), field=field)
    return min(max(moment, since or begun), case.now)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
