"""What runs by the clock for places and people."""

from celery import shared_task

from accounts.queries.clock import database_now
from grids.actions import forget_imports as imports


@shared_task(name="grids.tasks.forget_imports")
def forget_imports() -> None:
    imports.forget_imports(now=database_now())
