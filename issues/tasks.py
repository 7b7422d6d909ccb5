"""Tasks only say "look now": they take no rule and no data with them."""

from celery import shared_task


@shared_task(name="issues.tasks.sweep")
def sweep() -> None:
    from issues.actions.forget_settled import forget_settled
    from issues.actions.sweep import sweep as run

    run()
    forget_settled()


@shared_task(name="issues.tasks.find_by_new_names")
def find_by_new_names() -> None:
    from accounts.queries.clock import database_now
    from issues.actions.follow_names import find_all_by_new_names as run

    run(now=database_now())


@shared_task(name="issues.tasks.fold_tallies")
def fold_tallies() -> None:
    from issues.actions.fold_tallies import fold_tallies as run

    run()


@shared_task(name="issues.tasks.prune_drafts")
def prune_drafts() -> None:
    from accounts.queries.clock import database_now
    from issues.actions.draft import prune_drafts as run
    from issues.actions.sweep_files import sweep_files

    run(now=database_now())
    sweep_files(now=database_now())


@shared_task(name="issues.tasks.recompute_clocks")
def recompute_clocks() -> None:
    from accounts.queries.clock import database_now
    from issues.actions.recompute_clocks import recompute_clocks as run

    run(now=database_now())
