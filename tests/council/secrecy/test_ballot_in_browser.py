"""seal.js in Chromium: what a voter's device sends, and with which words."""

from __future__ import annotations

from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from council.secrecy.ballot import encoded
from council.secrecy.opening import opened
from council.secrecy.sealing import SUITE, info_of
from tests.council.secrecy.devices import Device
from tests.council.secrecy.pages import Server, ballot_form, bytes_posted, served

VOTE = uuid4()
CHAIR, RECORDER = Device("chair"), Device("recorder")
TWO = [CHAIR.holder, RECORDER.holder]
NO_WEBCRYPTO = "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });"
BROKEN_WEBCRYPTO = "SubtleCrypto.prototype.deriveBits = () => Promise.reject(new Error('broken'));"


def casts(page: Page, choice: int) -> None:
    page.get_by_label(f"choice {choice}").check()
    page.get_by_role("button", name="cast").click()


def sends(page: Page, server: Server, choice: int) -> dict[str, str]:
    with page.expect_navigation():
        casts(page, choice)
    return server.posted.pop()


@pytest.mark.parametrize("choice", [1, 2, 3])
def test_what_the_phone_seals_opens_in_cryptography(page: Page, choice: int) -> None:
    server = served(page, ballot_form(VOTE, TWO))
    ballot = bytes_posted(sends(page, server, choice)["sealed"])
    assert len(ballot) == 178
    inner = SUITE.decrypt(ballot, CHAIR.key, info_of(VOTE, "chair"))
    assert SUITE.decrypt(inner, RECORDER.key, info_of(VOTE, "recorder")) == encoded(choice)


def test_what_the_phone_seals_opens_by_the_answers_of_two_devices(page: Page) -> None:
    server = served(page, ballot_form(VOTE, TWO))
    ballot = bytes_posted(sends(page, server, 2)["sealed"])
    message = ballot
    for device in (CHAIR, RECORDER):
        info = info_of(VOTE, device.role)
        message = opened(message, device.agreed(message), holder=device.point, info=info)
    assert message == encoded(2)


def test_one_holder_is_enough(page: Page) -> None:
    server = served(page, ballot_form(VOTE, [CHAIR.holder]))
    ballot = bytes_posted(sends(page, server, 3)["sealed"])
    assert len(ballot) == 97
    assert SUITE.decrypt(ballot, CHAIR.key, info_of(VOTE, "chair")) == encoded(3)


def test_the_choice_itself_is_not_sent_and_the_page_says_where_it_is_sealed(page: Page) -> None:
    server = served(page, ballot_form(VOTE, TWO))
    expect(page.get_by_text("sealed here")).to_be_visible()
    expect(page.get_by_text("sealed there")).to_be_hidden()
    assert set(sends(page, server, 1)) == {"sealed"}


def test_three_presses_send_once(page: Page) -> None:
    server = served(page, ballot_form(VOTE, TWO))
    page.get_by_label("choice 1").check()
    with page.expect_navigation():
        page.evaluate("for (let n = 0; n < 3; n++) document.querySelector('button').click()")
    assert len(server.posted) == 1


def test_nothing_chosen_is_nothing_sent(page: Page) -> None:
    server = served(page, ballot_form(VOTE, TWO))
    page.get_by_role("button", name="cast").click()
    page.evaluate("document.forms[0].noValidate = true")
    page.get_by_role("button", name="cast").click()
    assert server.posted == []
    assert "sealed" in sends(page, server, 1)


def test_gone_back_to_the_page_the_choice_is_not_there_and_can_be_made_anew(page: Page) -> None:
    server = served(page, ballot_form(VOTE, TWO))
    first = bytes_posted(sends(page, server, 1)["sealed"])
    page.go_back()
    expect(page.locator(":checked")).to_have_count(0)
    second = bytes_posted(sends(page, server, 2)["sealed"])
    assert first != second
    inner = SUITE.decrypt(second, CHAIR.key, info_of(VOTE, "chair"))
    assert SUITE.decrypt(inner, RECORDER.key, info_of(VOTE, "recorder")) == encoded(2)


def test_a_phone_without_webcrypto_sends_the_choice_and_says_so_first(page: Page) -> None:
    page.add_init_script(NO_WEBCRYPTO)
    server = served(page, ballot_form(VOTE, TWO))
    expect(page.get_by_text("sealed there")).to_be_visible()
    expect(page.get_by_text("sealed here")).to_be_hidden()
    assert sends(page, server, 2) == {"choice": "2", "sealed": ""}


def test_a_phone_that_fails_at_it_says_so_before_the_choice_leaves(page: Page) -> None:
    page.add_init_script(BROKEN_WEBCRYPTO)
    server = served(page, ballot_form(VOTE, TWO))
    casts(page, 2)
    expect(page.get_by_text("sealed there")).to_be_visible()
    assert server.posted == []
    with page.expect_navigation():
        page.get_by_role("button", name="cast").click()
    assert server.posted == [{"choice": "2", "sealed": ""}]


def test_a_form_that_comes_in_later_is_sealed_too(page: Page) -> None:
    server = served(page, "")
    page.evaluate(
        "form => { document.querySelector('main').innerHTML = form; }", ballot_form(VOTE, TWO)
    )
    expect(page.get_by_text("sealed there")).to_be_hidden()
    assert set(sends(page, server, 2)) == {"sealed"}
