"""Tasks only say "look now": when something is due stands in PostgreSQL."""

from celery import shared_task


@shared_task(name="council.tasks.remind_meetings")
def remind_meetings() -> None:
    from django.utils import timezone

    from council.actions.meetings.remind_meetings import remind_meetings as run

    run(now=timezone.now())
