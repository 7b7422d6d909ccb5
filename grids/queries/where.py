"""Find the grid by what residents know: their building or a venue."""

from grids.models import Building, Residence, Venue


def building_of(user_id: int | None) -> Building | None:
    """Where a person lives, if they said so; with estate, grid and community in one query."""
    if user_id is None:
        return None
    residence = (
        Residence.objects.filter(user_id=user_id)
        .select_related("building__estate", "building__grid__parent")
        .first()
    )
    return residence.building if residence else None


def venue_by_code(code: str) -> Venue | None:
    """The venue of a poster. People also type the code, so case does not matter."""
    if "\x00" in code:
        return None
    return (
        Venue.objects.filter(code__iexact=code.strip(), active=True, grid__active=True)
        .select_related("grid__parent__schedule")
        .first()
    )
