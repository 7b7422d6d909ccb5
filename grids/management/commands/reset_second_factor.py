"""Take somebody's second factor away, where no administrator is left who could."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts import phones
from acting.refusals import Refused
from grids.actions.look_after_sign_in import reset_factor_of


class Command(BaseCommand):
    help = (
        "Takes away the second factor of the person of this number, who must have a posting, and "
        "signs them out everywhere: they set up another one. That it was done stands in the record."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("phone", help="as in the file of postings")

    def handle(self, *args: Any, phone: str, **options: Any) -> None:
        try:
            reset_factor_of(phones.normalise(phone), actor=None, now=timezone.now())
        except phones.NotAMobile:
            raise CommandError("This is no mobile number of mainland China.") from None
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write("Taken away. They set up another one at their next sign-in.")
