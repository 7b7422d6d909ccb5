import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from grids.enums import Role
from grids.models import Body, Posting
from tests.grids.importing.books import workbook
from tests.world import World

DISTRICT = "编码,类别,名称\nNEW,区,新区\n"
FIRST = "手机号,姓名,角色,单位编码,开始日期\n13800138001,头一位,管理员,NEW,2026-01-01\n"


def test_a_new_place_begins_with_a_district_and_its_first_administrator(
    world: World, tmp_path: Path
) -> None:
    for kind, text in (("bodies", DISTRICT), ("postings", FIRST)):
        file = tmp_path / f"{kind}.csv"
        file.write_text(text, encoding="gb18030")
        call_command("import_csv", kind, str(file))
    posting = Posting.objects.get(body__code="NEW")
    assert posting.role == Role.ADMINISTRATOR
    assert Body.objects.get(code="NEW").path == f"/{posting.body_id}/"


def test_wrong_lines_change_nothing(world: World, tmp_path: Path) -> None:
    file = tmp_path / "bodies.csv"
    file.write_text(DISTRICT + "Y,街道,无上级,\n", encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("import_csv", "bodies", str(file))
    assert not Body.objects.filter(code="NEW").exists()


@pytest.mark.parametrize(
    ("language", "frame", "foreign"),
    [("", "第 3 行“上级编码”：", r"[A-Za-z]{4,}"), ("en", "Line 3, parent code:", "[一-鿿]")],
)
def test_every_word_of_an_answer_is_in_one_language(
    world: World, tmp_path: Path, language: str, frame: str, foreign: str
) -> None:
    file = tmp_path / "bodies.csv"
    file.write_text(
        "编码,类别,名称,上级编码,备注\nNEW,区,新区,,x\nY,街道,某街道,,\n", encoding="utf-8"
    )
    said, out = StringIO(), StringIO()
    given = {"language": language, "stderr": said, "stdout": out}
    with pytest.raises(CommandError) as refused:
        call_command("import_csv", "bodies", str(file), **given)
    assert frame in said.getvalue()
    file.write_text(DISTRICT, encoding="utf-8")
    call_command("import_csv", "bodies", str(file), **given)
    answer = f"{said.getvalue()}{refused.value}{out.getvalue()}".replace("备注", "")
    assert re.findall(foreign, answer) == [], answer


def test_a_workbook_is_read_too_and_people_known_by_another_name_are_asked_about(
    world: World, tmp_path: Path
) -> None:
    header = ["手机号", "姓名", "角色", "单位编码", "开始日期"]
    file = tmp_path / "people.xlsx"
    file.write_bytes(
        workbook([world.stranger.phone, "新来的", "网格员", "zjd-1", "2026-01-01"], header=header)
    )
    with pytest.raises(CommandError, match="--same-people"):
        call_command("import_csv", "postings", str(file))
    assert not Posting.objects.filter(user=world.stranger).exists()
    call_command("import_csv", "postings", str(file), "--same-people")
    assert Posting.objects.get(user=world.stranger).body == world.grid
