"""Before what weighs much it is proved again that it is they; nothing that was sent is lost."""

from __future__ import annotations

import re
from html import unescape
from uuid import uuid4

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import CommandError, call_command
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone, translation
from pytest_django import Settings

from accounts.enums import CodeAnswer
from accounts.models import LocalMessage, SentCode
from accounts.phones import mask
from accounts.queries.factors import has_factor
from accounts.step_proof import StepProof
from accounts.views.code_flow import sentence_of
from accounts.views.proof import is_proved, proof_asked
from accounts.with_person import person_of_session
from grids.models import Posting
from issues.enums.acts import Act
from ledger.models import Entry
from tests.accounts.factoring import enforced, let_in, shown_to, with_factor
from tests.issues.staging import raised
from tests.world import World

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


@pytest.fixture(autouse=True)
def _enforced(settings: Settings) -> None:
    enforced(settings)
    settings.SMS_CARRIER = "accounts.carriers.page.PageCarrier"


def carried(page: str) -> dict[str, str]:
    form = page.partition('class="sheet" novalidate data-plain')[2].partition("</form>")[0]
    found = {name: unescape(value) for name, value in HIDDEN.findall(form)}
    found.pop("csrfmiddlewaretoken", None)
    return found


def a_posting(world: World) -> dict[str, str]:
    return {
        "phone": "13800009998",
        "person_name": "新来的",
        "body": str(world.grid.pk),
        "role": "grid_worker",
        "starts_on": "2026-01-01",
        "work_phone": "",
        "submission": str(uuid4()),
    }


def test_a_post_is_given_after_the_factor_and_with_the_same_words(world: World) -> None:
    client = let_in(with_factor(world.administrator), factor_ago=11 * 60)
    path, sent = reverse("admin:grids_posting_add"), a_posting(world)
    page = client.post(path, sent).content.decode()
    assert not Posting.objects.filter(user__name="新来的").exists()
    again = carried(page)
    assert {name: again[name] for name in sent} == sent
    assert client.post(path, {**again, "proof-code": "12"}).status_code == 422
    code = shown_to(world.administrator)
    assert client.post(path, {**again, "proof-code": code}).status_code == 302
    given = Posting.objects.get(user__name="新来的")
    # Within ten minutes nobody is asked again.
    ended = client.post(reverse("admin:grids_posting_delete", args=[given.pk]), {"post": "yes"})
    assert ended.status_code == 302


@pytest.mark.parametrize("name", ["grids_category_add", "clocks_schedule_add", "import"])
def test_whatever_is_changed_in_the_administration_is_asked_about(world: World, name: str) -> None:
    client = let_in(with_factor(world.district_administrator), factor_ago=11 * 60)
    page = client.post(reverse(f"admin:{name}"), {"name": "早班"}).content.decode()
    assert "proof-code" in page
    assert carried(page) == {"name": "早班"}


def test_a_resident_is_erased_after_a_code_to_their_phone(world: World) -> None:
    client = let_in(world.neighbour, code_ago=11 * 60)
    path, sent = "/me/data/erase/", {"sure": "on", "submission": str(uuid4())}
    page = client.post(path, sent).content.decode()
    assert mask(world.neighbour.phone) in page
    assert carried(page) == sent
    code = LocalMessage.objects.get(phone=world.neighbour.phone).code
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    assert client.post(path, {**sent, "proof-code": wrong}).status_code == 422
    # A doubled press sends no second code; a new one too soon is refused in words.
    assert client.post(path, sent).status_code == 200
    assert client.post(path, {**sent, "proof-resend": "1", "proof-code": ""}).status_code == 429
    assert SentCode.objects.count() == 1
    assert client.post(path, {**sent, "proof-code": code})["Location"] == "/goodbye/"
    world.neighbour.refresh_from_db()
    assert world.neighbour.erased_at is not None


def test_where_no_code_could_be_sent_nobody_is_told_that_one_was(
    world: World, settings: Settings
) -> None:
    settings.SMS_CARRIER = "tests.accounts.carriers.test_failing.NoRouteCarrier"
    client = let_in(world.neighbour, code_ago=11 * 60)
    answer = client.post("/me/data/erase/", {"sure": "on", "submission": str(uuid4())})
    assert answer.status_code == 503
    assert mask(world.neighbour.phone) not in answer.content.decode()
    # It may be asked for again.
    assert "proof-resend" in answer.content.decode()


@pytest.mark.parametrize("by_factor", [False, True])
def test_of_two_presses_at_once_neither_is_told_that_the_code_was_wrong(
    world: World, *, by_factor: bool
) -> None:
    """Both have read the session before either has written it; the second waits for the first."""
    known = with_factor(world.grid_worker) if by_factor else world.neighbour
    session = SessionStore()
    session.create()

    def pressed(code: str = "") -> HttpRequest:
        request = RequestFactory().post("/weighs/much/", {"proof-code": code})
        request.session = SessionStore(session.session_key)
        request.user = person_of_session(known.pk) or known
        assert not is_proved(request)
        return request

    begun = pressed()
    if by_factor:
        code = shown_to(known)
    else:
        StepProof.begin(begun, user=known, bound_to=begun.path, now=timezone.now())
        begun.session.save()
        code = LocalMessage.objects.get(phone=known.phone).code
    first, second = pressed(code), pressed(code)
    for request in (first, second):
        assert proof_asked(request, "do it") is None
        assert is_proved(request)


def test_a_code_that_is_used_is_not_called_wrong() -> None:
    with translation.override("zh-hans"):
        said = sentence_of(CodeAnswer.USED, tries_left=-9_995)
    assert said == "这个验证码已经用过了，请重新获取。"


def test_whoever_proved_it_at_sign_in_just_now_is_not_asked(world: World) -> None:
    client = let_in(world.neighbour, code_ago=60)
    sent = {"sure": "on", "submission": str(uuid4())}
    assert client.post("/me/data/erase/", sent)["Location"] == "/goodbye/"


def test_after_some_numbers_in_an_hour_the_next_asks_for_a_proof(
    world: World, settings: Settings
) -> None:
    settings.NUMBERS_AN_HOUR = 2
    client = let_in(with_factor(world.grid_worker), factor_ago=11 * 60)
    number = str(world.resident.phone).removeprefix("+86")[3:7]

    def look(**more: str) -> str:
        at = reverse("issues:act", args=[raised(world).reference, Act.SEE_CONTACT.value])
        return client.post(at, {"submission": str(uuid4()), **more}).content.decode()

    assert f" {number} " in look()
    assert f" {number} " in look()
    page = look()
    assert "proof-code" in page
    assert f" {number} " not in page
    assert Entry.objects.filter(kind="issue.contact_seen").count() == 2
    assert f" {number} " in look(**{"proof-code": shown_to(world.grid_worker)})


def test_an_administrator_signs_out_and_takes_a_lost_factor_away_and_it_is_recorded(
    world: World,
) -> None:
    office, worker = let_in(with_factor(world.administrator)), let_in(with_factor(world.clerk))
    posting = Posting.objects.get(user=world.clerk)
    at = reverse("admin:grids_posting_devices", args=[posting.pk])
    assert office.post(at, {"everywhere": "1"}).status_code == 302
    assert worker.get("/me/").status_code == 302
    assert Entry.objects.get(kind="devices_signed_out").actor is not None
    assert office.post(at, {"factor": "1"}).status_code == 302
    assert not has_factor(world.clerk)
    assert Entry.objects.filter(kind="second_factor_taken_away").count() == 1
    # Where no administrator is left, whoever has the machine does it.
    with_factor(world.administrator)
    call_command("reset_second_factor", world.administrator.phone)
    assert not has_factor(world.administrator)
    assert office.get("/admin/").status_code == 302
    for phone in (world.administrator.phone, world.resident.phone, "12345"):
        with pytest.raises(CommandError):
            call_command("reset_second_factor", phone)


def test_a_street_does_not_open_the_way_to_a_district(world: World) -> None:
    """Whoever holds a post above as well is looked after from above."""
    above = with_factor(world.district_administrator)
    low = Posting.objects.create(
        user=above, body=world.grid, role="grid_head", starts_on=timezone.localdate()
    )
    office = let_in(with_factor(world.administrator))
    at = reverse("admin:grids_posting_devices", args=[low.pk])
    office.post(at, {"factor": "1"})
    assert has_factor(above)
    own = Posting.objects.get(user=world.administrator)
    office.post(reverse("admin:grids_posting_devices", args=[own.pk]), {"factor": "1"})
    assert has_factor(world.administrator)
    assert Client().get(at).status_code == 302
