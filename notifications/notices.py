"""What other apps hand over to be told to someone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class NewNotice:
    """One thing to tell one person.

    `kind` and `version` name the renderer; `parameters` is JSON and carries no personal data.
    `dedupe_key` is unique per recipient: telling the same again does nothing. `urgent` breaks
    the quiet hours of text messages. `link` is a path of this site; `subject` the public number of
    what it is about, by which that app finds what did not arrive.
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
