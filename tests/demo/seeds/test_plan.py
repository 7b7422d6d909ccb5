"""The plan of the invented community can be drawn."""

from __future__ import annotations

from demo.seeds.place_data import CATEGORIES, COMPETENCES, COMPETENCES_MORE, ESTATES, VENUES
from demo.seeds.plan import middle, outlines
from grids.queries.plan import corners_of

LONGEST_OUTLINE = 400


def test_fourteen_grids_are_outlined_within_the_field() -> None:
    shapes = outlines()
    assert len(shapes) == 14
    for shape in shapes:
        corners = corners_of(shape)
        assert len(corners) >= 4
        assert len(shape) <= LONGEST_OUTLINE
        assert all(0 <= x <= 1000 and 0 <= y <= 700 for x, y in corners)


def test_every_grid_has_its_venue_and_its_buildings() -> None:
    grids = {f"ZJD-{number}" for number in range(1, 15)}
    assert grids <= {grid for grid, *_rest in VENUES}
    assert grids <= {grid for places in ESTATES.values() for grid in places}


def test_a_venue_stands_inside_the_field() -> None:
    for shape in outlines():
        x, y = middle(shape)
        assert 0 < x < 1000
        assert 0 < y < 700


def test_some_categories_have_one_answer_in_the_street_some_several_some_none() -> None:
    counted: dict[str, int] = {code: 0 for code, *_rest in CATEGORIES}
    for table in (COMPETENCES, COMPETENCES_MORE):
        for department, codes in table.items():
            for code in codes:
                counted[code] += department.startswith("FHT")
    assert {0, 1, 2} <= set(counted.values())
