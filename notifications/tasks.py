"""Tasks that tell the process to look what is due; what that is stands in PostgreSQL."""

from celery import shared_task

from accounts.queries.clock import database_now
from notifications.actions import deliver as outbox
from notifications.actions.prune import prune as prune_now


@shared_task(name="notifications.tasks.deliver")
def deliver() -> None:
    """Send what is due; it may run at any time, and several times at once."""
    outbox.deliver()


@shared_task(name="notifications.tasks.prune")
def prune() -> None:
    """Housekeeping; it may run at any time and any number of times."""
    prune_now(actor=None, now=database_now())
