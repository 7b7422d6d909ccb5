"""What Celery may be told to look at."""

from celery import shared_task

from notifications.actions import deliver as outbox


@shared_task(name="notifications.tasks.deliver")
def deliver() -> None:
    """Look now what is due; safe to be told too often or by several at once."""
    outbox.deliver()
