"""Tables of minutes on a narrow phone: nothing is pushed out of sight."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Page

from config.launcher.places import ROOT
from council.minutes.sections import Section, SectionTable
from council.templatetags.minutes import is_wide, labelled

VOTES = SectionTable(
    "",
    ["", "赞成", "反对", "弃权", "废票", "未投票", "有表决权"],
    [
        ["票数", "8", "2", "1", "0", "4", "15"],
        ["占比", "53.3 %", "13.3 %", "6.7 %", "0.0 %", "26.7 %", "100.0 %"],
    ],
)
PLEDGES = SectionTable(
    "",
    ["做什么", "谁来做", "期限", "答复"],
    [
        [
            "汛期前把涵洞的排水沟清淤一次，雨天派人值守抽水",
            "物业服务中心",
            "2026年12月20日",
            "已答应",
        ]
    ],
)
PRESENCE = SectionTable("", ["姓名", "席别", "到会", "离会"], [["欧阳建国", "网格员", "15:00", ""]])
SECTIONS = [
    Section(key=str(at), title="表决", tables=[one])
    for at, one in enumerate((VOTES, PLEDGES, PRESENCE))
]
TOO_WIDE = """() => [...document.querySelectorAll('.minutes-table')]
    .map((one) => one.scrollWidth - one.clientWidth)"""


def shown(page: Page, width: int, *, large: bool = False) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    css = "".join((ROOT / f"static/css/{name}.css").read_text() for name in ("pavilion", "minutes"))
    body = render_to_string(
        "council/parts/minutes_sections.html", {"sections": SECTIONS, "large_print": large}
    )
    size = "data-print=large" if large else ""
    page.set_content(
        f"<!doctype html><html lang=zh-hans {size}><style>{css}</style>"
        f"<main><article class=minutes>{body}"
    )


@pytest.mark.parametrize("width", [320, 360, 480, 820])
def test_no_table_is_wider_than_the_screen(page: Page, width: int) -> None:
    shown(page, width)
    assert page.evaluate(TOO_WIDE) == [0, 0, 0]


def test_each_number_stands_beside_its_name(page: Page) -> None:
    shown(page, 360)
    cell = page.locator("td", has_text="53.3 %")
    said = cell.evaluate("one => getComputedStyle(one, '::before').content")
    assert said == '"赞成"'
    assert cell.evaluate("one => one.getBoundingClientRect().width") > 200


def test_a_short_table_stays_one(page: Page) -> None:
    shown(page, 360)
    assert [is_wide(one) for one in (VOTES, PLEDGES, PRESENCE)] == [True, True, False]
    cell = page.locator("td", has_text="15:00")
    assert cell.evaluate("one => getComputedStyle(one).display") == "table-cell"


@pytest.mark.parametrize("width", [320, 360, 820])
def test_large_print_breaks_no_time_in_two(page: Page, width: int) -> None:
    shown(page, width, large=True)
    assert page.evaluate(TOO_WIDE) == [0, 0, 0]
    lines = page.locator("td", has_text="15:00").evaluate(
        """one => {
            const range = document.createRange()
            range.selectNodeContents(one)
            return range.getClientRects().length
        }"""
    )
    assert lines == 1


def test_each_cell_knows_its_column() -> None:
    assert list(labelled(PRESENCE)) == [
        [("姓名", "欧阳建国"), ("席别", "网格员"), ("到会", "15:00"), ("离会", "")]
    ]
