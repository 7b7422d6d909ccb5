"""One log for all parts: each line under the coloured name of who wrote it."""

import os
import sys
import threading
from collections import defaultdict, deque
from collections.abc import Iterable
from typing import TextIO

COLOURS = {"postgres": 34, "valkey": 35, "web": 32, "worker": 33, "beat": 36, "pavilion": 1}
WIDTH = max(map(len, COLOURS))
KEPT = 40


class Output:
    def __init__(self, stream: TextIO = sys.stdout) -> None:
        self.stream = stream
        self.coloured = "NO_COLOR" not in os.environ and (
            stream.isatty() or "FORCE_COLOR" in os.environ
        )
        self.last: dict[str, deque[str]] = defaultdict(lambda: deque(maxlen=KEPT))
        self._lock = threading.Lock()

    def say(self, text: str, *, name: str = "pavilion") -> None:
        label = f"{name:<{WIDTH}}"
        if self.coloured:
            label = f"\x1b[{COLOURS.get(name, 37)}m{label}\x1b[0m"
        with self._lock:
            self.last[name].append(text)
            try:
                self.stream.write(f"{label} | {text}\n")
                self.stream.flush()
            except (BrokenPipeError, ValueError):  # the terminal is gone; the parts go on
                pass

    def follow(self, name: str, lines: Iterable[bytes]) -> threading.Thread:
        """Copy what a process writes until it ends."""
        thread = threading.Thread(target=self._copy, args=(name, lines), daemon=True)
        thread.start()
        return thread

    def _copy(self, name: str, lines: Iterable[bytes]) -> None:
        for line in lines:
            self.say(line.decode(errors="replace").rstrip(), name=name)
