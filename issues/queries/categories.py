"""Categories that public matters can have, parents first."""

from grids.models import Category


def public_categories() -> list[Category]:
    """Disputes are left out: they are never public."""
    return list(Category.objects.filter(active=True, private=False).order_by("position", "code"))
