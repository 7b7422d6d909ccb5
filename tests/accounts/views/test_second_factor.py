"""The second factor of whoever holds a post: at the first sign-in, at each, and while locked."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from accounts.actions.factors import give_factor
from accounts.enums import CodeAnswer
from accounts.queries.factors import has_factor, recovery_codes_of
from accounts.views.second_factor import second_factor
from issues.enums.acts import Act
from issues.models import Issue, StaffNote
from tests.accounts.factoring import digits, enforced, let_in, present, shown_to, with_factor
from tests.accounts.walking import sign_in
from tests.harness.signing_in import signed_in
from tests.issues.staging import raised
from tests.world import World

DESK = "/desk/grid/ZJD-1/"


@pytest.fixture(autouse=True)
def _enforced(settings: Settings) -> None:
    enforced(settings)


def secret_in(page: str) -> str:
    found = re.search(r'class="factor-secret"[^>]*>(.*?)</p>', page)
    assert found is not None
    return re.sub(r"<[^>]+>", "", found.group(1))


def test_the_first_sign_in_sets_it_up_and_leads_where_it_was_going(
    world: World, client: Client
) -> None:
    person = world.grid_worker
    led = sign_in(client, str(person.phone).removeprefix("+86"), next=DESK)["Location"]
    assert led.startswith("/second-factor/?next=")
    assert client.get(DESK).status_code == 302
    page = client.get(led, follow=True).content.decode()
    assert "<svg" in page
    secret = secret_in(page)
    # The page that is loaded anew shows the same: an app may have it already.
    assert secret_in(client.get(f"/second-factor/set-up/?next={DESK}").content.decode()) == secret
    code = digits(timezone.now(), secret=secret)
    before = client.session.session_key
    led = client.post("/second-factor/set-up/", {"code": code, "next": DESK})["Location"]
    assert client.session.session_key != before
    page = client.get(led).content.decode()
    codes = recovery_codes_of(person)
    assert len(codes) == 10
    assert all(f"{one[:4]} {one[4:]}" in page for one in codes)
    assert client.post("/second-factor/codes/", {"next": DESK})["Location"] == DESK
    assert client.get(DESK).status_code == 200
    # Shown once.
    assert client.get("/second-factor/codes/").status_code == 302
    # No plain secret anywhere in the session or the table.
    assert secret not in str(dict(client.session))


def test_without_it_a_person_with_a_post_is_a_visitor_to_every_page(world: World) -> None:
    matter = reverse("issues:issue", args=[raised(world).reference])
    client = signed_in(with_factor(world.administrator))
    for path in (DESK, "/me/", "/me/devices/", "/admin/", "/admin/grids/posting/", "/me/data/"):
        answer = client.get(path)
        assert answer.status_code == 302, path
        assert answer["Location"].startswith("/sign-in/?next="), path
        assert client.get(answer["Location"])["Location"].startswith("/second-factor/?next="), path
    worker = signed_in(with_factor(world.grid_worker))
    assert worker.get(matter).status_code == 404
    assert worker.get("/issues/").status_code == 200
    # Nor is it needed of a resident, who is asked for nothing.
    assert signed_in(world.resident).get("/me/").status_code == 200


def test_the_right_code_opens_once_and_a_recovery_code_once(world: World) -> None:
    person = with_factor(world.grid_worker)
    code = shown_to(person)
    first, second = signed_in(person), signed_in(person)
    assert first.post("/second-factor/", {"code": code, "next": DESK})["Location"] == DESK
    assert first.get(DESK).status_code == 200
    again = second.post("/second-factor/", {"code": code})
    assert again.status_code == 422
    assert "已经用过" in again.content.decode()
    spare = recovery_codes_of(person)[3]
    typed = f"{spare[:4]} {spare[4:]}"
    assert second.post("/second-factor/", {"code": typed}).status_code == 302
    assert second.get(DESK).status_code == 200
    assert spare not in recovery_codes_of(person)
    assert signed_in(person).post("/second-factor/", {"code": typed}).status_code == 422


def test_of_two_presses_at_once_both_come_into_the_session_that_the_first_renewed(
    world: World, client: Client
) -> None:
    """Both have read the session before either has written it; the second waits for the first."""
    person = with_factor(world.grid_worker)
    sign_in(client, str(person.phone).removeprefix("+86"))
    key, code = client.session.session_key, shown_to(person)

    def pressed(given: str = code) -> tuple[int, str]:
        request = RequestFactory().post("/second-factor/", {"code": given, "next": DESK})
        request.session, request.user = early.pop(), AnonymousUser()
        request.locked_person = person  # type: ignore[attr-defined]
        answer = second_factor(request)
        return answer.status_code, str(request.session.session_key)

    early = [SessionStore(key) for _ in range(2)]
    assert all(session["presence"]["factor"] == 0 for session in early)
    first, second = pressed(), pressed()
    assert first == second == (302, first[1])
    assert first[1] != key
    client.cookies["session"] = first[1]
    assert client.get(DESK).status_code == 200


def test_after_five_wrong_codes_the_right_one_waits_too(world: World) -> None:
    person, client = with_factor(world.grid_worker), signed_in(world.grid_worker)
    code = shown_to(person)
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    for _ in range(5):
        assert client.post("/second-factor/", {"code": wrong}).status_code == 422
    page = client.post("/second-factor/", {"code": code}).content.decode()
    assert "15 分钟" in page
    now = timezone.now() + timedelta(minutes=16)
    code = shown_to(person, now=now)
    assert give_factor(person, code=code, actor=person, now=now) is CodeAnswer.RIGHT


def test_nobody_sets_up_another_one_beside_it(world: World) -> None:
    """Whoever has the phone number alone must not bring a factor of their own."""
    client = signed_in(with_factor(world.grid_worker))
    for answer in (
        client.get("/second-factor/set-up/"),
        client.post("/second-factor/set-up/", {"code": "123456"}),
        client.post("/second-factor/set-up/", {"begin": "1"}),
    ):
        assert answer["Location"].startswith("/second-factor/")
        assert "set-up" not in answer["Location"]


def test_words_sent_after_half_an_hour_are_given_back_and_the_factor_opens_again(
    world: World,
) -> None:
    note = reverse("issues:act", args=[raised(world).reference, Act.NOTE.value])
    person = with_factor(world.grid_worker)
    client = let_in(person)
    assert client.get(note).status_code == 200
    present(client, seen_ago=31 * 60)
    words = "下午三点到现场看看"
    answer = client.post(note, {"text": words})
    assert answer.status_code == 409
    assert words in answer.content.decode()
    assert not StaffNote.objects.exists()
    assert client.get(DESK).status_code == 302
    assert client.post("/second-factor/", {"code": shown_to(person)}).status_code == 302
    assert client.get(DESK).status_code == 200


def test_it_is_set_up_anew_only_by_whoever_has_just_proved_it(world: World) -> None:
    person = with_factor(world.grid_worker)
    codes = recovery_codes_of(person)
    client = let_in(person, factor_ago=3600)
    assert client.get("/second-factor/set-up/").status_code == 302
    asked = client.post("/second-factor/set-up/", {"begin": "1"})
    assert 'name="begin" value="1"' in asked.content.decode()
    proof = {"begin": "1", "proof-code": shown_to(person)}
    assert client.post("/second-factor/set-up/", proof).status_code == 302
    secret = secret_in(client.get("/second-factor/set-up/").content.decode())
    code = digits(timezone.now(), secret=secret)
    assert client.post("/second-factor/set-up/", {"code": code}).status_code == 302
    assert has_factor(person)
    assert not set(codes) & set(recovery_codes_of(person))


def test_whoever_took_long_to_set_it_up_proves_it_again_and_keeps_what_was_typed(
    world: World,
) -> None:
    person = with_factor(world.grid_worker)
    client = let_in(person)
    secret = secret_in(client.get("/second-factor/set-up/").content.decode())
    present(client, factor_ago=11 * 60)
    code = digits(timezone.now(), secret=secret)
    page = client.post("/second-factor/set-up/", {"code": code}).content.decode()
    assert f'name="code" value="{code}"' in page
    given = {"code": code, "proof-code": shown_to(person)}
    assert client.post("/second-factor/set-up/", given)["Location"].startswith(
        "/second-factor/codes/"
    )


def test_new_recovery_codes_put_the_old_ones_out(world: World) -> None:
    person = with_factor(world.grid_worker)
    before, client = recovery_codes_of(person), let_in(person)
    assert client.post("/second-factor/codes/", {"renew": "1"}).status_code == 302
    page = client.get("/second-factor/codes/").content.decode()
    after = recovery_codes_of(person)
    assert not set(before) & set(after)
    assert after[0][:4] in page


def test_what_is_raised_while_locked_arrives_with_the_factor(world: World) -> None:
    """As a visitor's does with the number; nobody is asked for theirs again."""
    person = with_factor(world.grid_worker)
    client = signed_in(person)
    words = "楼道灯坏了三天没人修"
    key = str(uuid4())
    sent = {"submission": key, "text": words, "building": world.building.pk}
    led = client.post("/raise/", sent)["Location"]
    lock = client.get(led)["Location"]
    assert lock.startswith("/second-factor/?next=")
    leads = parse_qs(urlsplit(lock).query)["next"][0]
    assert not Issue.objects.exists()
    given = {"code": shown_to(person), "next": leads}
    assert client.post("/second-factor/", given)["Location"] == leads
    assert Issue.objects.get().reporter == person
    assert client.get(leads)["Location"].endswith("/receipt/")
