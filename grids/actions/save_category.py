"""Lay or change a category of matters."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from grids.actions.authorise import authorise_shared
from grids.actions.keep import keep
from grids.models import Category
from grids.refusals import Refused


def save_category(category: Category, *, actor: User | None, now: datetime) -> Category:
    """The tree has two levels, and what stands under a private category is private too."""
    authorise_shared(actor, now=now)
    above = category.parent
    if above is not None:
        has_children = category.pk is not None and category.children.exists()
        if above.pk == category.pk or above.parent_id is not None or has_children:
            raise Refused(_("Categories have two levels only."), field="parent")
        if above.private and not category.private:
            raise Refused(
                _("What stands under a private category is private too."), field="private"
            )
    known = category.pk is not None
    if category.private and known and category.children.filter(private=False).exists():
        raise Refused(
            _("Categories under this one are not private yet. Make those private first."),
            field="private",
        )
    keep(
        category,
        stream=f"category:{category.code}",
        kind="category",
        actor=actor,
        now=now,
        parent=category.parent_id,
        private=category.private,
        active=category.active,
    )
    return category
