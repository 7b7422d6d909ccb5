"""Housekeeping that beat starts; it may run at any time and any number of times."""

from celery import shared_task

from accounts.queries.clock import database_now
from acting.actions.forget import prune_sendings


@shared_task(name="acting.tasks.prune")
def prune() -> None:
    prune_sendings(actor=None, now=database_now())
