from celery import shared_task

from ledger.actions.seal import seal as seal_unsealed


@shared_task(name="ledger.tasks.seal")
def seal() -> None:
    seal_unsealed()
