import pytest

from grids.importing.problems import Unreadable
from grids.importing.reading import MOST_BYTES, MOST_LINES, decode, read
from grids.importing.table import cell_of, columns_left_out

TABLE = "小区,楼号,网格编码\n机械厂家属院,5号楼,ZJD-1\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encodings_of_excel_are_read(encoding: str) -> None:
    rows = read(decode(TABLE.encode(encoding)), "buildings")
    assert rows[0].values == {"estate": "机械厂家属院", "number": "5号楼", "grid": "ZJD-1"}


@pytest.mark.parametrize("mark", [",", "\t", ";", "，"])
def test_columns_may_be_parted_by_comma_tab_or_semicolon(mark: str) -> None:
    assert read(TABLE.replace(",", mark), "buildings")[0].values["grid"] == "ZJD-1"


def test_headers_may_be_english_in_any_order_with_strange_columns_between() -> None:
    rows = read("Grid Code,note,BUILDING,estate\nZJD-1,x,5号楼,机械厂家属院\n", "buildings")
    assert rows[0].values == {"estate": "机械厂家属院", "number": "5号楼", "grid": "ZJD-1"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("小区,楼栋号,片区\n东苑,1号楼,ZJD-1\n", "不认识：楼栋号、片区。"),
        ("登记表\n小区,,楼号,片区\n东苑,,1号楼,ZJD-1\n", "不认识：片区。"),
        # Where nothing is known nothing says that it names columns at all.
        ("东苑,1号楼,ZJD-1\n", "还缺：小区 / estate、楼号 / building、网格编码 / grid code。"),
    ],
)
def test_a_header_that_is_missing_is_told_beside_the_ones_that_nobody_knows(
    text: str, said: str
) -> None:
    with pytest.raises(Unreadable) as refused:
        read(text, "buildings")
    assert str(refused.value).endswith(said)


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    text = '小区,楼号,网格编码\r\n\r\n"机械厂\r\n家属院",1号楼,ZJD-1\r\n东苑,2号楼,ZJD-2\r\n'
    assert [row.line for row in read(text, "buildings")] == [3, 5]


@pytest.mark.parametrize(
    "raw",
    [
        b"PK\x03\x04workbook",
        b"\xd0\xcf\x11\xe0old workbook",
        b"\x89PNG\r\n",
        b"\xff\xd8\xff\xe0",
        b"%PDF-1.7",
        b"estate\x00",
        b"\xff\xff\xff\xff",
        b"x" * (MOST_BYTES + 1),
    ],
)
def test_what_is_no_table_is_refused_in_words(raw: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(raw)
    assert str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff \n",
        "小区,楼号,网格编码\n",
        "小区,楼号\n机械厂,1\n",
        "小区,楼号,网格编码,小区\na,b,c,d\n",
        "<html><body>no</body></html>",
    ],
)
def test_a_table_without_its_columns_or_lines_is_refused_in_words(text: str) -> None:
    with pytest.raises(Unreadable):
        read(text, "buildings")


def test_a_file_of_more_lines_than_allowed_is_refused() -> None:
    with pytest.raises(Unreadable):
        read("小区,楼号,网格编码\n" + "a,b,c\n" * (MOST_LINES + 1), "buildings")


def test_a_line_with_a_comma_too_many_is_named() -> None:
    with pytest.raises(Unreadable, match="3"):
        read("小区,楼号,网格编码\na,b,c\na,b,c,d\n", "buildings")
    assert len(read("小区,楼号,网格编码\na,b,c,,\n", "buildings")) == 1


@pytest.mark.parametrize("mark", [",", "\t", ";"])
@pytest.mark.parametrize("empty", ["", " ", "\u3000"])
def test_columns_that_were_only_formatted_are_none(mark: str, empty: str) -> None:
    lines = [line + (mark + empty) * 1_100 for line in TABLE.replace(",", mark).splitlines()]
    assert read("\n".join(lines), "buildings") == read(TABLE, "buildings")


@pytest.mark.parametrize("cells", [["x"] * 1_001, [""] * 1_000 + ["x"]])
def test_a_line_of_more_cells_than_any_table_has_is_refused(cells: list[str]) -> None:
    with pytest.raises(Unreadable, match="不是表格"):
        read(TABLE + ",".join(cells), "buildings")


def test_headers_that_nobody_knows_are_named_where_something_stands_below_them() -> None:
    text = "小区,楼号,层数,网格编码,备 注,\n东苑,5,6,ZJD-1,,\n东苑,6,,ZJD-1,,x\n"
    rows = read(text, "buildings")
    assert [row.values["number"] for row in rows] == ["5", "6"]
    assert columns_left_out(rows) == ["层数", "–"]


@pytest.mark.parametrize("between", ["\n", "\r\n", "\t", "\n\t\n", "\u2028"])
def test_a_break_of_a_line_within_a_cell_becomes_a_blank(between: str) -> None:
    """Names of bodies, estates, venues and buildings stand in one line everywhere."""
    assert cell_of(f"珠玑东{between}第九网格\n") == "珠玑东 第九网格"
    assert cell_of(f'="珠玑东{between}第九网格"') == "珠玑东 第九网格"
    text = f'类别,编码,名称\n网格,ZJD-9,"珠玑东{between}第九网格"\n'
    assert [row.values["name"] for row in read(text, "bodies")] == ["珠玑东 第九网格"]
