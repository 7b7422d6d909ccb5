"""A resolution in the words with which its matter is passed up."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accounts.words import shortened
from issues.models import Deliberation

# As a turn keeps them.
LONGEST = 1000


def reason_from(held: Deliberation) -> str:
    return shortened(held.agreed, LONGEST)


def tried_from(held: Deliberation) -> str:
    """The dissent travels up with the matter."""
    lines = [_("Talked over at a sitting of the council.")]
    if held.dissent:
        lines.append(_("Against, or otherwise: {text}").format(text=held.dissent))
    return shortened("\n".join(lines), LONGEST)
