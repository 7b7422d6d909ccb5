"""Sessions as Django keeps them in the database; reading one is a question that is kept."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import CharField, DateTimeField
from django.utils import timezone

from accounts.queries.prepared import Given, PreparedQuery

_lasting = PreparedQuery(
    lambda: Session.objects.filter(
        session_key=Given("key", CharField()), expire_date__gt=Given("now", DateTimeField())
    ).order_by()
)


class SessionStore(db.SessionStore):
    """Each page begins with it, so it is neither compiled nor planned each time."""

    def load(self) -> dict[str, Any]:
        """What the session holds; where it has ended, nothing, and it has no key any more."""
        found = _lasting(key=self.session_key, now=timezone.now())
        if not found:
            self._session_key = None
            return {}
        held: dict[str, Any] = self.decode(found[0].session_data)
        return held
