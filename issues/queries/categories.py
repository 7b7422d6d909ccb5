"""Categories of matters, parents first."""

from grids.models import Category


def public_categories() -> list[Category]:
    """Those that public matters can have: disputes are never public."""
    return list(Category.objects.filter(active=True, private=False).order_by("position", "code"))


def category_tree() -> list[Category]:
    """All active categories of the two levels, in their order."""
    return list(Category.objects.filter(active=True))
