from datetime import date

import pytest

from grids.enums import BodyKind, Role, VenueKind
from grids.importing import words


def test_every_kind_role_and_venue_can_be_written_in_both_languages() -> None:
    for table, values in (
        (words.KINDS, BodyKind.values),
        (words.ROLES, Role.values),
        (words.VENUES, VenueKind.values),
    ):
        assert set(table) == set(values)
        for value, spoken in table.items():
            assert all(words.meaning(table, word.upper()) == value for word in spoken)
            assert words.meaning(table, str(value)) == value


@pytest.mark.parametrize(
    "written", ["2026-01-31", "2026/1/31", "2026.1.31", "2026年1月31日", "20260131", " 2026-1-31 "]
)
def test_days_are_read_as_people_write_them(written: str) -> None:
    assert words.day(written) == date(2026, 1, 31)


@pytest.mark.parametrize("written", ["", "31.1.2026", "2026-02-30", "soon", "2026-1"])
def test_what_is_no_day_is_none(written: str) -> None:
    assert words.day(written) is None
