"""What people hand over with an act: a matter, a talk, a result; and the limits of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from grids.models import Body, Building, Category, Estate, Venue
from issues.enums.activity import CouncilAsks, DeliberationKind
from issues.enums.matter import Source, SpeaksAs
from issues.models import Upload

# Characters of the words in which a matter is raised.
LONGEST = 4000
MOST_PHOTOS = 6
FEWEST_HEADS, MOST_HEADS = 2, 9999
# Yuan.
MOST_MONEY = Decimal("9999999999.99")
MOST_COUNTED = 999_999_999


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMatter:
    """What a person says. One of building, venue and grid tells where."""

    text: str
    building: Building | None = None
    venue: Venue | None = None
    grid: Body | None = None
    # Beside a grid: in which estate, and what of it is known.
    estate: Estate | None = None
    spot: str = ""
    place_note: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    title: str = ""
    category: Category | None = None
    danger: bool = False
    private_wish: bool = False
    source: Source = Source.WEB
    outside_number: str = ""
    outside_due_at: datetime | None = None
    speaks_as: SpeaksAs = SpeaksAs.RESIDENT
    shop_name: str = ""
    for_someone_else: bool = False
    consent_noted: bool = False
    contact_name: str = ""
    contact_phone: str = ""
    photos: Sequence[Upload] = field(default_factory=tuple)

    @property
    def place(self) -> Body | None:
        """The grid it happens in."""
        if self.building is not None:
            return self.building.grid
        return self.venue.grid if self.venue is not None else self.grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a sitting came to; `resolved` is None where nothing was put to the vote, `quorate`
    where no quorum is asked for.

    `asks` is of the body that has the matter, `until` when it is to be talked over again.
    """

    resolved: bool | None
    quorate: bool | None
    owners_note: str = ""
    assembly_note: str = ""
    asks: CouncilAsks | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One member or grid worker plus a party is enough: two heads.

    How they talked and how many they were is always told: it goes on the record for good.
    """

    kind: DeliberationKind
    head_count: int
    held_at: datetime | None = None
    venue: Venue | None = None
    place: str = ""
    participants: str = ""
    said: str = ""
    agreed: str = ""
    dissent: str = ""
    quorate: bool | None = None
    quorate_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOutcome:
    """`money` in yuan; `count` of `count_of`, as 4 · 处下水管道."""

    text: str
    money: Decimal | None = None
    paid_by: str = ""
    count: int | None = None
    count_of: str = ""
    delivered_at: datetime | None = None
    photos: Sequence[Upload] = field(default_factory=tuple)
    no_picture_reason: str = ""
