"""What PDF/UA-1 asks of a file, as far as a machine can tell (after the Matterhorn Protocol).

The validator itself (veraPDF) is a program of its own that is not among our wheels; the compiler
refuses what it knows to be against the standard, and this reads its files with another library.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from council.minutes.sections import Fact, Section, SectionTable
from tests.council.paper.test_typeset import DOCUMENT, elements, opened, tags

# ISO 32000-1, 14.8.4: what needs no map to be understood.
STANDARD = {
    *("Document", "Part", "Sect", "Div", "P", "Span", "Figure", "Link", "Artifact", "Form"),
    *("H1", "H2", "H3", "H4", "L", "LI", "Lbl", "LBody", "NonStruct", "BlockQuote", "Caption"),
    *("Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"),
}
SHOWS_TEXT = {"Tj", "TJ", "'", '"'}
PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE", *SHOWS_TEXT}
LONG = replace(
    DOCUMENT,
    sections=[
        *DOCUMENT.sections,
        Section(key="d", title="", facts=[Fact("地点", "三号楼前 A-12"), Fact("方式", "记名")]),
        Section(
            key="e",
            title="谁到了",
            tables=[
                SectionTable(
                    "", ["姓名", "到会", "离会"], [[f"第 {n} 位", "9:00", ""] for n in range(90)]
                )
            ],
        ),
        *(Section(key=f"f{n}", title=f"议题 {n}", words="各说各的。\n" * 6) for n in range(12)),
    ],
)


@pytest.fixture(scope="module")
def pdf() -> Iterator[pikepdf.Pdf]:
    with opened(LONG) as found:
        yield found


def content_of(page: pikepdf.Page) -> Iterator[tuple[str, list[Any], list[tuple[str, int | None]]]]:
    """Each operator with its operands, and what it is marked as: tags with their numbers."""
    marked: list[tuple[str, int | None]] = []
    for step in pikepdf.parse_content_stream(page):
        operands, name = step.operands, str(step.operator)
        if name in {"BDC", "BMC"}:
            about = operands[1] if name == "BDC" else None
            number = about.get("/MCID") if isinstance(about, pikepdf.Dictionary) else None
            marked.append((str(operands[0]), None if number is None else int(number)))
        elif name == "EMC":
            marked.pop()
        yield name, list(operands), list(marked)
    assert not marked


def test_it_is_more_than_one_page(pdf: pikepdf.Pdf) -> None:
    assert len(pdf.pages) >= 4


def test_the_file_says_what_it_is_and_hides_nothing(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root
    assert bool(root.MarkInfo.Marked)
    assert not bool(root.MarkInfo.get("/Suspects", False))
    assert str(root.Lang) == "zh-CN"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert not pdf.is_encrypted
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root.keys())
    with pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert about["dc:title"] == str(pdf.docinfo.Title) == "三号楼前议事亭 · 协商记录"


def test_all_that_is_drawn_has_its_place_in_the_structure_or_is_decoration(
    pdf: pikepdf.Pdf,
) -> None:
    for page in pdf.pages:
        for name, _operands, marked in content_of(page):
            if name in PAINTS:
                in_structure = any(number is not None for _tag, number in marked)
                decoration = any(tag == "/Artifact" for tag, _number in marked)
                assert in_structure != decoration, (name, marked)


def test_the_structure_names_each_piece_of_every_page_once(pdf: pikepdf.Pdf) -> None:
    pages = {page.objgen: at for at, page in enumerate(pdf.pages)}
    named: Counter[tuple[int, int]] = Counter()
    for element in tags(pdf):
        for number, page in numbers_of(element):
            named[pages[page.objgen], number] += 1
    drawn = {
        (at, number)
        for at, page in enumerate(pdf.pages)
        for _name, _operands, marked in content_of(page)
        for _tag, number in marked
        if number is not None
    }
    assert set(named) == drawn
    assert set(named.values()) == {1}


def numbers_of(element: pikepdf.Dictionary) -> Iterator[tuple[int, Any]]:
    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield kid, element.Pg
        elif isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
            yield int(kid.MCID), kid.get("/Pg", element.get("/Pg"))


def test_every_tag_is_a_known_one(pdf: pikepdf.Pdf) -> None:
    roles: Any = pdf.Root.StructTreeRoot.get("/RoleMap", {})
    found = {str(tag.S).lstrip("/") for tag in tags(pdf)}
    unknown = {name for name in found if name not in STANDARD and f"/{name}" not in roles}
    assert not unknown


def test_headings_begin_at_one_and_skip_no_level(pdf: pikepdf.Pdf) -> None:
    levels = [
        int(name[2:]) for name in map(str, (tag.S for tag in tags(pdf))) if re.match(r"/H\d", name)
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_have_rows_of_one_length_and_headers_that_say_for_what(pdf: pikepdf.Pdf) -> None:
    tables = [tag for tag in tags(pdf) if str(tag.S) == "/Table"]
    assert len(tables) == 2
    for table in tables:
        rows = [tag for tag in elements(table) if str(tag.S) == "/TR"]
        cells = [[one for one in elements(row) if str(one.S) in {"/TH", "/TD"}] for row in rows]
        assert len({len(row) for row in cells}) == 1
        assert {str(cell.S) for cell in cells[0]} == {"/TH"}
        assert {scope_of(cell) for cell in cells[0]} == {"/Column"}
        for first, *others in cells[1:]:
            assert (str(first.S), scope_of(first)) == ("/TH", "/Row")
            assert {str(cell.S) for cell in others} == {"/TD"}
            # Cells that named their headers would be read with those of the column alone.
            assert not any("/Headers" in keys for cell in others for keys in attributes(cell))


def scope_of(cell: pikepdf.Dictionary) -> str:
    return next(str(one.Scope) for one in cell.A if "/Scope" in one)


def attributes(tag: pikepdf.Dictionary) -> list[list[str]]:
    found = tag.get("/A", pikepdf.Array())
    each = found if isinstance(found, pikepdf.Array) else [found]
    return [list(one.keys()) for one in each if isinstance(one, pikepdf.Dictionary)]


def test_lists_are_made_of_labels_and_bodies(pdf: pikepdf.Pdf) -> None:
    for found in (tag for tag in tags(pdf) if str(tag.S) == "/L"):
        items = [kid for kid in found.K if "/S" in kid]
        assert {str(item.S) for item in items} == {"/LI"}
        for item in items:
            assert [str(kid.S) for kid in item.K] == ["/Lbl", "/LBody"]


def test_pictures_and_links_say_in_words_what_they_are(pdf: pikepdf.Pdf) -> None:
    figures = [tag for tag in tags(pdf) if str(tag.S) == "/Figure"]
    assert figures
    assert all(str(figure.Alt).strip() for figure in figures)
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            assert str(note.get("/Contents", "")).strip()
            assert str(page.Tabs) == "/S"


def test_every_sign_that_is_drawn_can_be_read_out(pdf: pikepdf.Pdf) -> None:
    """Its font is within the file and says for each glyph that is used which sign it is."""
    said = 0
    for page in pdf.pages:
        used: dict[str, set[int]] = {}
        font = ""
        for name, operands, _marked in content_of(page):
            if name == "Tf":
                font = str(operands[0])
            elif name in SHOWS_TEXT:
                used.setdefault(font, set()).update(glyphs(operands))
        for name, codes in used.items():
            known = page.Resources.Font[name]
            assert str(known.Subtype) == "/Type0"
            assert str(known.Encoding) == "/Identity-H"
            below = known.DescendantFonts[0]
            assert {"/FontFile2", "/FontFile3"} & set(below.FontDescriptor.keys())
            if str(below.Subtype) == "/CIDFontType2":
                assert "/CIDToGIDMap" in below
            missing = codes - mapped(known.ToUnicode.read_bytes().decode("latin-1"))
            assert not missing, (name, sorted(missing)[:5])
            said += len(codes)
    assert said > 100


def glyphs(operands: list[Any]) -> Iterator[int]:
    parts = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
    for part in parts:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            yield from (int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2))


def mapped(table: str) -> set[int]:
    """Codes for which a ToUnicode table has a sign that is none of “no sign” (FFFE, FEFF, 0)."""
    found: set[int] = set()
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, sign in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            if int(sign, 16) not in {0, 0xFEFF, 0xFFFE}:
                found.add(int(code, 16))
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*[<\[]", block):
            found.update(range(int(first, 16), int(last, 16) + 1))
    return found
