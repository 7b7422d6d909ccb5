"""Whatever act changes the words of a matter or who may read them, search follows it."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from grids.actions.save_category import save_category
from grids.renamed import NAMES
from issues.actions.classify import classify
from issues.actions.erase_from_issues import erase_from_issues
from issues.actions.hide import hide
from issues.actions.keep_private import keep_private
from issues.actions.merge import merge
from issues.actions.publish import publish
from issues.actions.push_up import push_up
from issues.actions.sweep import sweep
from issues.casework.index import index
from issues.enums.finding import SearchAudience
from issues.enums.matter import MatterClass, Visibility
from issues.models import Findable, Issue
from issues.search.found_by import COLUMNS
from tests.issues.staging import MINUTE, MONDAY, published, raised
from tests.world import World

LATER = MONDAY + 9 * MINUTE


def audiences(issue: Issue) -> set[str]:
    return set(Findable.objects.filter(issue=issue).values_list("audience", flat=True))


def assert_in_step() -> None:
    """What is stored is what would be stored now."""
    before = set(Findable.objects.values_list("issue_id", "audience", "terms"))
    index(list(Issue.objects.values_list("pk", flat=True)))
    assert set(Findable.objects.values_list("issue_id", "audience", "terms")) == before
    public = set(Issue.objects.public().values_list("pk", flat=True))
    everyone = Findable.objects.filter(audience=SearchAudience.EVERYONE)
    assert set(everyone.values_list("issue_id", flat=True)) == public


def test_a_matter_is_found_inside_from_the_beginning_and_by_everyone_once_checked(
    world: World,
) -> None:
    issue = raised(world, category=world.categories["sewers"], venue=world.venue)
    assert audiences(issue) == {SearchAudience.INSIDE}
    assert audiences(published(world)) == {SearchAudience.INSIDE, SearchAudience.EVERYONE}
    assert_in_step()


def test_acts_that_change_words_or_readers_are_followed(world: World) -> None:
    issue, other = published(world), raised(world)
    sewers = world.categories["sewers"]
    classify(
        issue, actor=world.grid_worker, now=LATER, matter_class=MatterClass.SMALL, category=sewers
    )
    assert_in_step()
    keep_private(other, actor=world.grid_worker, now=LATER)
    assert_in_step()
    hide(issue, actor=world.staff, now=LATER, reason="误发")
    assert audiences(issue) == {SearchAudience.INSIDE}
    assert_in_step()


def test_words_that_are_checked_anew_and_a_merger_are_followed(world: World) -> None:
    issue, other = published(world), published(world)
    publish(issue, actor=world.grid_worker, now=LATER, title="井盖翘起", text="井盖翘起，绊了人。")
    row = Findable.objects.get(issue=issue, audience=SearchAudience.EVERYONE)
    assert "井盖" in row.terms
    assert "下水" not in row.terms
    assert_in_step()
    merge(other, into=issue, actor=world.grid_worker, now=LATER)
    assert_in_step()


def test_a_category_that_becomes_private_takes_its_matters_out_of_search(world: World) -> None:
    category = world.categories["roofs"]
    issue = published(world, category=category)
    category.private = True
    save_category(category, actor=world.district_administrator, now=LATER)
    assert Issue.objects.get(pk=issue.pk).visibility == Visibility.HIDDEN
    assert_in_step()


def test_what_a_person_said_is_forgotten_by_search_too(world: World) -> None:
    raised(world)
    published(world)
    person = User.objects.get(pk=world.resident.pk)
    erase_from_issues(person, actor=person, now=LATER)
    assert_in_step()
    for row in Findable.objects.all():
        assert "婆婆" not in row.terms


def test_what_changes_no_word_costs_no_look_at_the_words(world: World) -> None:
    issue = published(world)
    with CaptureQueriesContext(connection) as asked:
        push_up(issue, actor=world.grid_worker, now=LATER, reason="难", tried="试过")
        sweep(now=MONDAY + timedelta(days=40))
    assert not [query for query in asked.captured_queries if "findable" in query["sql"]]


def test_every_name_that_a_matter_is_found_by_is_followed_when_it_changes() -> None:
    """Also one that is added to the columns some day."""
    for column in COLUMNS:
        *path, name = column.split("__")
        model = Issue
        for step in path:
            model = model._meta.get_field(step).related_model  # type: ignore[assignment]
        if model is Issue:
            continue
        assert name in NAMES[model], column
        for step in path[1:]:
            above = Issue._meta.get_field(path[0]).related_model
            assert f"{step}_id" in NAMES[above], column  # type: ignore[index]
