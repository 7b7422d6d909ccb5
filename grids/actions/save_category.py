"""Create or change a category of matters."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from grids.actions.authorise import authorise_shared
from grids.actions.keep import keep
from grids.made_private import announce_made_private
from grids.models import Category


def save_category(category: Category, *, actor: User | None, now: datetime) -> Category:
    """The tree has two levels; a category under a private one is private too.

    If it becomes private, what was published under it is hidden in the same transaction.
    """
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
    with transaction.atomic():
        was_open = known and Category.objects.filter(pk=category.pk, private=False).exists()
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
        if category.private and was_open:
            announce_made_private(category, actor=actor, now=now)
    return category
