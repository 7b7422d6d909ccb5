from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from grids.models import Body
from issues.actions.publish import publish
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.inputs import NewMatter
from issues.models import Issue
from tests.issues import staging
from tests.issues.acting import raised
from tests.world import World

pytestmark = pytest.mark.django_db


def published(world: World, text: str, **more: object) -> Issue:
    now = timezone.now() - timedelta(hours=1)
    matter = NewMatter(text=text + "，我家502", building=world.building, **more)  # type: ignore[arg-type]
    issue = raise_issue(matter, actor=world.resident, reporter=world.resident, now=now)
    receive(issue, actor=world.grid_worker, now=now)
    return publish(issue, actor=world.grid_worker, now=now, title=text[:12], text=text)


def test_only_checked_words_are_listed_and_found(client: Client, world: World) -> None:
    published(world, "电梯坏了三天没人修")
    now = timezone.now()
    raise_issue(
        NewMatter(text="电梯里有人吸烟，601的", building=world.building),
        actor=world.resident, reporter=world.resident, now=now,
    )  # fmt: skip

    page = client.get("/issues/", {"words": "电梯"}).content.decode()

    assert "电梯坏了三天没人修" in page
    assert "502" not in page
    assert "601" not in page
    assert "吸烟" not in page


def test_words_that_are_not_there_find_nothing_and_say_so(client: Client, world: World) -> None:
    published(world, "电梯坏了三天没人修")
    page = client.get("/issues/", {"words": "路灯"}).content.decode()
    assert "电梯坏了" not in page
    assert "没有找到" in page
    assert "还没有公开的事项" not in page


def test_a_matter_is_found_by_the_number_on_its_receipt(client: Client, world: World) -> None:
    other = published(world, "路灯坏了两盏没人管")
    issue = published(world, "电梯坏了三天没人修")
    number, code = issue.number, world.community.prefix
    said = f"{world.community.call_name} {number} 号"
    for words in (said, said.replace(" ", ""), f"{number}号", str(number), f"No. {number}",
                  issue.reference, f"{code.lower()}-{issue.year}-{number}"):  # fmt: skip
        page = client.get("/issues/", {"words": words}).content.decode()
        assert issue.public_title in page, words
        assert other.public_title not in page, words


def test_a_number_is_found_by_what_is_written_though_the_community_has_another_code(
    client: Client, world: World
) -> None:
    """What is written begins with the prefix, and people say the short name."""
    Body.objects.filter(pk=world.community.pk).update(prefix="DONG", short_name="东头")
    world.building.refresh_from_db()
    other = published(world, "路灯坏了两盏没人管")
    issue = published(world, "电梯坏了三天没人修")
    assert issue.reference.startswith("DONG-")
    for words in (issue.reference, f"dong-{issue.year}-{issue.number}", f"东头 {issue.number} 号"):
        page = client.get("/issues/", {"words": words}).content.decode()
        assert issue.public_title in page, words
        assert other.public_title not in page, words


def test_the_number_of_what_is_not_public_finds_nothing(client: Client, world: World) -> None:
    issue = raised(world, "电梯里有人吸烟，601的")
    page = client.get("/issues/", {"words": str(issue.number)}).content.decode()
    assert issue.reference not in page


def test_filters_from_an_old_or_broken_link_are_ignored(client: Client, world: World) -> None:
    published(world, "电梯坏了三天没人修")
    for query in ({"grid": "nowhere"}, {"page": "x"}, {"stage": "'; DROP"}):
        assert client.get("/issues/", query).status_code == 200


def test_the_number_of_queries_does_not_grow(
    client: Client, world: World, django_assert_num_queries: object
) -> None:
    published(world, "电梯坏了三天没人修")
    client.force_login(world.grid_worker, backend="grids.backends.PostingBackend")
    with django_assert_num_queries(8):  # type: ignore[operator]
        client.get("/issues/")
    for number in range(25):
        published(world, f"第{number}盏路灯不亮了")
    with django_assert_num_queries(8):  # type: ignore[operator]
        page = client.get("/issues/", {"page": 1})
    assert page.content.decode().count("<article") == 20


def test_what_fits_comes_first_and_what_is_close_stands_under_its_heading(
    client: Client, world: World
) -> None:
    close = published(world, "5号楼电梯响")
    issue = published(world, "3号楼，电梯坏了")
    page = client.get("/issues/", {"words": "3号楼电梯"}).content.decode()
    before, after = page.split('class="close-heading"')
    assert issue.public_title in before
    assert close.public_title not in before
    assert close.public_title in after


def test_where_nothing_fits_exactly_the_page_says_so(client: Client, world: World) -> None:
    published(world, "电梯坏了三天没人修")
    page = client.get("/issues/", {"words": "路灯和电梯"}).content.decode()
    assert "没有完全一样的" in page
    assert "不完全一样，但相近" in page


def test_a_pasted_address_finds_its_matter_and_an_address_is_read_in_any_form(
    client: Client, world: World
) -> None:
    issue = published(world, "电梯坏了三天没人修")
    address = f"https://example.org/issues/{issue.reference}/?from=chat"
    assert issue.public_title in client.get("/issues/", {"words": address}).content.decode()
    for form in (f"zjd-{issue.year}-{issue.number}", issue.reference.lower()):
        page = client.get(f"/issues/{form}/")
        assert page.status_code == 200
        assert issue.public_title in page.content.decode()


def test_the_second_page_of_a_search_goes_on(client: Client, world: World) -> None:
    for number in range(21):
        published(world, f"第{number}盏路灯不亮了")
    first = client.get("/issues/", {"words": "路灯"}).content.decode()
    second = client.get("/issues/?words=路灯&page=2").content.decode()
    assert (first.count("<article"), second.count("<article")) == (20, 1)


def test_a_card_shows_the_first_photo_that_was_chosen_for_everybody(
    client: Client, world: World
) -> None:
    issue = staging.published(world, photos=[staging.upload(world.resident) for _ in range(2)])
    first, second = [photo.upload.token for photo in issue.photos.order_by("position", "pk")]
    page = client.get("/issues/").content.decode()
    assert f'src="/issues/photos/{first}/small/"' in page
    assert 'loading="lazy"' in page.split("card-thumb")[1].split(">")[0]
    assert str(second) not in page
    issue.photos.update(shown=False)
    assert "card-thumb" not in client.get("/issues/").content.decode()
