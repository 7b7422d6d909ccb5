"""Warnings of `manage.py check --deploy` before Pavilion goes on the network."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as Caution


@register(Tags.security, deploy=True)
def check_carriers(**kwargs: Any) -> list[CheckMessage]:
    """Without a carrier nobody can sign in; with the demo's, anybody can, as anyone."""
    found: list[CheckMessage] = []
    shown = {"accounts.carriers.page.PageCarrier", "accounts.carriers.page.PageMailCarrier"}
    if settings.DEMO or shown & {settings.SMS_CARRIER, settings.EMAIL_CARRIER}:
        found.append(
            Error(
                "The demo shows everybody's messages and sign-in codes on a page.",
                hint="Unset PAVILION_DEMO, and carriers.page in SMS_CARRIER and EMAIL_CARRIER.",
                id="accounts.E001",
            )
        )
    elif settings.SMS_CARRIER == "accounts.carriers.log.LogCarrier":
        found.append(
            Caution(
                "No SMS carrier is set, so nobody can sign in.",
                hint="Name a subclass of accounts.carriers.SmsCarrier in SMS_CARRIER.",
                id="accounts.W001",
            )
        )
    return found
