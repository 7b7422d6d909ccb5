"""The harness shows what it promises, with the smallest product there is."""

import urllib.request

import pytest
import redis
from django.db import ProgrammingError, connection
from playwright.sync_api import Page
from pytest_django import DjangoDbBlocker

from accounts.models import User
from config.launcher.children import Child
from grids.models import Venue
from issues.models import PolicyRule
from tests.harness.common_site import CommonSite
from tests.harness.fixtures import LiveSite
from tests.harness.template import APPLICATION
from tests.harness.world import LiveWorld


def test_the_test_and_the_processes_share_one_database(
    world_database: LiveWorld,
) -> None:
    User.objects.create(phone="+8613900000001")
    counted = world_database.manage(
        "shell",
        "--no-imports",
        "-c",
        "from accounts.models import User; print(User.objects.count())",
    )
    assert counted.stdout.strip() == "1"


def test_a_new_world_is_empty(world_database: LiveWorld) -> None:
    assert not User.objects.exists()


def test_processes_may_only_add_to_the_record(world_database: LiveWorld) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {APPLICATION}")
        with pytest.raises(ProgrammingError, match="permission denied"):
            cursor.execute("DELETE FROM ledger_entry")


def test_a_site_is_served_with_hashed_files_and_opened_by_a_browser(
    live_site: LiveSite, page: Page
) -> None:
    site = live_site(seed=lambda: User.objects.create(phone="+8613900000001"))
    with urllib.request.urlopen(site.url + "/healthz/") as response:
        assert response.status == 200
    answer = page.goto(site.url + "/")
    assert answer is not None
    assert answer.status == 200
    assert page.evaluate("innerWidth") == 360


def leave_traces(one: CommonSite, blocker: DjangoDbBlocker) -> tuple[Child, int]:
    """Of every kind that a file may leave; and the number that the next person has."""
    with one.anew(blocker) as found:
        left = User.objects.create(phone="+8613900000001")
        Venue.objects.filter(pk=found.world.venue.pk).update(name="改了名的点位")
        redis.Redis.from_url(found.live.broker.url).set("left", "behind")
        (found.live.folder / "media").mkdir(exist_ok=True)
        (found.live.folder / "media" / "left").touch()
        assert "改了名的点位" in text_at(f"{found.url}/v/{found.world.venue.code}/")
        return found.live.start("left", ["sleep", "600"]), left.pk


def text_at(url: str) -> str:
    with urllib.request.urlopen(url) as response:
        return str(response.read().decode())


@pytest.mark.processes
def test_a_file_finds_the_common_site_as_new_and_its_server_running(
    one_site: CommonSite, django_db_blocker: DjangoDbBlocker
) -> None:
    left, number = leave_traces(one_site, django_db_blocker)
    assert left.exit_code is not None
    with one_site.anew(django_db_blocker) as found:
        server, venue = found.site.process, found.world.venue
        assert User.objects.create(phone="+8613900000001").pk == number
        assert redis.Redis.from_url(found.live.broker.url).get("left") is None
        assert not (found.live.folder / "media").exists()
        assert venue.name in text_at(f"{found.url}/v/{venue.code}/")
        PolicyRule.objects.filter(pk=1).update(amount=99)
    assert server.exit_code is None
    with one_site.anew(django_db_blocker) as found:
        assert server.exit_code is not None, "it may have kept the rule"
        assert found.site.process.exit_code is None
