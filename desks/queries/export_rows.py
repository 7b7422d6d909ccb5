"""Rows of a person's data as plain values, ready for JSON."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import QuerySet


def rows(found: QuerySet[Any], *fields: str) -> list[dict[str, Any]]:
    return [plain(row) for row in found.values(*fields)]


def plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name.replace("__", "_"): _value(value) for name, value in row.items()}


def _value(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal | UUID) else value
