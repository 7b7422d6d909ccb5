"""Take a person's name out of all minutes: signatures under them still fit."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.minutes import want_paper
from council.models import MinutesName


def erase_names(user: User, *, actor: User | None, now: datetime) -> None:
    """Inside the erasing transaction. The PDFs are made anew, without the name."""
    rows = MinutesName.objects.filter(person=user).select_related("meeting")
    for row in rows:
        want_paper(row.meeting, now=now)
    rows.update(name="", salt=b"")
