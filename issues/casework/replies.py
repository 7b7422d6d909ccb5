"""Keep the words of an answer for the next time, or take them off the list."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from acting.refusals import Refused
from acting.storable import storable_text
from grids.models import Body
from issues.masking import Hidden, mask
from issues.models import KeptReply
from issues.queries.replies import MOST

# A number with an area code is as often an office's; the rest tells of one person.
TELLING = frozenset(Hidden) - {Hidden.LANDLINE}


def keep_reply(body: Body, *, name: str, text: str, names: Iterable[str]) -> None:
    """Under a name that is kept already the new words take the place of the old.

    Raises Refused where the words tell who somebody is: what is kept outlives the matter, and
    whoever asks to be erased would not be found in it. `names` are of the people behind the matter.
    """
    name = storable_text(name, KeptReply, "name", field="keep_as")
    if any(hit.kind in TELLING for hit in mask(f"{name}\n{text}", names=names).hits):
        raise Refused(
            _("A name, a number or a door stands here. Take it out before you keep the words."),
            field="keep_as",
        )
    kept = KeptReply.objects.filter(body=body)
    if not kept.filter(name=name).exists() and kept.count() >= MOST:
        raise Refused(_("There are twenty already. Take one off the list first."), field="keep_as")
    KeptReply.objects.update_or_create(body=body, name=name, defaults={"text": text})


def drop_reply(body: Body, *, name: str) -> None:
    KeptReply.objects.filter(body=body, name=name).delete()
