"""Excel workbooks are read as CSV is, and nothing in them does harm or goes unseen."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime
from typing import Any

import pytest

from grids.importing.preparing import cell_problems
from grids.importing.problems import Unreadable
from grids.importing.reading import MOST_BYTES, MOST_LINES, read, read_file
from tests.grids.importing.books import (
    HEADER,
    LINE,
    book_of,
    line,
    rezipped,
    saved,
    sheet_changed,
    workbook,
)

# As openpyxl knows them: without a zone.
# Seconds, however busy the machine is: read to its end, such a file takes longer.
AT_ONCE = pytest.mark.timeout(30)
NEW_YEAR, MIDNIGHT = datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2026-01-02")
VALUES = {
    "phone": "13800139999", "name": "新来的", "role": "网格员", "body": "ZJD-1",
    "starts_on": "2026-01-01", "ends_on": "", "work_phone": "",
}  # fmt: skip


def cells(raw: bytes) -> dict[str, str]:
    return read_file(raw, "postings")[0].values


def refused(raw: bytes, kind: str = "postings") -> str:
    with pytest.raises(Unreadable) as unreadable:
        read_file(raw, kind)
    return str(unreadable.value)


def wrong(raw: bytes) -> list[tuple[int, str]]:
    return [(p.line, p.column) for p in cell_problems(read_file(raw, "postings"), "postings")]


def test_a_workbook_is_read_as_the_same_table_in_csv() -> None:
    text = "\n".join(",".join(cells) for cells in (HEADER, LINE))
    assert read_file(workbook(LINE), "postings") == read(text, "postings")
    assert cells(workbook(LINE)) == VALUES


@pytest.mark.parametrize(
    ("column", "cell", "read_as"),
    [
        ("手机号", 13800139999, "13800139999"),
        ("手机号", 13800139999.0, "13800139999"),
        ("开始日期", date(2026, 1, 1), "2026-01-01"),
        ("开始日期", NEW_YEAR, "2026-01-01"),
        ("工作电话", 12345, "12345"),
        ("姓名", " 王晓燕\u200b ", "王晓燕"),
        ("姓名", None, ""),
    ],
)
def test_cells_are_read_as_their_author_would_type_them(
    column: str, cell: Any, read_as: str
) -> None:
    key = {"手机号": "phone", "开始日期": "starts_on", "工作电话": "work_phone", "姓名": "name"}
    assert cells(workbook(line(**{column: cell})))[key[column]] == read_as


def test_zeros_that_a_format_shows_are_read() -> None:
    book = book_of(line(工作电话=5337180100))
    book.active["G2"].number_format = "00000000000"
    assert cells(saved(book))["work_phone"] == "05337180100"


@pytest.mark.parametrize(
    ("column", "cell", "key"),
    [
        ("手机号", 1.39e20, "phone"),
        ("手机号", "1.39E+10", "phone"),
        ("手机号", "#REF!", "phone"),
        ("手机号", date(2026, 1, 2), "phone"),
        ("单位编码", MIDNIGHT, "body"),
        ("姓名", date(2026, 1, 2), "name"),
        ("开始日期", 46053, "starts_on"),
        ("结束日期", 46053.5, "ends_on"),
        ("工作电话", 533718010, "work_phone"),
    ],
)
def test_what_excel_did_to_a_cell_is_named_with_line_and_column(
    column: str, cell: Any, key: str
) -> None:
    assert wrong(workbook(LINE, line(**{column: cell}))) == [(3, key)]


def test_errors_of_formulas_are_named_with_line_and_column() -> None:
    raw = sheet_changed(
        workbook(LINE), r'<c r="B2"[^>]*>.*?</c>', '<c r="B2" t="e"><v>#N/A</v></c>'
    )
    assert wrong(raw) == [(2, "name")]


def test_a_formula_is_read_by_its_result_and_refused_without_one() -> None:
    computed = sheet_changed(
        workbook(LINE),
        r'<c r="D2"[^>]*>.*?</c>',
        '<c r="D2" t="str"><f>"ZJD-"&amp;1</f><v>ZJD-1</v></c>',
    )
    assert cells(computed) == VALUES
    assert wrong(workbook(line(单位编码='="ZJD-"&1'))) == [(2, "body")]
    # Nothing was worked out: an empty cell would end nothing, or revive somebody.
    assert wrong(workbook(line(结束日期="=A1"))) == [(2, "ends_on")]


def test_merged_cells_are_named_where_a_value_is_missing() -> None:
    book = book_of(LINE, LINE, LINE)
    book.active.merge_cells("D2:D4")
    assert wrong(saved(book)) == [(3, "body"), (4, "body")]


def test_a_title_may_stand_above_the_table_even_merged() -> None:
    book = book_of(LINE)
    book.active.insert_rows(1, 2)
    book.active["A1"] = "珠玑东社区网格员名册"
    book.active.merge_cells("A1:G1")
    rows = read_file(saved(book), "postings")
    assert [(row.line, row.values) for row in rows] == [(4, VALUES)]
    assert read("珠玑东社区网格员名册\n\n" + ",".join(HEADER) + "\n" + ",".join(LINE), "postings")


def test_empty_lines_are_skipped_but_counted() -> None:
    assert [row.line for row in read_file(workbook([], LINE, [], [], LINE), "postings")] == [3, 6]


def test_notes_beside_the_table_are_passed_over() -> None:
    assert cells(workbook([*LINE, "", "记得问他"])) == VALUES


def test_hidden_sheets_are_passed_over() -> None:
    for state in ("hidden", "veryHidden"):
        book = book_of(LINE)
        other = book.create_sheet("旧")
        other.append(HEADER)
        other.append(line(姓名="藏着的人"))
        other.sheet_state = state
        assert cells(saved(book)) == VALUES
        book.active.sheet_state, other.sheet_state = state, "visible"
        assert cells(saved(book))["name"] == "藏着的人"


def test_the_one_sheet_with_the_table_is_read_wherever_it_stands() -> None:
    book = book_of(LINE)
    told = book.create_sheet("说明", 0)
    told.append(["请在第二张表里填写"])
    assert cells(saved(book)) == VALUES


def test_several_sheets_with_the_table_are_refused_by_name() -> None:
    book = book_of(LINE)
    book.active.title = "一网格"
    other = book.create_sheet("二网格")
    other.append(HEADER)
    other.append(LINE)
    assert "二网格" in refused(saved(book))


def test_hidden_lines_are_refused_by_number() -> None:
    book = book_of(LINE, LINE, LINE)
    book.active.row_dimensions[3].hidden = True
    assert "3" in refused(saved(book))


def test_a_hidden_column_of_the_table_is_refused_by_name() -> None:
    book = book_of(LINE)
    book.active.column_dimensions["F"].hidden = True
    assert "结束日期" in refused(saved(book))
    other = book_of([*LINE, "看不见"], header=[*HEADER, "备注"])
    other.active.column_dimensions["H"].hidden = True
    assert cells(saved(other)) == VALUES


def test_macros_are_refused() -> None:
    raw = rezipped(workbook(LINE), lambda _name, content: content, **{"xl/vbaProject.bin": b"x"})
    assert refused(raw)


@AT_ONCE
def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        with zipfile.ZipFile(io.BytesIO(workbook(LINE))) as book:
            for name in book.namelist():
                archive.writestr(name, book.read(name))
        archive.writestr("xl/worksheets/sheet9.xml", b" " * 100_000_000)
    assert len(bomb.getvalue()) < MOST_BYTES
    assert refused(bomb.getvalue())


def test_an_archive_that_lies_about_its_size_is_refused() -> None:
    raw = workbook(LINE)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        honest = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    lying = raw.replace(honest.to_bytes(4, "little"), (7).to_bytes(4, "little"))
    assert lying != raw
    assert refused(lying)


def test_very_many_parts_are_refused() -> None:
    more = {f"xl/media/{number}": b"" for number in range(2000)}
    assert refused(rezipped(workbook(LINE), lambda _name, content: content, **more))


def test_entities_that_multiply_are_refused() -> None:
    laughs = (
        '<!DOCTYPE x [<!ENTITY a "ha">'
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 9))
        + "]>"
    )

    def change(name: str, content: bytes) -> bytes:
        if not name.endswith(("sheet1.xml", "sharedStrings.xml")):
            return content
        text = content.decode()
        start = text.index("?>") + 2 if text.startswith("<?xml") else 0
        return (text[:start] + laughs + text[start:].replace("新来的", "&a8;")).encode()

    assert refused(rezipped(workbook(LINE), change))


@AT_ONCE
@pytest.mark.parametrize(
    "by",
    [
        '<dimension ref="A1:XFD1048576"/>',
        '<dimension ref="A1:ZZZ99999999"/>',
    ],
)
def test_a_size_that_the_file_claims_is_not_believed(by: str) -> None:
    assert cells(sheet_changed(workbook(LINE), r"<dimension[^>]*/>", by)) == VALUES


@AT_ONCE
@pytest.mark.parametrize("number", ["1048576", "99999999999999"])
def test_a_line_far_below_is_refused_at_once(number: str) -> None:
    assert refused(sheet_changed(workbook(LINE, LINE), r'<row r="3"', f'<row r="{number}"'))


@AT_ONCE
def test_merging_everything_is_refused_at_once() -> None:
    merged = (
        "</sheetData><mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 1000 + "</mergeCells>"
    )
    raw = sheet_changed(workbook(*[LINE] * 2000), "</sheetData>", merged)
    assert refused(raw)


def test_more_lines_than_allowed_are_refused() -> None:
    """A cell each is enough for a line; written as text, which takes a third of openpyxl's time."""
    lines = "".join(
        f'<row r="{2 + n}"><c r="A{2 + n}"><v>1</v></c></row>' for n in range(MOST_LINES)
    )
    one_more = f'<row r="{2 + MOST_LINES}"><c r="A{2 + MOST_LINES}"><v>1</v></c></row>'
    full = sheet_changed(workbook(), "</sheetData>", f"{lines}</sheetData>")
    assert "2 万行" in refused(sheet_changed(full, "</sheetData>", f"{one_more}</sheetData>"))


@pytest.mark.parametrize("value", ["9" * 5000, "1e999", "-1", "NaN", "x"])
def test_numbers_that_are_none_get_a_sentence(value: str) -> None:
    raw = sheet_changed(
        workbook(line(手机号=13800139999)), r"<v>13800139999</v>", f"<v>{value}</v>"
    )
    with suppress(Unreadable):
        assert read_file(raw, "postings")[0].values["phone"] != "13800139999"


def test_other_archives_and_torn_ones_get_a_sentence() -> None:
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<x/>")
    whole = workbook(LINE)
    for raw in (
        other.getvalue(),
        whole[: len(whole) // 2],
        b"PK\x03\x04",
        whole[:4] + b"\x00" * 99,
    ):
        assert refused(raw)
    for part in ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"):

        def torn(name: str, content: bytes, part: str = part) -> bytes:
            return content[:40] if name == part else content

        assert refused(rezipped(whole, torn))


def test_a_locked_or_old_workbook_gets_a_sentence() -> None:
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)


def test_a_workbook_without_the_columns_names_what_is_missing() -> None:
    assert "姓名" in refused(workbook(["1"], header=["手机号"]))
    assert refused(saved(book_of(header=[])))
    assert refused(workbook(header=HEADER))
