"""The PDF of minutes, read by another library than the one that wrote it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from council.minutes.sections import Fact, Section, SectionTable
from council.paper.document import MinutesDocument, SignedBy
from council.paper.signs import printable
from council.paper.typeset import minutes_pdf

ADDRESS = "https://pavilion.example/sittings/6a1f6dc4-0b43-4e0a-8a51-6f1d5a2a9a01/minutes/"
DOCUMENT = MinutesDocument(
    title="三号楼前议事亭",
    council="第三网格议事会",
    kind="协商记录",
    version="第 2 稿",
    sections=[
        Section(key="a", title="", facts=[Fact("主持人", "刘建国"), Fact("记录人", "孙丽")]),
        Section(key="b", title="铁路涵洞积水", words="每逢大雨积水。\n三十四户绕行。"),
        Section(
            key="c",
            title="表决",
            level=2,
            tables=[SectionTable("第 1 轮", ["", "赞成", "反对"], [["票数", "8", "2"]])],
        ),
    ],
    signatures=[SignedBy(role="主持人", name="刘建国", how="手机验证码")],
    address=ADDRESS,
    digest="9f86d081" * 8,
    entry="41",
)


def opened(document: MinutesDocument = DOCUMENT, language: str = "zh-hans") -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(minutes_pdf(document, language=language)))


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """All tags of the structure, in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from elements(node.K)


def tags(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    return list(elements(pdf.Root.StructTreeRoot.K))


def test_it_is_tagged_and_says_its_language_and_title() -> None:
    pdf = opened()
    assert bool(pdf.Root.MarkInfo.Marked)
    assert str(pdf.Root.Lang) == "zh-CN"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.docinfo.Title) == "三号楼前议事亭 · 协商记录"
    with pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"


def test_headings_tables_and_lists_are_told_as_what_they_are() -> None:
    pdf = opened()
    found = Counter(str(tag.S) for tag in tags(pdf))
    assert found["/H1"] == 1
    # Two parts and the signatures; the vote belongs to its item.
    assert (found["/H2"], found["/H3"]) == (2, 1)
    # Three columns, and the row of the votes.
    assert (found["/Table"], found["/TH"], found["/TD"]) == (1, 4, 2)
    assert found["/L"] == 2
    assert found["/LI"] == found["/Lbl"] == found["/LBody"] == 3


def test_the_code_to_scan_says_where_it_leads() -> None:
    pdf = opened()
    figures = [tag for tag in tags(pdf) if str(tag.S) == "/Figure"]
    assert [ADDRESS in str(figure.Alt) for figure in figures] == [True]


def test_every_font_is_within_the_file() -> None:
    pdf = opened()
    for page in pdf.pages:
        for font in page.Resources.Font.values():
            below = font.DescendantFonts[0]
            assert "SansCJK" in str(below.BaseFont)
            assert {"/FontFile2", "/FontFile3"} & set(below.FontDescriptor.keys())


@pytest.mark.parametrize(
    "title",
    [
        "#strong[*x*] $x$ \\alpha _y_ `z` @ref <label> // comment",
        "#panic(1)",
        "= 标题\n- 一项\n+ 二项\n/ 词: 义",
        '"]; #include "/etc/passwd"',
        "长" * 200,
        "\a\x1b\x7f",
        "\u202e倒过来\u202c \u200b 🏮",
        "",
    ],
)
def test_markup_in_texts_prints_as_itself(title: str) -> None:
    hostile = Section(
        key="d",
        title=title,
        facts=[Fact(title, title)],
        tables=[SectionTable(title, ["", title], [[title, title]])],
        words=title,
    )
    pdf = opened(replace(DOCUMENT, title=title, council=title, sections=[hostile]))
    assert str(pdf.docinfo.Title) == f"{printable(title)} · 协商记录"
    found = Counter(str(tag.S) for tag in tags(pdf))
    assert (found["/H2"], found["/L"]) == (2 if printable(title) else 1, 2)


def test_what_the_font_lacks_is_set_as_a_mark() -> None:
    assert printable("灯笼 🏮，第 7 次 Ω②\n，") == "灯笼 〓，第 7 次 Ω②\n，"
    assert printable("❤\ufe0f") in {"❤", "〓"}


def test_it_is_made_in_the_readers_language() -> None:
    assert str(opened(language="en").Root.Lang) == "en"


def test_the_same_minutes_give_the_same_bytes() -> None:
    long = replace(DOCUMENT, sections=list(DOCUMENT.sections) * 20)
    first = minutes_pdf(long, language="zh-hans")
    assert first == minutes_pdf(long, language="zh-hans")
