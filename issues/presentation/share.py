"""What a chat shows of a matter that somebody passes on; the chat's readers are everybody."""

from __future__ import annotations

from django.utils.translation import gettext as _

from issues.enums.matter import Visibility
from issues.masking import mask
from issues.models import Issue
from issues.presentation.matter import title_of


def share_of(issue: Issue) -> dict[str, str] | None:
    """None where not everybody may read it: then a chat learns that the house exists, no more.

    It is the same for whoever passes it on, so that staff don't carry out what only they read.
    """
    if issue.visibility != Visibility.PUBLIC:
        return None
    where = _("{reference} · {grid}").format(
        reference=issue.reference, grid=issue.grid.display_name
    )
    return {"title": mask(title_of(issue, inside=False)).text, "words": where}
