"""Print a link that signs in once, for whoever no message reaches yet."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone

from accounts import phones
from acting.refusals import Refused
from grids.actions.give_sign_in_link import give_sign_in_link


class Command(BaseCommand):
    help = (
        "Prints a link that signs in the person of this number, who must have a posting: once, "
        "within 15 minutes. That it was given stands in the record."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("phone", help="as in the file of postings")

    def handle(self, *args: Any, phone: str, **options: Any) -> None:
        try:
            secret = give_sign_in_link(phones.normalise(phone), actor=None, now=timezone.now())
        except phones.NotAMobile:
            raise CommandError("This is no mobile number of mainland China.") from None
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        self.stdout.write(settings.SITE_URL + reverse("accounts:link", args=[secret]))
