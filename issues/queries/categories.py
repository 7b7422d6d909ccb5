"""Categories of matters, parents first."""

from grids.models import Category


def public_categories() -> list[Category]:
    """The categories of public matters: all but those of disputes."""
    return list(Category.objects.filter(active=True, private=False).order_by("position", "code"))


def category_tree() -> list[Category]:
    """All active categories of both levels, in their order."""
    return list(Category.objects.filter(active=True))
