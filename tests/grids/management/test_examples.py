"""From an empty database to a place that works, with the files of docs/examples/."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone, translation

from accounts.models import User
from config.launcher.places import ROOT
from grids.enums import ImportKind
from grids.models import Building, Category, Competence
from grids.queries.missing import missing_for
from grids.queries.standing import standing_of
from issues.models import Issue
from tests.harness.signing_in import signed_in

EXAMPLES = ROOT / "docs" / "examples"
ORDER = (
    ImportKind.BODIES,
    ImportKind.POSTINGS,
    ImportKind.BUILDINGS,
    ImportKind.VENUES,
    ImportKind.CATEGORIES,
    ImportKind.COMPETENCES,
)


def example(kind: str) -> str:
    out = StringIO()
    call_command("import_csv", kind, "--example", stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("kind", ImportKind.values)
def test_the_example_that_is_written_is_the_one_that_is_kept(kind: str) -> None:
    assert example(kind) == (EXAMPLES / f"{kind}.csv").read_text()


def test_without_a_file_it_says_what_to_give() -> None:
    with pytest.raises(CommandError, match="--example"):
        call_command("import_csv", "bodies")
    with pytest.raises(CommandError, match=r"none\.csv 读不了"):
        call_command("import_csv", "bodies", "none.csv")
    with pytest.raises(CommandError, match=r"none\.csv can't be read"):
        call_command("import_csv", "bodies", "none.csv", language="en")


@pytest.mark.django_db
def test_the_examples_open_a_place_up_to_its_first_matter(tmp_path: Path, client: Client) -> None:
    for kind in ORDER:
        file = tmp_path / f"{kind}.csv"
        file.write_text(example(kind))
        call_command("import_csv", kind, str(file), stdout=StringIO())
    administrator = User.objects.get(name="赵区管")
    now = timezone.now()
    missing = missing_for(standing_of(administrator, now=now), now=now)
    assert missing == []
    dispute = Category.objects.get(code="disputes")
    assert (dispute.private, dispute.name_en) == (True, "")
    with translation.override("en"):
        assert dispute.name == "邻里纠纷"
    assert Category.objects.get(code="lamps").parent == Category.objects.get(code="repairs")
    said = Competence.objects.values_list("department__code", "category__code")
    assert set(said) == {("QS-ZJ", "repairs"), ("QS-ZHB", "cleaning")}
    building = Building.objects.order_by("pk")[0]
    resident = User.objects.create_user("+8613800009999")
    sent = {"text": "楼道灯不亮", "building": str(building.pk), "submission": "0" * 32}
    assert signed_in(resident).post("/raise/", sent).status_code == 302
    assert Issue.objects.get().reference.startswith("LS-")
