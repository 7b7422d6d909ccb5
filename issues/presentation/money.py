"""Sums of money in yuan."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _


def yuan(amount: Decimal | str) -> str:
    """`600,000 yuan`; cents only where there are any."""
    value = Decimal(amount)
    digits = f"{value:,.2f}" if value % 1 else f"{value:,.0f}"
    return _("{amount} yuan").format(amount=digits)
