"""What stands under a private category is private too, from whichever end it is changed."""

from __future__ import annotations

import pytest
from django.utils import timezone

from acting.refusals import Refused
from grids.actions.save_category import save_category
from grids.models import Category
from tests.world import World


def test_a_category_with_open_ones_under_it_is_not_made_private(world: World) -> None:
    child = Category.objects.filter(parent__isnull=False, private=False).select_related("parent")[0]
    above = child.parent
    assert above is not None
    above.private = True
    with pytest.raises(Refused) as refused:
        save_category(above, actor=world.district_administrator, now=timezone.now())
    assert refused.value.field == "private"
    assert not Category.objects.get(pk=above.pk).private


def test_it_is_made_private_after_those_under_it(world: World) -> None:
    child = Category.objects.filter(parent__isnull=False, private=False).select_related("parent")[0]
    above = child.parent
    assert above is not None
    for category in [*above.children.all(), above]:
        category.private = True
        save_category(category, actor=world.district_administrator, now=timezone.now())
    assert not Category.objects.filter(parent=above, private=False).exists()
