"""What runs by the clock for councils; what is due stands in PostgreSQL."""

from celery import shared_task
from django.utils import timezone

from council.actions.meetings import remind_meetings as reminders
from council.actions.pledges import expire


@shared_task(name="council.tasks.expire_pledges")
def expire_pledges() -> None:
    expire.expire_pledges(now=timezone.now())


@shared_task(name="council.tasks.remind_meetings")
def remind_meetings() -> None:
    reminders.remind_meetings(now=timezone.now())
