"""A resident keeps house on their own page, on a phone, in either language."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from accounts.models import User
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.inputs import NewMatter
from issues.models import Issue
from tests.e2e.conftest import Town
from tests.e2e.people import PHONE, Person, visits, walk_in
from tests.e2e.words import zh
from tests.world import person

STORY = "单元门的锁坏了三天，晚上关不上。"
BEGUN = "路灯又灭了，先写到这里。"
Say = Callable[[str], str]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_resident_keeps_house_on_their_own_page(
    town: Town, browser: Browser, language: str
) -> None:
    say: Say = zh if language == "zh-hans" else str
    someone, issue = with_a_matter(town, language)
    with visits(browser, town.url) as visit:
        phone, other = visit(PHONE, who=someone), visit(PHONE)
        walk_in(other, someone)
        reads_of_the_matter(phone, say, issue)
        reads_the_notices(phone, say)
        says_who_they_are(phone, say)
        switches(phone, say, language)
        other.go("/me/")
        turned = "en" if language == "zh-hans" else "zh-hans"
        expect(other.page.locator("html")).to_have_attribute("lang", turned)
        expect(other.page.locator("html")).to_have_attribute("data-print", "large")
        phone.press("中文" if language == "zh-hans" else "English")
        takes_the_data_along(phone, say)
        is_forgotten(phone, say)
        other.go("/me/")
        expect(other.page).to_have_url(re.compile("/sign-in/"))
    assert User.objects.get(pk=someone.pk).phone is None
    assert STORY not in Issue.objects.get(pk=issue.pk).text


def with_a_matter(town: Town, language: str) -> tuple[User, Issue]:
    someone = person("赵阿姨")
    User.objects.filter(pk=someone.pk).update(language=language)
    now = timezone.now() - timedelta(hours=1)
    # The second is never opened: its notices are read by the button alone.
    for text in (STORY, "楼顶的水箱盖子松了。"):
        matter = NewMatter(text=text, building=town.world.building)
        issue = raise_issue(matter, actor=someone, reporter=someone, now=now)
        receive(issue, actor=town.world.grid_worker, now=now)
    return someone, Issue.objects.get(reporter=someone, text=STORY)


def reads_of_the_matter(phone: Person, say: Say, issue: Issue) -> None:
    phone.go("/me/")
    phone.reads(say("New for you"))
    phone.page.locator(f"main a[href='/issues/{issue.reference}/']").last.click()
    phone.reads(STORY)
    phone.page.go_back()


def reads_the_notices(phone: Person, say: Say) -> None:
    phone.press(say("All my notices"))
    phone.press(say("I have read them all"))
    phone.reads(say("You have read everything"))
    phone.go("/me/")
    expect(phone.page.get_by_text(say("New for you"))).to_have_count(0)


def says_who_they_are(phone: Person, say: Say) -> None:
    phone.press(say("Change it"))
    phone.fill(say("What may we call you?"), "赵奶奶")
    phone.press(say("Keep it"))
    phone.reads(say("Noted. Thank you."))
    phone.reads("赵奶奶")


def switches(phone: Person, say: Say, language: str) -> None:
    """Large print and the other language, by the big buttons of the page itself."""
    aside = phone.page.get_by_role("complementary")
    phone.press(say("Large print"), among=aside)
    html = phone.page.locator("html")
    expect(html).to_have_attribute("data-print", "large")
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    phone.press("English" if language == "zh-hans" else "中文", among=aside)
    expect(html).not_to_have_attribute("lang", language)


def takes_the_data_along(phone: Person, say: Say) -> None:
    phone.go("/me/")
    phone.press(say("What is kept about me: see, download, erase"))
    with phone.page.expect_download() as download:
        phone.press(say("Download my data"))
    taken = Path(download.value.path()).read_text(encoding="utf-8")
    assert json.loads(taken)
    assert STORY in taken
    assert "赵奶奶" in taken


def is_forgotten(phone: Person, say: Say) -> None:
    """Not by a slip: without the tick nothing happens, and what they began is still here."""
    phone.go("/raise/")
    phone.page.locator("main textarea[name=text]").fill(BEGUN)
    phone.go("/me/data/")
    phone.press(say("Erase what is kept about me"))
    phone.press(say("Erase everything about me"))
    expect(phone.page.locator(".field-error")).to_be_visible()
    assert BEGUN in kept_on(phone)
    phone.page.locator("main input[type=checkbox]").check(force=True)
    phone.press(say("Erase everything about me"))
    phone.reads(say("You are forgotten"))
    assert BEGUN not in kept_on(phone)
    phone.go("/me/")
    expect(phone.page).to_have_url(re.compile("/sign-in/"))


def kept_on(phone: Person) -> str:
    return str(phone.page.evaluate("JSON.stringify(localStorage)"))
