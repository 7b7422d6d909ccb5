from grids.models import Category


def category_tree() -> list[Category]:
    """All active categories of the two levels, in their order: one small query."""
    return list(Category.objects.filter(active=True))
