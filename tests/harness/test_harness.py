"""The harness shows what it promises, with the smallest product there is."""

import urllib.request

import pytest
import redis
from django.db import ProgrammingError, connection
from playwright.sync_api import Page

from accounts.models import User
from tests.harness.fixtures import LiveSite
from tests.harness.template import APPLICATION
from tests.harness.waiting import wait_until
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


def test_a_worker_and_beat_start_and_a_killed_worker_is_gone(world_database: LiveWorld) -> None:
    worker = world_database.start_worker()
    beat = world_database.start_beat(sweep_seconds=1)
    broker = redis.Redis.from_url(world_database.broker.url)
    wait_until(lambda: broker.keys("_kombu*"), what="the broker knows a queue")
    worker.kill()
    assert worker.exit_code == -9
    assert beat.exit_code is None


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
