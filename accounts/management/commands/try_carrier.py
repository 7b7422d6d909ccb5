"""Send one test message, to see that the carrier of the settings works."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from accounts import phones
from accounts.carriers import CarrierFailed, email_carrier, sms_carrier

# Gateways say in a line why they refuse; some send a whole page.
MOST_SHOWN = 400


class Command(BaseCommand):
    help = "Sends a test message to a number, or to an address, and says what became of it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("to", help="a mobile number, or an e-mail address")

    def handle(self, *args: Any, to: str, **options: Any) -> None:
        text = _("A test message of the pavilion. Nothing needs to be done.")
        try:
            if "@" in to:
                email_carrier().send(to, _("Test message"), text, purpose="notice")
            else:
                sms_carrier().send(phones.normalise(to), text, purpose="notice")
        except phones.NotAMobile:
            raise CommandError("This is no mobile number of mainland China.") from None
        except CarrierFailed as failed:
            said = " ".join(failed.answer.split())[:MOST_SHOWN]
            answered = f" It said: {said}" if said else ""
            raise CommandError(f"{self._name(to)} did not take it. {failed}{answered}") from failed
        self.stdout.write(f"{self._name(to)} took it. Look whether it has arrived.")

    def _name(self, to: str) -> str:
        carrier = settings.EMAIL_CARRIER if "@" in to else settings.SMS_CARRIER
        return str(carrier).rpartition(".")[2]
