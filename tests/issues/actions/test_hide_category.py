"""A category becomes private: nothing of it stays public, and nothing comes back by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from acting.refusals import Refused
from grids.actions.save_category import save_category
from grids.models import Category
from issues.actions.withdraw import withdraw
from issues.enums.matter import Visibility
from issues.models import Issue
from ledger.models import Stream
from ledger.queries.timeline import timeline
from notifications.models import Notice
from tests.issues.staging import MONDAY, published, raised
from tests.world import World


def change(world: World, category: Category, *, private: bool) -> None:
    category.private = private
    save_category(category, actor=world.district_administrator, now=timezone.now())


def shown(issue: Issue) -> int:
    return Client().get(f"/issues/{issue.reference}/").status_code


def test_what_is_public_is_hidden_with_its_reason_and_the_resident_told(world: World) -> None:
    sewers, roofs = world.categories["sewers"], world.categories["roofs"]
    open_one, ended = published(world, category=sewers), published(world, category=sewers)
    withdraw(ended, actor=world.resident, now=MONDAY + timedelta(hours=1))
    pending, other = raised(world, category=sewers), published(world, category=roofs)

    change(world, sewers, private=True)

    for issue in (open_one, ended):
        issue.refresh_from_db()
        assert (issue.visibility, shown(issue)) == (Visibility.HIDDEN, 404)
        assert not Stream.objects.get(name=issue.stream).public
        entry = timeline(issue.stream)[-1]
        assert (entry.kind, entry.parameters) == ("issue.hidden", {"why": "category"})
    assert Notice.objects.filter(recipient=world.resident, kind="issue.hidden").count() == 2
    assert shown(other) == 200
    assert Issue.objects.get(pk=pending.pk).visibility == Visibility.PENDING


def test_made_public_again_it_shows_none_of_it_and_nothing_is_done_twice(world: World) -> None:
    sewers = world.categories["sewers"]
    issue = published(world, category=sewers)
    for private in (True, True, False, False):
        change(world, sewers, private=private)
    assert shown(issue) == 404
    assert Notice.objects.filter(kind="issue.hidden").count() == 1


def test_nobody_below_a_district_hides_a_category(world: World) -> None:
    sewers = world.categories["sewers"]
    issue = published(world, category=sewers)
    sewers.private = True
    with pytest.raises(Refused):
        save_category(sewers, actor=world.administrator, now=timezone.now())
    assert shown(issue) == 200
