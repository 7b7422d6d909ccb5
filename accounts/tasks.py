"""Housekeeping, started by beat; it may run at any time and many times."""

from celery import shared_task

from accounts.actions.prune import prune as prune_now
from accounts.queries.clock import database_now


@shared_task(name="accounts.tasks.prune")
def prune() -> None:
    prune_now(actor=None, now=database_now())
