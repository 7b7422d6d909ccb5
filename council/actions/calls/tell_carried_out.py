"""Tell the authors of ideas that have been carried out."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from council.addresses import address_of_call
from council.models import CallIdea
from council.queries.calls import carried_out
from notifications.actions.put import put
from notifications.notices import NewNotice

AT_ONCE = 200


def tell_carried_out(*, now: datetime) -> None:
    """Once each, whenever it runs and however many run at once."""
    with transaction.atomic():
        rows = carried_out().select_for_update(of=("self",), skip_locked=True, no_key=True)
        ideas = list(rows.select_related("call", "issue").order_by("pk")[:AT_ONCE])
        put([notice for idea in ideas if (notice := _notice(idea)) is not None], now=now)
        CallIdea.objects.filter(pk__in=[idea.pk for idea in ideas]).update(told_at=now)


def _notice(idea: CallIdea) -> NewNotice | None:
    reporter = idea.issue.reporter_id
    if reporter is None:
        return None
    return NewNotice(
        recipient_id=reporter,
        kind="council.idea_carried_out",
        parameters={"reference": idea.issue.reference},
        dedupe_key=f"council.idea_carried_out:{idea.issue.uid}",
        link=address_of_call(idea.call, f"idea-{idea.issue.reference}"),
        subject=idea.issue.uid,
    )
