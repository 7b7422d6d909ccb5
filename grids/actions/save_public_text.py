"""Create or change what a community tells everybody."""

from datetime import datetime

from accounts.models import User
from grids.actions.authorise import authorise
from grids.actions.keep import keep
from grids.models import PublicText


def save_public_text(text: PublicText, *, actor: User | None, now: datetime) -> PublicText:
    """The actor must administer both the community it was of and the one it is of now."""
    paths = [text.community.path]
    if text.pk is not None:
        before = PublicText.objects.select_related("community").get(pk=text.pk)
        paths.append(before.community.path)
    authorise(actor, *paths, now=now)
    stream = text.community.stream
    keep(text, stream=stream, kind="public_text", actor=actor, now=now, page=text.kind)
    return text
