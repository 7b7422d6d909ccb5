"""What an administrator typed comes back; numbers don't, and nothing stays behind who signs out."""

from __future__ import annotations

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Browser, expect

from council.models import AgendaItem, Meeting
from grids.models import Posting, Venue
from tests.e2e.conftest import Town
from tests.e2e.people import DESKTOP, Person, pass_by_code, visits, walk_in
from tests.e2e.test_ordering import council, meeting, opened, shown, titles  # noqa: F401
from tests.e2e.words import zh

DRAFTS = "Object.keys(localStorage).filter(key => key.startsWith('draft:'))"
KEPT = "Object.values(localStorage).join(' ')"


def lose_the_session() -> None:
    Session.objects.all().delete()


def begins_a_post(visitor: Person, town: Town) -> None:
    visitor.go("/admin/grids/posting/add/")
    visitor.page.fill("[name=person_name]", "李晓梅")
    visitor.page.fill("[name=phone]", "13912340088")
    visitor.page.select_option("[name=body]", str(town.world.grid.pk))
    visitor.page.fill("[name=work_phone]", "0533-7180123")


def test_what_was_typed_is_there_after_signing_in_again_but_no_number(
    town: Town, browser: Browser
) -> None:
    with visits(browser, town.url) as visit:
        office = visit(DESKTOP)
        walk_in(office, town.world.administrator)
        begins_a_post(office, town)
        assert "13912340088" not in office.page.evaluate(KEPT)
        assert "7180123" not in office.page.evaluate(KEPT)
        lose_the_session()
        office.page.locator("[name=_save]").click()
        office.page.wait_for_url("**/sign-in/**")
        pass_by_code(office, town.world.administrator)
        office.page.wait_for_url("**/admin/grids/posting/add/")
        expect(office.page.locator("[name=person_name]")).to_have_value("李晓梅")
        expect(office.page.locator("[name=body]")).to_have_value(str(town.world.grid.pk))
        expect(office.page.locator("[name=phone]")).to_have_value("")
        expect(office.page.locator(".draft-told")).to_contain_text(
            zh("We put back what you had typed.")
        )
    assert not Posting.objects.filter(user__name="李晓梅").exists()


def test_what_was_refused_is_there_after_loading_again_and_what_was_saved_is_not(
    town: Town, browser: Browser
) -> None:
    venue = Venue.objects.first()
    assert venue is not None
    with visits(browser, town.url) as visit:
        office = visit(DESKTOP)
        walk_in(office, town.world.administrator)
        begins_a_post(office, town)
        office.page.fill("[name=phone]", "1")
        office.page.locator("[name=_save]").click()
        expect(office.page.locator(".errornote")).to_be_visible()
        office.reload()
        expect(office.page.locator("[name=person_name]")).to_have_value("李晓梅")
        office.page.locator(".draft-told button").click()
        expect(office.page.locator("[name=person_name]")).to_have_value("")
        assert office.page.evaluate(DRAFTS) == []
        change = f"/admin/grids/venue/{venue.pk}/change/"
        office.go(change)
        office.page.fill("[name=name]", "新的凉亭")
        office.page.locator("[name=_continue]").click()
        expect(office.page.locator(".messagelist .success")).to_be_visible()
        assert office.page.evaluate(DRAFTS) == []
        office.go(change)
        expect(office.page.locator(".draft-told")).to_have_count(0)


def test_whoever_signs_out_there_leaves_no_words(town: Town, browser: Browser) -> None:
    with visits(browser, town.url) as visit:
        office = visit(DESKTOP)
        walk_in(office, town.world.administrator)
        begins_a_post(office, town)
        assert office.page.evaluate(DRAFTS) != []
        office.page.locator("#logout-form button").click()
        office.reads(zh("You are signed out."))
        assert office.page.evaluate(DRAFTS) == []


@pytest.mark.usefixtures("council")
def test_an_order_of_the_agenda_comes_back_and_is_forgotten_once_it_is_sent(
    town: Town,
    browser: Browser,
    meeting: Meeting,  # noqa: F811
) -> None:
    with visits(browser, town.url) as visit:
        worker = visit(DESKTOP)
        opened(worker, town, meeting)
        worker.page.locator("[data-by='-1']").nth(3).click()
        assert shown(worker) == "甲乙丁丙"
        lose_the_session()
        worker.page.locator(".button-next").click()
        worker.page.wait_for_url("**/sign-in/**")
        pass_by_code(worker, town.world.grid_worker)
        worker.go(f"/sittings/{meeting.uid}/agenda/")
        assert shown(worker) == "甲乙丁丙"
        worker.page.locator(".button-next").click()
        worker.page.wait_for_url(f"**/sittings/{meeting.uid}/#agenda")
        assert worker.page.evaluate(DRAFTS) == []
    assert titles(meeting) == "甲乙丁丙"
    assert AgendaItem.objects.filter(meeting=meeting).count() == 4
