"""Who counts the contacts of members; nobody else reads them."""

from __future__ import annotations

from council.facts.councils import CouncilFacts
from council.facts.viewer import Viewer
from council.rules.councils import leads


def counts_contacts(viewer: Viewer, council: CouncilFacts) -> bool:
    """The community's lead, by building; whom a member met is read by the member alone."""
    return leads(viewer, council)
