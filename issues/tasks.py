"""Tasks only say "look now": they take no rule and no data with them."""

from celery import shared_task


@shared_task(name="issues.tasks.sweep")
def sweep() -> None:
    from issues.actions.sweep import sweep as run

    run()
