"""What other apps hand over to be told to someone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

# The parameter that quotes what was said: masked and short, and taken out with `forget_said`.
SAID: Final = "said"


@dataclass(frozen=True, kw_only=True)
class NewNotice:
    """One thing to tell one person.

    `kind` and `version` name the renderer; `parameters` is JSON and carries no personal data,
    but for what SAID quotes.
    `dedupe_key` is unique per recipient: putting it a second time does nothing. An `urgent` text
    message ignores the quiet hours. `link` is a path of this site. `subject` is the uid of what
    it is about, by which the app that owns it finds messages that did not arrive. `calls_for` names
    what the reader should do about it; the act that does it, whoever does it, gives that name to
    `notifications.actions.read_by_deed`.

    `replaces` names kinds of notices about the same subject that hold no more once this one is
    told: they count as read, and what waits to be sent of them is not sent. A text message that
    `settles` waits some minutes for what may follow at once and replace it.
    """

    recipient_id: int
    kind: str
    parameters: Mapping[str, Any]
    dedupe_key: str
    version: int = 1
    urgent: bool = False
    sms: bool = False
    link: str = ""
    subject: UUID | None = None
    calls_for: str = ""
    replaces: frozenset[str] = frozenset()
    settles: bool = False

    def __post_init__(self) -> None:
        if self.link and (not self.link.startswith("/") or self.link[1:2] in {"/", "\\"}):
            raise ValueError("A notice links to a path of this site, beginning with one slash.")
