"""Why an act was refused, as a sentence for the person who tried it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """An act that may not be done; `message` says why in the reader's language.

    `field` names the form's field it is about, where there is one.
    """

    def __init__(self, message: str | Promise, *, field: str = "") -> None:
        super().__init__(str(message))
        self.message = message
        self.field = field


class NotYours(Refused):
    """The actor has no right to this act on this issue now."""

    def __init__(self) -> None:
        super().__init__(_("This is not yours to do now: the matter may have moved on."))


class WrongStage(Refused):
    """The stage the issue stands on does not allow the act."""

    def __init__(self) -> None:
        super().__init__(_("The matter has moved on, so this can no longer be done to it."))


class Stale(Refused):
    """Someone acted after the page was drawn; `since` is the version the page showed."""

    def __init__(self, since: int) -> None:
        super().__init__(
            _("Someone else acted on this matter meanwhile. Look at what changed, then send again.")
        )
        self.since = since
