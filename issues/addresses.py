"""The addresses of a matter and of what belongs to it."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from issues.enums.acts import Act
from issues.models import Issue


def address_of_issue(issue: Issue, anchor: str = "") -> str:
    return reverse("issues:issue", args=[issue.reference]) + (f"#{anchor}" if anchor else "")


def address_of_act(issue: Issue, act: Act, *, back: str = "") -> str:
    """The address of the form; `back` is where it leads afterwards."""
    address = reverse("issues:act", args=[issue.reference, act.value])
    return f"{address}?{urlencode({'next': back})}" if back else address


def address_of_receipt(issue: Issue) -> str:
    return reverse("issues:receipt", args=[issue.reference])


def address_of_confirming(issue: Issue) -> str:
    return reverse("issues:confirm", args=[issue.reference])


def address_of_sitting(sitting: UUID) -> str:
    """The page of a council's sitting, of which only the number is known here."""
    return f"/sittings/{sitting}/"


def address_of_photo(token: UUID | str, size: str) -> str:
    return reverse("issues:photo", args=[token, size])
