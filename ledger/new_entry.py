"""What an app hands over to be recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class NewEntry:
    """One act on one stream.

    `parameters` are hashed and, where the stream is public, published for good: never names,
    phone numbers or words of people. Those go into `texts`, which can be erased.
    `public` counts when the stream begins; afterwards `ledger.actions.publish` decides.
    """

    stream: str
    kind: str
    actor_id: int | None
    happened_at: datetime
    public: bool
    parameters: Mapping[str, Any] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    version: int = 1
