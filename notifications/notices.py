"""What other apps hand over to be told to someone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class NewNotice:
    """One thing to tell one person.

    `kind` and `version` name the renderer; `parameters` is JSON and carries no personal data.
    `dedupe_key` is unique per recipient: putting it a second time does nothing. An `urgent` text
    message ignores the quiet hours. `link` is a path of this site. `subject` is the uid of what
    it is about, by which the app that owns it finds messages that did not arrive.
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

    def __post_init__(self) -> None:
        if self.link and (not self.link.startswith("/") or self.link[1:2] in {"/", "\\"}):
            raise ValueError("A notice links to a path of this site, beginning with one slash.")
