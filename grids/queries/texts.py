"""What a community tells everybody in its own words."""

from acting.queries.only_row import only_row
from grids.enums import PublicTextKind
from grids.models import Body, PublicText


def text_of(community: Body | None, kind: PublicTextKind) -> str:
    """In the reader's language, or in Chinese where there is no other; empty if there is none."""
    if community is None:
        return ""
    found = only_row(PublicText.objects.filter(community=community, kind=kind))
    return found.text if found else ""
