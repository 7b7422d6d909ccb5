"""Why an act was refused, as a sentence for the person who tried it."""

from __future__ import annotations

from typing import ClassVar

from django.db import OperationalError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.come_again import come_again_in


class Refused(Exception):
    """An act that may not be done; `message` says why in the reader's language.

    `field` names the form's field that the refusal is about, if any. Subclasses in each app set
    `default`, the sentence to say when nothing more exact is known.
    """

    default: ClassVar[str | Promise] = _("This cannot be done.")
    # How a page answers that shows the refusal beside what was typed.
    status: int = 422

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


class NotNow(Refused):
    """Refused for `seconds` only: the very same may be sent again.

    `status` is that of the answer: 503 while the server has too much to do, 429 for too many times.
    """

    def __init__(
        self, message: str | Promise, *, seconds: int, field: str = "", status: int = 503
    ) -> None:
        super().__init__(message, field=field)
        self.status = status
        come_again_in(seconds)


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


class Unavailable(Refused, OperationalError):
    """The database could not do it now, and nothing was written: the same may be sent again.

    Raised by every statement (config/database), so whoever shows refusals shows these as well. In
    a transaction nothing can be asked after it: what goes on after a refusal lets it pass.
    """


class Busy(Unavailable):
    default = _("Someone is working on this right now. Send it again in a moment.")
    status = 409


class TooSlow(Unavailable):
    default = _("This took too long and was broken off. Send it again in a moment.")
    status = 503


class NoRoom(Unavailable):
    """The volume is full, of the database or of the photos."""

    default = _("There is no room to write this down just now. Please try again later.")
    status = 503
