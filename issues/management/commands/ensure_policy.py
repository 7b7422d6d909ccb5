from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from issues.actions.ensure_policy import ensure_policy


class Command(BaseCommand):
    help = "Put the default policy into the database where there is none."

    def handle(self, *args: Any, **options: Any) -> None:
        version = ensure_policy(now=timezone.now())
        self.stdout.write(f"Policy version {version.number} is in force.")
