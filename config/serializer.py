"""Values of the cache as JSON, where Django's own would be pickled."""

from __future__ import annotations

import json
from typing import Any


class JsonSerializer:
    """Whole numbers stay as they are, so that Valkey can count with them.

    Reading raises ValueError for what is no JSON.
    """

    def dumps(self, value: Any) -> int | bytes:
        return value if type(value) is int else json.dumps(value, separators=(",", ":")).encode()

    def loads(self, stored: bytes) -> Any:
        return json.loads(stored)
