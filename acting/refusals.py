"""Why an act was refused, as a sentence for the person who tried it."""

from __future__ import annotations

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """An act that may not be done; `message` says why in the reader's language.

    `field` names the form's field that the refusal is about, if any. Subclasses in each app set
    `default`, the sentence to say when nothing more exact is known.
    """

    default: ClassVar[str | Promise] = _("This cannot be done.")
    # Of the page that says so, where the form is drawn again with what was typed.
    status: ClassVar[int] = 422

    def __init__(self, message: str | Promise = "", *, field: str = "") -> None:
        message = message or self.default
        super().__init__(str(message))
        self.message = message
        self.field = field


class NotOpen(Refused):
    """The act is not, or no longer, open to the person; trying again would not help."""


class NotYours(NotOpen):
    """The actor has no right to this act now."""

    default = _("This is not yours to do now.")


class Stale(Refused):
    """Someone acted after the page was drawn; `since` is the version the page showed."""

    default = _("Someone else acted meanwhile. Look at what changed, then send again.")

    def __init__(self, since: int) -> None:
        super().__init__()
        self.since = since


class AsksFirst(Refused):
    """Not refused for good: the person is asked whether they mean it, and presses once more.

    `about` is exactly what is asked about; the act is done if the form comes back with it.
    """

    def __init__(self, question: str | Promise, *, about: str, field: str = "") -> None:
        super().__init__(question, field=field)
        self.about = about
