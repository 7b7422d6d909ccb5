"""What an entry of the record holds, as its sentence needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class EntryParameters:
    """The parameters of an entry, with the names of bodies by their codes."""

    parameters: Mapping[str, Any]
    bodies: Mapping[str, str] = field(default_factory=dict)

    def get(self, name: str) -> Any:
        return self.parameters.get(name)

    @property
    def body(self) -> str:
        code = str(self.get("body") or "")
        return self.bodies.get(code, code)
