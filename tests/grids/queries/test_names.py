"""What a query says a body is called is what the body says itself."""

import pytest
from django.utils import translation

from grids.models import Posting
from grids.queries.names import display_name
from tests.world import World


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_query_calls_bodies_as_they_call_themselves(world: World, language: str) -> None:
    posts = Posting.objects.select_related("body").order_by("pk")
    with translation.override(language):
        said = list(posts.values_list(display_name(), flat=True))
        assert said == [post.body.display_name for post in posts]
    assert len(set(said)) > 3
