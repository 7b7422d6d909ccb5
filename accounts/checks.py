"""Warnings of `manage.py check --deploy` before Pavilion goes on the network."""

from string import Template
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as Caution

from accounts.carriers import texts_are_carried
from accounts.carriers.gateway import WORDS


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
    elif not texts_are_carried():
        found.append(
            Caution(
                "No SMS carrier is set, so nobody can sign in.",
                hint="Set SMS_GATEWAY_URL, or name your own SmsCarrier in SMS_CARRIER.",
                id="accounts.W001",
            )
        )
    return found


@register(Tags.security)
def check_gateway(**kwargs: Any) -> list[CheckMessage]:
    """A template that names what there is not would fail at the first message."""
    found: list[CheckMessage] = []
    if settings.SMS_GATEWAY_METHOD not in {"GET", "POST"}:
        found.append(Error("SMS_GATEWAY_METHOD is neither GET nor POST.", id="accounts.E002"))
    for name in ("SMS_GATEWAY_URL", "SMS_GATEWAY_BODY", "SMS_GATEWAY_HEADERS"):
        template = Template(getattr(settings, name))
        if not template.is_valid() or set(template.get_identifiers()) - allowed(name):
            known = ", ".join(f"${word}" for word in sorted(allowed(name)))
            found.append(
                Error(
                    f"{name} names something that there is not.",
                    hint=f"It may name {known}; a dollar sign itself is written $$.",
                    id="accounts.E003",
                )
            )
    return found


def allowed(name: str) -> frozenset[str]:
    return frozenset({"secret", "purpose"}) if name == "SMS_GATEWAY_HEADERS" else WORDS
