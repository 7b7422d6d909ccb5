"""The shared pieces of every page."""

from typing import Any

import pytest
from django.template.loader import render_to_string

from desks.navigation import navigation
from desks.templatetags.parts import icon, ring, whole

PLACES = ["/", "/issues/", "/raise/", "/venues/", "/me/"]


def chain(**clock: Any) -> dict[str, Any]:
    return {
        "levels": [
            {"level_label": "Grid", "body": "Third grid", "state": "past", "why_left": "Too late."},
            {
                "level_label": "Community",
                "body": "East",
                "state": "lit",
                "clock": {"elapsed": 0.5, "overdue": False, "words": "By Friday", **clock},
            },
            {"level_label": "Department", "body": "", "state": "future"},
        ],
        "first_receiver": {"role": "grid worker", "name": "Wang", "phone": "13800000000"},
    }


def test_the_chain_stands_with_the_department_on_top_and_lights_one_roof() -> None:
    page = render_to_string("components/chain.html", {"chain": chain()})
    assert page.index("Department") < page.index("Community") < page.index("Grid")
    assert page.count('aria-current="step"') == 1
    assert 'href="tel:+8613800000000"' in page


def test_what_stands_between_dots_is_one_piece_each_and_text() -> None:
    assert whole("小事好商量") == "小事好商量"
    drawn = whole("小事好商量 · 2 个工作日内给结果")
    pieces = ("小事好商量 ·", "2 个工作日内给结果")
    assert [f'<span class="phrase">{one}</span>' in drawn for one in pieces] == [True, True]
    assert "<b>" not in whole("<b> · <b>")


def test_an_overdue_clock_says_so_in_words_and_shape() -> None:
    page = render_to_string(
        "components/chain.html", {"chain": chain(overdue=True, words="One day late")}
    )
    assert 'class="overdue">One day late' in page
    assert "ring-mark" in page


def test_the_sum_behind_a_deadline_is_a_tap_away() -> None:
    page = render_to_string(
        "components/chain.html", {"chain": chain(why=["Saturday was skipped."])}
    )
    assert "<li>Saturday was skipped.</li>" in page


def test_what_a_stranger_typed_stays_text() -> None:
    page = render_to_string(
        "components/chain.html", {"chain": chain(words="<script>alert(1)</script>")}
    )
    assert "<script>" not in page


@pytest.mark.parametrize(
    ("elapsed", "overdue", "percent", "mood"),
    [
        (0, False, "0.0", "calm"),
        (0.5, False, "50.0", "calm"),
        (0.75, False, "75.0", "soon"),
        (7, False, "100.0", "soon"),
        (-1, False, "0.0", "calm"),
        (0.1, True, "100.0", "overdue"),
    ],
)
def test_a_ring_shows_the_share_gone_by(
    elapsed: float, overdue: bool, percent: str, mood: str
) -> None:
    drawn = ring(elapsed, overdue=overdue)
    assert (drawn["percent"], drawn["mood"]) == (percent, mood)


def test_an_icon_is_hidden_from_screen_readers() -> None:
    assert 'aria-hidden="true"' in icon("phone")


@pytest.mark.parametrize("path", PLACES)
def test_each_place_marks_itself_and_no_other(path: str) -> None:
    assert [place["path"] for place in navigation(path) if place["current"]] == [path]


def test_a_matter_lies_among_everyones_matters() -> None:
    current = [place["path"] for place in navigation("/issues/ZJD-2026-0042/") if place["current"]]
    assert current == ["/issues/"]


def test_people_with_a_post_find_their_desk_first() -> None:
    assert navigation("/desk/", posted=True)[0]["current"]
    assert "/desk/" not in [place["path"] for place in navigation("/")]
