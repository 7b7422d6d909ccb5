"""Sums of money in yuan."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _


def yuan(amount: Decimal | str | int) -> str:
    """`600,000 yuan`, with cents only if there are any."""
    return _("{amount} yuan").format(amount=digits(amount))


def digits(amount: Decimal | str | int) -> str:
    """`600,000`, in groups of three in both languages, as on bills."""
    value = Decimal(amount)
    return f"{value:,.2f}" if value % 1 else f"{value:,.0f}"
