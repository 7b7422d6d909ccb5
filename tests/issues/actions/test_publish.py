"""Publishing again: what was shown is corrected, what was added since is checked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from issues.actions.add import add
from issues.actions.keep_private import keep_private
from issues.actions.publish import publish
from issues.actions.receive import receive
from issues.enums.acts import Act
from issues.enums.matter import Visibility
from issues.models import Addition, Issue
from issues.refusals import NotYours
from ledger.models import Stream
from tests.harness.signing_in import signed_in
from tests.issues.acting import draw, raised, send
from tests.issues.actions.doing import NOW, due, entry, refused
from tests.issues.actions.sweeping import fresh as reread
from tests.issues.actions.sweeping import told
from tests.issues.staging import raised as staged
from tests.issues.staging import upload
from tests.world import World

CHECKED = {"public_title": "堵了", "public_text": "楼前堵了"}


def buttons(world: World, issue: Issue) -> tuple[list[str], str]:
    """Those of the grid worker on the page, and which of them is next."""
    page = signed_in(world.grid_worker).get(f"/issues/{issue.reference}/")
    works = page.context["works"]
    return [work["act"] for work in works], next((w["act"] for w in works if w["next"]), "")


def test_what_is_added_after_publishing_can_be_checked_and_shown(world: World) -> None:
    issue = raised(world)
    receive(issue, actor=world.grid_worker, now=timezone.now())
    send(world.grid_worker, issue, Act.PUBLISH, CHECKED)
    add(issue, actor=world.neighbour, now=timezone.now(), text="我家厨房也返水")
    assert buttons(world, issue)[1] == Act.PUBLISH
    assert "我家厨房也返水" in draw(world.grid_worker, issue, Act.PUBLISH)
    note = Addition.objects.get()
    send(world.grid_worker, issue, Act.PUBLISH, {**CHECKED, "shown_additions": [note.pk]})
    assert signed_in(world.stranger).get(f"/issues/{issue.reference}/").context["additions"]
    assert buttons(world, issue)[1] != Act.PUBLISH


def test_what_was_checked_and_left_out_does_not_ask_again(world: World) -> None:
    issue = raised(world)
    receive(issue, actor=world.grid_worker, now=timezone.now())
    send(world.grid_worker, issue, Act.PUBLISH, CHECKED)
    add(issue, actor=world.neighbour, now=timezone.now(), text="就是501那家扔的")
    send(world.grid_worker, issue, Act.PUBLISH, CHECKED)
    offered, following = buttons(world, issue)
    assert Act.PUBLISH in offered
    assert following != Act.PUBLISH
    assert not signed_in(world.stranger).get(f"/issues/{issue.reference}/").context["additions"]


def test_what_was_added_while_the_page_lay_open_still_waits(world: World) -> None:
    issue, now = raised(world), timezone.now()
    receive(issue, actor=world.grid_worker, now=now)
    add(issue, actor=world.resident, now=now, text="今天又堵了")
    publish(
        issue, actor=world.grid_worker, now=now, title="堵了", text="楼前堵了",
        drawn=now - timedelta(minutes=5),
    )  # fmt: skip
    assert buttons(world, issue)[1] == Act.PUBLISH


def test_a_matter_that_was_kept_private_is_not_pressed_to_be_published(world: World) -> None:
    issue, now = raised(world), timezone.now()
    receive(issue, actor=world.grid_worker, now=now)
    keep_private(issue, actor=world.grid_worker, now=now)
    assert buttons(world, issue)[1] == Act.CLASSIFY


def test_what_the_resident_wished_private_has_no_button_that_publishes_it(world: World) -> None:
    issue = raised(world)
    Issue.objects.filter(pk=issue.pk).update(private_wish=True)
    receive(issue, actor=world.grid_worker, now=timezone.now())
    offered, following = buttons(world, issue)
    assert Act.PUBLISH not in offered
    assert following == Act.KEEP_PRIVATE


def test_what_is_published_is_what_was_masked_and_the_photos_that_were_chosen(
    world: World,
) -> None:
    issue = staged(world, photos=[upload(world.resident) for _ in range(2)])
    before, first = due(issue), issue.photos.order_by("position").first()
    assert first is not None
    publish(
        issue, actor=world.grid_worker, now=NOW, title=" 下水道 ", text="楼前堵了",
        photos=[first.pk],
    )  # fmt: skip
    issue = reread(issue)
    assert (issue.public_title, issue.public_text) == ("下水道", "楼前堵了")
    assert (issue.visibility, issue.published_at) == (Visibility.PUBLIC, NOW)
    # It was not taken in by being read: its clocks run on.
    assert due(issue) == before
    assert [photo.shown for photo in issue.photos.order_by("position")] == [True, False]
    assert Stream.objects.get(name=issue.stream).public
    assert entry(issue, "published").texts == {"title": "下水道", "text": "楼前堵了"}
    assert told(world.resident, "published") == 1
    publish(issue, actor=world.staff, now=NOW, title="下水道", text="三号楼前堵了")
    assert told(world.resident, "published") == 1
    assert not issue.photos.filter(shown=True).exists()


def test_disputes_and_what_was_wished_private_stay_so(world: World) -> None:
    dispute = staged(world, category=world.categories["noise"])
    wished = staged(world, private_wish=True)
    for issue, sentence in [
        (dispute, "A dispute between neighbours stays private."),
        (wished, "The resident asked that it stays private."),
    ]:
        with refused(sentence):
            publish(issue, actor=world.grid_worker, now=NOW, title="堵了", text="堵了")
        assert reread(issue).visibility == Visibility.PENDING


def test_everyone_reads_a_title_and_words(world: World) -> None:
    issue = staged(world)
    with refused("Write a title that everyone may read.", field="title"):
        publish(issue, actor=world.grid_worker, now=NOW, title=" ", text="堵了")
    with refused("Write the words that everyone may read.", field="text"):
        publish(issue, actor=world.grid_worker, now=NOW, title="堵了", text=" ")


def test_only_who_works_there_publishes(world: World) -> None:
    issue = staged(world)
    for person in (world.resident, world.other_grid_worker, world.near_staff, world.dispatcher):
        with pytest.raises(NotYours):
            publish(issue, actor=person, now=NOW, title="堵了", text="堵了")
