"""After a change of the key: seal all secrets of second factors under the new one."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.actions.seal_anew import seal_all_anew


class Command(BaseCommand):
    help = (
        "Seals the secrets of all second factors under SECRET_KEY, as far as it or one of "
        "SECRET_KEY_FALLBACKS opens them. Afterwards the fallbacks are not needed for them."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        done = seal_all_anew(actor=None)
        self.stdout.write(f"Sealed anew: {done.anew}. Already so: {done.already}.")
        if done.lost:
            raise CommandError(
                f"No key opens {done.lost}: those people need a recovery code or "
                "`reset_second_factor`, unless an older key is found."
            )
