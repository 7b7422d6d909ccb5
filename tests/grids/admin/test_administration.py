"""The administration: who enters, what they see, and that saving there acts."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin import site
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from grids.enums import Role
from grids.models import Body, Building, Category, ImportBatch, Posting
from ledger.models import Entry
from tests.grids.importing.books import workbook
from tests.world import World

PAGES = [
    reverse("admin:index"),
    reverse("admin:import"),
    *(
        reverse(f"admin:grids_{name}_{page}")
        for name in ("body", "competence", "estate", "building", "venue", "posting")
        for page in ("changelist", "add")
    ),
]


@pytest.fixture
def office(world: World, client: Client) -> Client:
    client.force_login(world.administrator)
    return client


@pytest.mark.parametrize("path", PAGES)
def test_only_administrators_enter(world: World, client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 302
    assert response["Location"].startswith("/sign-in/?next=")
    for person in (world.resident, world.lead, world.supervisor, world.dispatcher):
        client.force_login(person)
        assert client.get(path).status_code == 403
    client.force_login(world.administrator)
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_anything_inline(office: Client, path: str) -> None:
    page = office.get(path).content.decode()
    assert not re.search(r"<style|\sstyle=|\son(click|load|change|submit)=", page)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page) if "json" not in tag)


def test_where_somebody_is_signed_in_is_shown_to_who_looks_after_all_of_their_posts(
    world: World, office: Client
) -> None:
    posting, today = world.clerk.postings.get(), timezone.localdate()
    devices = reverse("admin:grids_posting_devices", args=[posting.pk])
    change = reverse("admin:grids_posting_change", args=[posting.pk])
    sign_out = {"everywhere": "1"}
    elsewhere = Posting.objects.create(
        user=world.clerk, body=world.far_community, role=Role.STAFF, starts_on=today
    )
    refused = [office.get(devices).status_code, office.post(devices, sign_out).status_code]
    elsewhere.delete()
    assert office.get(devices).status_code == 200
    assert devices in office.get(change).content.decode()
    # Without a post they are a resident like any other.
    Posting.objects.update(starts_on=today - timedelta(days=9))
    Posting.objects.filter(pk=posting.pk).update(ends_on=today - timedelta(days=1))
    refused += [office.get(devices).status_code, office.post(devices, sign_out).status_code]
    assert refused == [404] * 4
    assert devices not in office.get(change).content.decode()
    assert not Entry.objects.filter(kind__endswith="devices_signed_out").exists()


def test_an_administrator_whose_posting_ended_is_out(world: World, office: Client) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    world.administrator.postings.update(ends_on=yesterday)
    assert office.get(reverse("admin:index")).status_code == 403


def test_nothing_is_registered_that_writes_past_our_actions(db: None) -> None:
    labels = {model._meta.app_label for model in site._registry}
    assert not labels & {"auth", "account", "mfa", "sessions"}


def test_lists_end_at_the_administrators_street(world: World, office: Client) -> None:
    for name, ours, theirs in (
        ("body", "珠玑东社区", "柳河北社区"),
        ("building", world.building.number, "柳河花园"),
        ("posting", "王晓燕", "何远"),
    ):
        page = office.get(reverse(f"admin:grids_{name}_changelist")).content.decode()
        assert ours in page
        assert theirs not in page
    far = reverse("admin:grids_body_change", args=[world.far_grid.pk])
    assert office.get(far).status_code == 302


def test_phones_are_masked_in_the_list_of_postings(world: World, office: Client) -> None:
    page = office.get(reverse("admin:grids_posting_changelist")).content.decode()
    assert "138****" in page
    assert str(world.grid_worker.phone).removeprefix("+86") not in page


def body_form(world: World, **changes: Any) -> dict[str, Any]:
    return {
        "kind": "grid",
        "parent": world.community.pk,
        "name": "珠玑东第三网格",
        "code": "ZJD-3",
        "active": "on",
    } | changes


def test_saving_a_body_acts_and_is_recorded(world: World, office: Client) -> None:
    before = Entry.objects.count()
    response = office.post(reverse("admin:grids_body_add"), body_form(world))
    assert response.status_code == 302
    assert Body.objects.get(code="ZJD-3").path.startswith(world.community.path)
    assert Entry.objects.count() == before + 1, "the rehearsal leaves nothing behind"


def test_a_body_in_the_wrong_place_comes_back_with_a_sentence(world: World, office: Client) -> None:
    form = body_form(world, parent=world.street.pk)
    response = office.post(reverse("admin:grids_body_add"), form)
    assert response.status_code == 200
    assert response.context["adminform"].form.errors["parent"]
    assert not Body.objects.filter(code="ZJD-3").exists()


def test_a_forged_parent_outside_the_street_is_refused(world: World, office: Client) -> None:
    form = body_form(world, parent=world.far_community.pk)
    assert office.post(reverse("admin:grids_body_add"), form).status_code == 200
    assert not Body.objects.filter(code="ZJD-3").exists()


def test_a_posting_is_given_by_phone(world: World, office: Client) -> None:
    form = {
        "phone": "138 0013 7777",
        "person_name": "新网格员",
        "body": world.grid.pk,
        "role": "grid_worker",
        "starts_on": "2026-01-01",
    }
    assert office.post(reverse("admin:grids_posting_add"), form).status_code == 302
    assert Posting.objects.get(user__phone="+8613800137777").body == world.grid
    wrong = office.post(
        reverse("admin:grids_posting_add"), form | {"phone": "123", "role": "clerk"}
    )
    assert wrong.context["adminform"].form.errors["phone"]
    wrong = office.post(reverse("admin:grids_posting_add"), form | {"role": "clerk"})
    assert wrong.context["adminform"].form.errors["role"]


@pytest.mark.parametrize("field", ["phone", "gas_phone"])
def test_a_body_has_only_numbers_that_one_can_call(
    world: World, office: Client, field: str
) -> None:
    address = reverse("admin:grids_body_add")
    wrong = office.post(address, body_form(world, **{field: "8.0"}))
    assert wrong.context["adminform"].form.errors[field]
    assert office.post(address, body_form(world, **{field: "0533 718 0100"})).status_code == 302
    assert getattr(Body.objects.get(code="ZJD-3"), field) == "0533-7180100"


def test_a_work_phone_is_one_that_one_can_call(world: World, office: Client) -> None:
    posting = world.grid_worker.postings.get()
    address = reverse("admin:grids_posting_change", args=[posting.pk])
    wrong = office.post(address, {"ends_on": "", "work_phone": "abc"})
    assert wrong.context["adminform"].form.errors["work_phone"]
    assert office.post(address, {"ends_on": "", "work_phone": "12345"}).status_code == 302
    posting.refresh_from_db()
    assert posting.work_phone == "12345"


def test_deleting_a_posting_ends_it(world: World, office: Client) -> None:
    posting = world.grid_worker.postings.get()
    address = reverse("admin:grids_posting_delete", args=[posting.pk])
    assert office.post(address, {"post": "yes"}).status_code == 302
    posting.refresh_from_db()
    assert posting.ends_on == timezone.localdate() - timedelta(days=1)


def test_categories_are_the_districts_to_change(world: World, office: Client) -> None:
    assert office.get(reverse("admin:grids_category_add")).status_code == 403
    office.force_login(world.district_administrator)
    form = {"code": "lamps", "name_zh": "路灯", "name_en": "Street lamps", "position": "9"}
    form["parent"] = str(world.categories["disputes"].pk)
    refused = office.post(reverse("admin:grids_category_add"), form | {"active": "on"})
    assert refused.context["adminform"].form.errors["private"]
    form["parent"] = str(world.categories["facilities"].pk)
    assert office.post(reverse("admin:grids_category_add"), form).status_code == 302
    assert Category.objects.filter(code="lamps").exists()


KEY = "6f1f4fd4-3d3c-4f8e-9b11-5f6f0a2f7d11"
TABLE = "小区,楼号,网格编码\n新村,1号楼,ZJD-1\n"


def test_an_import_is_previewed_then_confirmed_once(world: World, office: Client) -> None:
    file = SimpleUploadedFile("b.csv", TABLE.encode("gb18030"))
    sent = {"kind": "buildings", "file": file, "submission": KEY}
    response = office.post(reverse("admin:import"), sent)
    here = reverse("admin:import_preview", args=[KEY])
    assert response["Location"] == here
    assert "新村" in office.get(here).content.decode()
    assert not Building.objects.filter(estate__name="新村").exists()
    for _ in range(2):
        assert office.post(here)["Location"] == here
    assert Building.objects.filter(estate__name="新村").count() == 1
    assert office.get(here).status_code == 200


def test_another_administrator_does_not_see_the_preview(world: World, office: Client) -> None:
    office.post(reverse("admin:import"), {"kind": "buildings", "text": TABLE, "submission": KEY})
    office.force_login(world.district_administrator)
    assert office.get(reverse("admin:import_preview", args=[KEY])).status_code == 302


@pytest.mark.parametrize("raw", [b"PK\x03\x04x", b"\x89PNG\r\n", b"", b"a,b\n1,2\n"])
def test_a_wrong_file_comes_back_with_a_sentence(office: Client, raw: bytes) -> None:
    file = SimpleUploadedFile("x.csv", raw)
    sent = {"kind": "postings", "file": file, "submission": KEY}
    response = office.post(reverse("admin:import"), sent)
    assert response.status_code == 422
    assert response.context["form"].errors["file"]
    assert not ImportBatch.objects.exists()


def test_phones_are_masked_in_the_preview(office: Client) -> None:
    text = "手机号,姓名,角色,单位编码,开始日期\n13800137777,甲,皇帝,ZJD-1,2026-01-01\n"
    sent = {"kind": "postings", "text": text, "submission": KEY}
    page = office.post(reverse("admin:import"), sent, follow=True).content.decode()
    assert "皇帝" in page
    assert "13800137777" not in page


@pytest.mark.parametrize("grid", ["ZJD-1", "nowhere"])
def test_columns_that_nobody_knows_are_named_in_the_preview(office: Client, grid: str) -> None:
    text = f"小区,楼号,网格编码,楼栋长\n新村,5,{grid},一个名字\n"
    sent = {"kind": "buildings", "text": text, "submission": KEY}
    page = office.post(reverse("admin:import"), sent, follow=True).content.decode()
    assert "楼栋长" in page
    assert "一个名字" not in page


def test_a_number_known_under_another_name_needs_a_tick_with_both_names_shown(
    world: World, office: Client
) -> None:
    phone = world.stranger.phone
    text = f"手机号,姓名,角色,单位编码,开始日期\n{phone},新来的,网格员,ZJD-1,2026-01-01\n"
    office.post(reverse("admin:import"), {"kind": "postings", "text": text, "submission": KEY})
    here = reverse("admin:import_preview", args=[KEY])

    page = office.get(here).content.decode()
    assert "过路人" in page
    assert "新来的" in page
    assert 'name="same_person"' in page
    assert str(phone).removeprefix("+86") not in page

    assert office.post(here).status_code == 422
    assert office.post(here, {"same_person": "9" * 5000}).status_code == 422
    assert not Posting.objects.filter(user=world.stranger).exists()
    assert office.post(here, {"same_person": "2"})["Location"] == here
    assert Posting.objects.filter(user=world.stranger).exists()


def test_the_form_for_a_posting_asks_too_whose_number_it_is(world: World, office: Client) -> None:
    sent = {
        "phone": str(world.stranger.phone),
        "person_name": "新来的",
        "body": world.grid.pk,
        "role": "grid_worker",
        "starts_on": "2026-01-01",
    }
    page = office.post(reverse("admin:grids_posting_add"), sent)
    assert page.status_code == 200
    assert "过路人" in str(page.context["adminform"].form.errors["person_name"])
    assert not Posting.objects.filter(user=world.stranger).exists()
    sent |= {"person_name": "过路人"}
    assert office.post(reverse("admin:grids_posting_add"), sent).status_code == 302


def test_a_workbook_is_sent_as_a_csv_file_is(world: World, office: Client) -> None:
    raw = workbook(["新村", "1号楼", "zjd-1"], header=["小区", "楼号", "网格编码"])
    sent = {"kind": "buildings", "file": SimpleUploadedFile("b.xlsx", raw), "submission": KEY}
    here = reverse("admin:import_preview", args=[KEY])
    assert office.post(reverse("admin:import"), sent)["Location"] == here
    assert "新村" in office.get(here).content.decode()
    office.post(here)
    assert Building.objects.filter(estate__name="新村", grid=world.grid).exists()


@pytest.mark.parametrize("kind", ["bodies", "buildings", "venues", "postings"])
def test_a_template_has_the_headers_that_are_read_back(office: Client, kind: str) -> None:
    from grids.importing.reading import decode, read

    response = office.get(reverse("admin:import_template", args=[kind]))
    assert len(read(decode(response.content), kind)) == 2


def test_there_is_no_template_for_other_things(office: Client) -> None:
    assert office.get(reverse("admin:import_template", args=["people"])).status_code == 404


def test_the_preview_says_what_happens_to_each_line_and_what_stands_there_now(
    world: World, office: Client
) -> None:
    building = world.building
    estate, other = world.estate.name, world.other_building.grid.code
    rows = f"{estate},99号楼,{other}\n{estate},{building.number},{other}\n"
    sent = {"kind": "buildings", "text": f"小区,楼号,网格编码\n{rows}", "submission": KEY}
    page = office.post(reverse("admin:import"), sent, follow=True).content.decode()
    changed, new = page.index("fate-changed"), page.index("fate-new")
    assert changed < new
    assert f"现在是：{building.grid.code}" in page
    assert "现在是" not in page[new:]


def test_each_column_of_each_file_is_explained_where_files_are_sent(office: Client) -> None:
    page = office.get(reverse("admin:import")).content.decode()
    for words in ("上级编码", "是否综合办", "图上横坐标", "无障碍说明", "结束日期", "审签人"):
        assert words in page
