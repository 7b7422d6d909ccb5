"""vote-keys.js in Chromium: a private key that never leaves, and one answer for one batch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, expect

from council.secrecy.ballot import encoded
from council.secrecy.batch import checks_of, unsealed
from council.secrecy.opening import DoesNotOpen, opened, shared_secret
from council.secrecy.points import is_point
from council.secrecy.sealing import Holder, info_of, sealed
from council.secrecy.text import text_of
from tests.council.secrecy import rfc9180 as rfc
from tests.council.secrecy.devices import Device
from tests.council.secrecy.pages import (
    SITE,
    Server,
    bytes_posted,
    clear_device,
    holder_part,
    kept,
    put_key,
    served,
    why_it_stays,
)
from tests.council.secrecy.test_points import OFF_THE_CURVE

VOTE, SEED = uuid4(), b"known to the server alone"
NAME = f"{VOTE}|chair"
KEY = holder_part(VOTE, "chair", "key")
OPEN = holder_part(VOTE, "chair", "open")


@pytest.fixture
def device(browser: Browser) -> Iterator[Page]:
    """One that has nothing of earlier votes."""
    with browser.new_context() as context:
        yield context.new_page()


def gives_key(page: Page) -> tuple[Server, bytes]:
    server = served(page, KEY)
    page.get_by_role("button", name="key").click()
    expect(page.get_by_text("told")).to_be_visible()
    return server, bytes_posted(server.posted.pop()["point"])


def checks_for(batch: list[bytes]) -> list[bytes]:
    return checks_of(batch, SEED)


def ballots_for(point: bytes, count: int = 3) -> list[bytes]:
    holder = Holder("chair", point)
    return [sealed(encoded(n % 3 + 1), VOTE, [holder]) for n in range(count)]


def asked_to_open(page: Page, server: Server, batch: list[bytes]) -> None:
    """Loads the page anew: what the device knows then, it has kept."""
    server.body, server.batches = OPEN, {"/batch": (batch, checks_for(batch))}
    page.goto(SITE + "/")
    page.get_by_role("button", name="open").click()


def answers_posted(server: Server) -> list[bytes]:
    return [bytes_posted(text) for text in server.posted.pop()["opening"].split()]


def test_a_key_is_made_kept_and_its_point_sent(device: Page) -> None:
    _, point = gives_key(device)
    assert is_point(point)
    found = kept(device, NAME)
    assert found is not None
    assert found["key"] is False


@pytest.mark.parametrize("form", ["jwk", "pkcs8"])
def test_the_private_key_can_not_be_taken_out(device: Page, form: str) -> None:
    gives_key(device)
    assert why_it_stays(device, NAME, form) == "InvalidAccessError"


def test_pressed_again_and_after_a_reload_it_is_the_same_key(device: Page) -> None:
    server, point = gives_key(device)
    device.goto(SITE + "/")
    device.get_by_role("button", name="key").click()
    expect(device.get_by_text("told")).to_be_visible()
    assert bytes_posted(server.posted[-1]["point"]) == point


def test_three_presses_at_once_make_one_key(device: Page) -> None:
    server = served(device, KEY * 3)
    device.evaluate("document.querySelectorAll('[data-press]').forEach(one => one.click())")
    expect(device.get_by_text("told", exact=True)).to_have_count(3)
    assert len(server.posted) == 3
    assert len({sent["point"] for sent in server.posted}) == 1


def test_of_the_answers_the_shared_secret_of_the_standard_is_made(device: Page) -> None:
    server = served(device, OPEN)
    known = Device("chair", rfc.RECIPIENT_PRIVATE)
    public = known.key.public_key().public_numbers()
    numbers = {"x": public.x, "y": public.y, "d": known.key.private_numbers().private_value}
    private = {name: text_of(number.to_bytes(32, "big")) for name, number in numbers.items()}
    put_key(device, NAME, {"kty": "EC", "crv": "P-256", **private}, rfc.RECIPIENT_POINT)
    batch = [rfc.ENC + rfc.SEALED + bytes((n,)) for n in range(3)]
    asked_to_open(device, server, batch)
    expect(device.get_by_text("told")).to_be_visible()
    answers = answers_posted(server)
    assert len(answers) == 6
    made = {shared_secret(agreed, rfc.ENC, rfc.RECIPIENT_POINT) for agreed in answers[:3]}
    assert made == {rfc.SHARED_SECRET}
    assert answers == known.answer([*batch, *checks_for(batch)])


def test_what_cryptography_seals_opens_with_the_answer_after_a_reload(device: Page) -> None:
    server, point = gives_key(device)
    batch = ballots_for(point, 7)
    asked_to_open(device, server, batch)
    expect(device.get_by_text("told")).to_be_visible()
    plain = unsealed(
        batch, answers_posted(server), holder=point, info=info_of(VOTE, "chair"), seed=SEED
    )
    assert plain == [encoded(n % 3 + 1) for n in range(7)]


def test_once_the_answer_is_taken_the_device_has_neither_key_nor_answer(device: Page) -> None:
    server, point = gives_key(device)
    asked_to_open(device, server, ballots_for(point))
    expect(device.get_by_text("told")).to_be_visible()
    found = kept(device, NAME)
    assert found is not None
    assert found["key"] is None
    assert "answer" not in found
    assert "batch" in found


def test_an_answer_that_was_not_taken_is_given_again_the_same(device: Page) -> None:
    server, point = gives_key(device)
    batch = ballots_for(point)
    server.refusal = "not now"
    asked_to_open(device, server, batch)
    expect(device.get_by_text("not now")).to_be_visible()
    first = server.posted.pop()
    found = kept(device, NAME)
    assert found is not None
    assert found["key"] is None
    server.refusal = ""
    asked_to_open(device, server, batch)
    expect(device.get_by_text("told")).to_be_visible()
    assert server.posted.pop() == first


def test_a_second_batch_is_refused(device: Page) -> None:
    server, point = gives_key(device)
    asked_to_open(device, server, ballots_for(point))
    expect(device.get_by_text("told")).to_be_visible()
    server.posted.clear()
    asked_to_open(device, server, ballots_for(point))
    expect(device.get_by_text("says other")).to_be_visible()
    assert server.posted == []


@pytest.mark.parametrize(
    ("batch", "says"),
    [
        ([b"one", b"two"], "says few"),
        ([b"one", b"two", b"one"], "says alike"),
        ([], "says few"),
    ],
)
def test_a_batch_that_would_show_a_voter_is_refused(
    device: Page, batch: list[bytes], says: str
) -> None:
    server, _ = gives_key(device)
    asked_to_open(device, server, batch)
    expect(device.get_by_text(says)).to_be_visible()
    assert server.posted == []
    found = kept(device, NAME)
    assert found is not None
    assert found["key"] is False


def test_a_cleared_device_says_that_it_has_no_key(device: Page) -> None:
    server, point = gives_key(device)
    clear_device(device)
    asked_to_open(device, server, ballots_for(point))
    expect(device.get_by_text("says no-key")).to_be_visible()
    assert server.posted == []


def test_three_presses_at_once_for_two_batches_give_one_answer(device: Page) -> None:
    """Two tabs and an impatient finger: the claim is one transaction, so one batch wins."""
    server, point = gives_key(device)
    one, other = ballots_for(point), ballots_for(point)
    server.body = "".join(
        holder_part(VOTE, "chair", "open").replace("/batch", f"/{path}")
        for path in ("one", "one", "other")
    )
    server.batches = {"/one": (one, checks_for(one)), "/other": (other, checks_for(other))}
    device.goto(SITE + "/")
    device.evaluate("document.querySelectorAll('[data-press]').forEach(one => one.click())")
    for place in device.locator("[data-told]").all():
        expect(place).to_have_text(re.compile("told|says other"))
    told = device.locator("[data-told]").all_text_contents()
    answers = {sent["opening"] for sent in server.posted}
    assert len(answers - {""}) == 1
    assert sorted(told) in (
        ["says other", "told", "told"],
        ["says other", "says other", "told"],
    )


def test_what_can_never_be_opened_gets_zeros_and_stops_nothing(device: Page) -> None:
    server, point = gives_key(device)
    good = ballots_for(point, 2)
    asked_to_open(device, server, [good[0], OFF_THE_CURVE + bytes(32), good[1]])
    expect(device.get_by_text("told")).to_be_visible()
    first, spoilt, last, *checked = answers_posted(server)
    assert spoilt == bytes(32)
    info = info_of(VOTE, "chair")
    for ballot, agreed in ((good[0], first), (good[1], last)):
        assert opened(ballot, agreed, holder=point, info=info)
    with pytest.raises(DoesNotOpen):
        opened(good[0], last, holder=point, info=info)
    assert len(checked) == 3


def test_a_ballot_that_was_touched_is_told_from_a_lie(device: Page) -> None:
    server, point = gives_key(device)
    good = ballots_for(point, 3)
    touched = good[2][:-1] + bytes((good[2][-1] ^ 1,))
    batch = [*good[:2], touched]
    asked_to_open(device, server, batch)
    expect(device.get_by_text("told")).to_be_visible()
    answers = answers_posted(server)
    given = {"holder": point, "info": info_of(VOTE, "chair"), "seed": SEED}
    assert unsealed(batch, answers, **given) == [encoded(1), encoded(2)]
    with pytest.raises(DoesNotOpen):
        unsealed(batch, [*answers[:2], answers[0], *answers[3:]], **given)


def test_a_sign_in_page_is_no_answer(device: Page) -> None:
    server = served(device, KEY.replace("data-url=/post", "data-url=/sign-in"))
    device.get_by_role("button", name="key").click()
    expect(device.get_by_text("says failed")).to_be_visible()
    assert server.posted


def test_another_devices_key_is_refused_in_the_servers_words(device: Page) -> None:
    server = served(device, KEY)
    server.refusal = "Another device holds it."
    device.get_by_role("button", name="key").click()
    expect(device.get_by_text("Another device holds it.")).to_be_visible()


def test_the_check_before_the_sitting_says_that_the_device_is_fit(device: Page) -> None:
    served(device, holder_part(VOTE, "chair", "try", "data-at-once"))
    expect(device.get_by_text("says ready")).to_be_visible()
    assert kept(device, "try") is None


def test_without_webcrypto_the_check_says_why_not(device: Page) -> None:
    device.add_init_script(
        "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })"
    )
    served(device, holder_part(VOTE, "chair", "try", "data-at-once"))
    expect(device.get_by_text("says insecure")).to_be_visible()


def test_without_a_store_the_check_says_why_not(device: Page) -> None:
    device.add_init_script(
        "IDBFactory.prototype.open = () => { throw new DOMException('', 'SecurityError'); }"
    )
    served(device, holder_part(VOTE, "chair", "try", "data-at-once"))
    expect(device.get_by_text("says no-store")).to_be_visible()


def test_a_vote_that_is_over_is_forgotten(device: Page) -> None:
    server, _ = gives_key(device)
    server.body = holder_part(VOTE, "chair", "forget", f"data-then={SITE}/")
    loads: list[str] = []
    device.on("load", lambda page: loads.append(page.url))
    device.goto(SITE + "/")
    device.wait_for_load_state("networkidle")
    assert kept(device, NAME) is None
    assert len(loads) == 1, "it is loaded again and again"
