from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from grids.enums import Role
from grids.models import Body, Posting
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
