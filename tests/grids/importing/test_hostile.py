"""Whatever is sent as a file is read, or refused in words that say what to do; nothing breaks."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import pytest
from django.utils import timezone, translation

from grids.actions.rehearse_import import rehearse_import
from grids.enums import ImportKind
from grids.importing.columns import COLUMNS
from grids.importing.examples import example_of
from grids.importing.problems import Unreadable
from grids.importing.reading import read_file
from grids.importing.table import LONGEST_CELL
from tests.grids.importing.books import book_of, rezipped, saved
from tests.world import World

NINES = "9" * 5_000
SHORT = ("1e400", "-1", "NaN", "∞", "½", "\u202e1", "1\n2", "=1", "@x", "\x07", "0x10", "１＿０")


def lines_of(kind: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(example_of(kind))))


def book(kind: str) -> bytes:
    header, *lines = lines_of(kind)
    return saved(book_of(*lines, header=header))


def zipped(**parts: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("_", "."), content)
    return kept.getvalue()


def swollen(kind: str) -> bytes:
    """Some 200 kB that unpack to 100 MB."""

    def swell(name: str, content: bytes) -> bytes:
        return content + b" " * 100_000_000 if name.endswith("sheet1.xml") else content

    return rezipped(book(kind), swell)


def crowded(kind: str, part: str, end: str, more: str, count: int) -> bytes:
    """A few kilobytes that hold `more` so often."""

    def crowd(name: str, content: bytes) -> bytes:
        if not name.endswith(part):
            return content
        return content.replace(end.encode(), more.encode() * count + end.encode())

    return rezipped(book(kind), crowd)


def refusal_of(raw: bytes, kind: str) -> str:
    with translation.override("zh-hans"), pytest.raises(Unreadable) as refused:
        read_file(raw, kind)
    return str(refused.value)


@pytest.mark.parametrize("kind", ImportKind.values)
def test_a_file_is_read_however_it_was_saved(kind: str) -> None:
    text = example_of(kind)
    wanted = [row.values for row in read_file(text.encode(), kind)]
    header = text.split("\n")[0]
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"):
        assert [row.values for row in read_file(text.encode(encoding), kind)] == wanted, encoding
    for mark in ";\t，|":
        parted = text.replace(",", mark)
        assert [row.values for row in read_file(parted.encode(), kind)] == wanted, mark
    twice = f"{header}\n{text}"
    assert [row.values for row in read_file(twice.encode(), kind)] == wanted
    assert [row.values for row in read_file((text + text).encode(), kind)] == [*wanted, *wanted]
    assert [row.values for row in read_file(book(kind), kind)] == wanted


@pytest.mark.parametrize("kind", ImportKind.values)
def test_a_header_may_say_more_in_brackets(kind: str) -> None:
    header, *lines = lines_of(kind)
    for note in ("（必填）", "(11位)", "【选填】"):
        said = saved(book_of(*lines, header=[f"{name}{note}" for name in header]))
        assert read_file(said, kind) == read_file(book(kind), kind)


@pytest.mark.parametrize("kind", ImportKind.values)
def test_what_is_no_table_is_refused_in_words(kind: str) -> None:
    text = example_of(kind)
    header, first = text.split("\n")[:2]
    are_refused(
        kind,
        {
            "没有内容": f"{header}\n".encode(),
            "引号": f'{text}"{first}\n{first}\n'.encode(),
            "不是“.xlsx”": zipped(bodies_csv=text),
            "打不开": book(kind)[:2_000],
        },
    )


def test_what_is_no_table_of_anything_is_refused_in_words() -> None:
    """Told before anybody looks for columns, so that one kind of import speaks for all."""
    kind = ImportKind.BODIES
    header, first = example_of(kind).split("\n")[:2]
    are_refused(
        kind,
        {
            "空的": b"",
            "2 万行": (f"{header}\n" + f"{first}\n" * 20_001).encode(),
            "网页格式": b"<html><body><table><tr><td>1</td></tr></table></body></html>",
            "不是表格": b'[{"a": 1}]',
            "旧版 Excel": b"\xd0\xcf\x11\xe0" + b"\x00" * 600,
            "解压后太大": swollen(kind),
            "Big5": "編碼,名稱,類別,小區,樓號\nZJD,珠璣東社區,社區,東苑,1\n".encode("big5"),
            "表格": b"a," * 1_000_000,
            "5 MB": b"x" * 6_000_000,
        },
    )


def are_refused(kind: str, said: dict[str, bytes]) -> None:
    for part, raw in said.items():
        refusal = refusal_of(raw, kind)
        assert part in refusal
        assert not re.search("[A-Za-z]{5,}", re.sub("Excel|xlsx", "", refusal))


@pytest.mark.parametrize("kind", ImportKind.values)
def test_a_cell_that_means_nothing_is_refused_in_every_column(world: World, kind: str) -> None:
    """Nines without end have no meaning anywhere; the others are refused or are words."""
    header, first = lines_of(kind)[:2]
    now = timezone.now()
    for at, column in enumerate(COLUMNS[kind]):
        for value in (NINES, *SHORT):
            kept = io.StringIO()
            cells = [*first[:at], value, *first[at + 1 :]]
            csv.writer(kept).writerows([header, cells])
            rows = read_file(kept.getvalue().encode(), kind)
            done = rehearse_import(rows, kind=kind, actor=None, now=now)
            if value is NINES:
                assert column.key in {problem.column for problem in done.problems}


def test_of_a_cell_without_end_only_its_beginning_is_looked_at() -> None:
    header, first = example_of(ImportKind.BODIES).split("\n")[:2]
    row = read_file(f"{header}\n{first}{'x' * 4_000_000}\n".encode(), ImportKind.BODIES)[0]
    assert max(map(len, row.values.values())) == LONGEST_CELL


@pytest.mark.parametrize(
    ("part", "end", "more", "count"),
    [
        ("sheet1.xml", "</sheetData>", "<row>" + "<c/>" * 200 + "</row>", 12_500),
        ("sheet1.xml", "</sheetData>", "<row/>", 2_500_000),
        ("styles.xml", "</cellXfs>", "<xf/>", 150_000),
    ],
)
def test_cells_lines_and_styles_without_end_are_counted_before_they_are_read(
    part: str, end: str, more: str, count: int
) -> None:
    """Each was half a minute of work and more, from a file of some kilobytes."""
    kind = ImportKind.BODIES
    assert read_file(crowded(kind, part, end, more, 100), kind) == read_file(book(kind), kind)
    raw = crowded(kind, part, end, more, count)
    assert len(raw) < 100_000
    assert "解压后太大" in refusal_of(raw, kind)
