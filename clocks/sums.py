"""A span, and the sum of a start and a span, with everything needed to explain it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self

from clocks.calendar import DayReason
from clocks.enums import DayKind, SpanKind
from clocks.hours import WorkingHours

BASIS_VERSION = 1


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time: hours with minutes, or whole working days. Never zero."""

    kind: SpanKind
    amount: int
    minutes: int = 0

    def __post_init__(self) -> None:
        if self.amount < 0 or not 0 <= self.minutes < 60 or not (self.amount or self.minutes):
            raise ValueError("a span is longer than nothing, its minutes fewer than 60")
        if self.kind == SpanKind.WORKING_DAYS and self.minutes:
            raise ValueError("working days are whole")


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that the sum left out, or a make-up day that it counted, with the reason."""

    day: date
    reason: DayReason

    def as_basis(self) -> dict[str, str]:
        return {
            "day": self.day.isoformat(),
            "reason": self.reason.kind.value,
            "name_zh": self.reason.name_zh,
            "name_en": self.reason.name_en,
        }

    @classmethod
    def from_basis(cls, basis: dict[str, str]) -> Self:
        reason = DayReason(DayKind(basis["reason"]), basis["name_zh"], basis["name_en"])
        return cls(date.fromisoformat(basis["day"]), reason)


@dataclass(frozen=True, slots=True)
class Sum:
    """When something is due, in Asia/Shanghai, and why.

    `unpublished` lists the years it touches whose holidays are not known yet; such a sum is
    provisional. `computed` is set if the calendar gives an earlier time than was promised.
    """

    start: datetime
    due: datetime
    span: Span
    hours: WorkingHours
    skipped: tuple[NamedDay, ...] = ()
    made_up: tuple[NamedDay, ...] = ()
    unpublished: tuple[int, ...] = ()
    revision: int = 0
    computed: datetime | None = None

    @property
    def provisional(self) -> bool:
        return bool(self.unpublished)

    def as_basis(self) -> dict[str, Any]:
        """The sum as JSON. Nights and lunch breaks are not listed: they follow from `hours`."""
        return {
            "version": BASIS_VERSION,
            "kind": self.span.kind.value,
            "amount": self.span.amount,
            "minutes": self.span.minutes,
            "start": self.start.isoformat(),
            "due": self.due.isoformat(),
            "hours": str(self.hours),
            "skipped": [day.as_basis() for day in self.skipped],
            "made_up": [day.as_basis() for day in self.made_up],
            "provisional": self.provisional,
            "unpublished": list(self.unpublished),
            "revision": self.revision,
            "computed": self.computed.isoformat() if self.computed else None,
        }


def is_sum(basis: dict[str, Any]) -> bool:
    """False for the basis of a deadline whose date a person set: there is no sum to explain."""
    return basis.get("kind") in SpanKind.values


def from_basis(basis: dict[str, Any]) -> Sum:
    """The sum that `as_basis` was called on."""
    return Sum(
        start=datetime.fromisoformat(basis["start"]),
        due=datetime.fromisoformat(basis["due"]),
        span=Span(SpanKind(basis["kind"]), basis["amount"], basis["minutes"]),
        hours=WorkingHours.parse(basis["hours"]),
        skipped=tuple(NamedDay.from_basis(day) for day in basis["skipped"]),
        made_up=tuple(NamedDay.from_basis(day) for day in basis["made_up"]),
        unpublished=tuple(basis["unpublished"]),
        revision=basis["revision"],
        computed=datetime.fromisoformat(basis["computed"]) if basis["computed"] else None,
    )
