"""What every form of an act of the council has in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Protocol

from accounts.models import User
from acting.forms import act
from acting.refusals import NotOpen
from council.facts.viewer import Viewer
from council.models import Meeting


class Subject(Protocol):
    """What an act is done to, as the page of its form needs it."""

    @property
    def address(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def version(self) -> int: ...

    @property
    def stream(self) -> str: ...

    def closed(self, act: str) -> NotOpen | None:
        """Why the act is not, or no longer, the reader's to do; None where it is."""

    def offers(self, act: str) -> bool:
        """It is the reader's to do, and of use now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActContext:
    """The thing as the person who acts has it before them."""

    subject: Any
    person: User
    viewer: Viewer
    now: datetime


class OfMeeting:
    """What a form about a sitting is about."""

    context: ActContext

    @property
    def meeting(self) -> Meeting:
        meeting: Meeting = self.context.subject.meeting
        return meeting


class CouncilActForm(act.ActForm):
    """`perform` answers with the address it leads to."""

    context: ActContext
    # The one button is the next thing to do, or one that takes something away.
    is_next: ClassVar[bool] = True
    # The action refuses where others acted after the page was drawn.
    tells_seen: ClassVar[bool] = False

    @property
    def given(self) -> dict[str, Any]:
        """What every action asks for."""
        given = {"actor": self.context.person, "now": self.context.now}
        return {**given, "seen": self.seen} if self.tells_seen else given

    def perform(self) -> str:
        raise NotImplementedError
