"""What a query says a body is called is what the body says itself."""

import pytest
from django.utils import translation

from grids.models import Posting
from grids.queries.names import display_name, venue_names
from tests.world import World


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_query_calls_bodies_as_they_call_themselves(world: World, language: str) -> None:
    posts = Posting.objects.select_related("body").order_by("pk")
    with translation.override(language):
        said = list(posts.values_list(display_name(), flat=True))
        assert said == [post.body.display_name for post in posts]
    assert len(set(said)) > 3


def test_what_is_kept_of_a_place_is_called_in_the_readers_language(world: World) -> None:
    venue = world.venue
    venue.name_en = "Scholar-Tree Pavilion"
    venue.save()
    kept = {venue.name, f"{venue.name} · 三号楼前", "大槐树下"}
    assert venue_names(kept) == {one: one for one in kept}
    with translation.override("en"):
        assert venue_names(kept) == {
            venue.name: "Scholar-Tree Pavilion",
            f"{venue.name} · 三号楼前": "Scholar-Tree Pavilion · 三号楼前",
            "大槐树下": "大槐树下",
        }
