"""What subjects have in common: things before one reader, as the page of an act needs them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from acting.acts import ActRow
from acting.refusals import NotOpen
from council.acts.closed import why_closed
from council.addresses import address_of_council
from council.facts.viewer import Viewer
from council.models import Council
from council.refusals import NotYours


class SubjectOfRules(Protocol):
    """A thing with what rules ask of it, and who asks."""

    @property
    def acts(self) -> Mapping[Any, ActRow[Viewer, Any]]: ...

    @property
    def viewer(self) -> Viewer: ...

    @property
    def facts(self) -> Any: ...


class TableSubject:
    """What may be done to it stands in its table of acts."""

    def closed(self: SubjectOfRules, act: str) -> NotOpen | None:
        return why_closed(self.acts[act], self.viewer, self.facts)

    def offers(self: SubjectOfRules, act: str) -> bool:
        return self.acts[act].offered(self.viewer, self.facts)


@dataclass(frozen=True, kw_only=True)
class AskedCouncil(ABC):
    """A council of which something new is asked."""

    council: Council
    viewer: Viewer
    version: int = 0

    @property
    def address(self) -> str:
        return address_of_council(self.council)

    @property
    def title(self) -> str:
        return self.council.name

    @property
    def stream(self) -> str:
        return self.council.stream

    @abstractmethod
    def may(self, act: str) -> bool:
        """It is theirs to ask."""

    def closed(self, act: str) -> NotOpen | None:
        return None if self.may(act) else NotYours()

    def offers(self, act: str) -> bool:
        return self.may(act)
