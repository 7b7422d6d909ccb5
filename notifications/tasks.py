"""What Celery may be told to look at."""

from celery import shared_task
from django.utils import timezone

from notifications.actions import deliver as outbox
from notifications.actions.prune import prune as prune_now


@shared_task(name="notifications.tasks.deliver")
def deliver() -> None:
    """Look now what is due; safe to be told too often or by several at once."""
    outbox.deliver()


@shared_task(name="notifications.tasks.prune")
def prune() -> None:
    """Housekeeping; harmless to run at any time and many times."""
    prune_now(actor=None, now=timezone.now())
