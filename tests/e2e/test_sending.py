"""What happens to a form between the finger and the server: twice, not at all, and back again."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Route, expect

from issues.models import Issue, Response
from tests.e2e.conftest import Town
from tests.e2e.people import DESKTOP, PHONE, Person, visits, walk_in
from tests.e2e.pictures import photo
from tests.e2e.words import zh
from tests.issues.acting import raised


def write(resident: Person, town: Town, story: str) -> None:
    resident.go(f"/v/{town.world.venue.code}/")
    resident.fill(zh("What is the matter?"), story)


def test_pressing_twice_raises_once_with_and_without_script(town: Town, browser: Browser) -> None:
    for script, story in ((True, "垃圾桶满了两天没人收。"), (False, "健身器材的螺丝松了。")):
        with visits(browser, town.url) as visit:
            resident = visit(PHONE, script=script)
            walk_in(resident, town.world.resident)
            write(resident, town, story)
            resident.page.get_by_role("button", name=zh("Send"), exact=True).dblclick()
            resident.page.wait_for_url(re.compile("/receipt/"))
        assert Issue.objects.filter(text=story).count() == 1


def test_a_lost_connection_is_said_and_loses_nothing(town: Town, browser: Browser) -> None:
    story = "小区南门的路灯不亮，晚上看不见台阶。"
    with visits(browser, town.url) as visit:
        resident = visit(PHONE)
        walk_in(resident, town.world.resident)
        write(resident, town, story)
        resident.show([photo("dark.jpg", shade=10)])
        resident.page.context.set_offline(True)
        resident.press(zh("Send"))
        resident.reads(zh("The connection is lost. What you wrote is still here."))
        expect(resident.page.get_by_label(zh("What is the matter?"))).to_have_value(story)
        assert not Issue.objects.filter(text=story).exists()
        resident.page.context.set_offline(False)
        resident.press(zh("Send"))
        resident.page.wait_for_url(re.compile("/receipt/"))
    assert Issue.objects.get(text=story).photos.count() == 1


def test_a_line_cut_while_sending_leaves_the_words_in_the_browser(
    town: Town, browser: Browser
) -> None:
    story = "三号楼后面的井盖响了一夜。"
    with visits(browser, town.url) as visit:
        resident = visit(PHONE)
        walk_in(resident, town.world.resident)
        write(resident, town, story)
        resident.page.route("**/raise/", cut)
        resident.press(zh("Send"))
        resident.page.wait_for_url(re.compile("chrome-error"))
        resident.page.unroute("**/raise/")
        resident.go("/raise/?venue=" + town.world.venue.code)
        expect(resident.page.get_by_label(zh("What is the matter?"))).to_have_value(story)


def cut(route: Route) -> None:
    """As a phone that leaves the Wi-Fi while it sends."""
    route.abort("internetdisconnected") if route.request.method == "POST" else route.continue_()


def test_an_answer_at_the_desk_outlives_a_cut_line(town: Town, browser: Browser) -> None:
    issue = raised(town.world)
    desk = f"/desk/grid/{town.world.grid.code}/?case={issue.reference}"
    with visits(browser, town.url) as visit:
        worker = visit(DESKTOP)
        walk_in(worker, town.world.grid_worker)
        worker.opens_at_desk(zh("Take it in"), desk=desk)
        worker.opens_at_desk(zh("Answer the resident"), desk=desk)
        worker.fill(zh("What you tell the resident"), "马上来看。")
        worker.page.route("**/act/respond/**", cut)
        worker.press(zh("Send the answer"))
        worker.reads(zh("That did not arrive. What you wrote is still here; please try again."))
        expect(worker.page.get_by_label(zh("What you tell the resident"))).to_have_value(
            "马上来看。"
        )
        worker.page.unroute("**/act/respond/**")
        worker.press(zh("Send the answer"))
        worker.reads(zh("Your answer is written down; the resident will be told."))
        worker.opens_at_desk(zh("Answer the resident"), desk=desk)
        expect(worker.page.get_by_label(zh("What you tell the resident"))).to_have_value("")
    assert Response.objects.filter(text="马上来看。").count() == 1


def test_going_back_after_the_receipt_does_not_raise_again(town: Town, browser: Browser) -> None:
    story = "楼顶的太阳能架子松了，风大时响。"
    with visits(browser, town.url) as visit:
        resident = visit(PHONE)
        walk_in(resident, town.world.resident)
        write(resident, town, story)
        resident.press(zh("Send"))
        resident.page.wait_for_url(re.compile("/receipt/"))
        resident.page.go_back()
        expect(resident.page.get_by_label(zh("What is the matter?"))).to_have_value("")
        resident.page.go_forward()
        resident.reads(story)
    assert Issue.objects.filter(text=story).count() == 1
