"""How it works, privacy, contact, working days, and what is served to robots."""

from __future__ import annotations

import pytest
from django.test import Client

from grids.enums import PublicTextKind
from grids.models import PublicText
from tests.harness.signing_in import signed_in
from tests.world import World


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_how_it_works_tells_the_times_of_the_policy_in_force(world: World, client: Client) -> None:
    shown = page(client, "/how/")
    for words in (
        "小事好商量",
        "急事快商量",
        "难事多商量",
        "大事必商量",
        "4个工作小时",
        "30个工作日",
    ):
        assert words.replace(" ", "") in shown.replace(" ", ""), words


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/privacy/", PublicTextKind.PRIVACY), ("/contact/", PublicTextKind.CONTACT)],
)
def test_a_community_speaks_for_itself_first(
    world: World, client: Client, path: str, kind: PublicTextKind
) -> None:
    assert "物业在一楼" not in page(client, path)
    PublicText.objects.create(
        community=world.community, kind=kind, text_zh="物业在一楼 <b>", text_en=""
    )
    shown = page(client, path)
    assert "物业在一楼 &lt;b&gt;" in shown


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/how/", "/privacy/", "/contact/", "/robots.txt"])
def test_they_are_there_before_anybody_is(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.django_db
def test_an_empty_place_says_so_before_anybody_writes(client: Client) -> None:
    shown = page(client, "/raise/")
    assert "<textarea" not in shown
    assert "还没有开通" in shown
    nothing = page(client, "/issues/")
    assert "还没有公开的事项" in nothing
    assert "没有找到" not in nothing
    # Nor is anybody sent to write where nobody reads.
    assert "/raise/" not in page(client, "/contact/").split("<h1>")[1].split("</main>")[0]


def test_all_who_work_here_see_the_calendar_in_force(world: World) -> None:
    for person in (world.grid_worker, world.staff, world.clerk, world.supervisor):
        shown = page(signed_in(person), "/desk/working-days/")
        assert "国庆节" in shown
        assert world.community.display_name in shown
        assert "08:30–12:00、13:30–17:30" in shown
        assert "10月1日至7日" in shown
    assert signed_in(world.resident).get("/desk/working-days/").status_code == 404


@pytest.mark.django_db
def test_robots_and_browsers_find_what_they_ask_for(client: Client) -> None:
    robots = page(client, "/robots.txt")
    assert "Disallow: /" in robots
    assert client.get("/favicon.ico").status_code == 302
