"""Where is written what happens: one log for everything, and one for what bears on security."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

# Files of days that are kept.
KEPT = 180


def logs(level: str, *, security: str) -> dict[str, Any]:
    """For `logging`; `security` is a folder, "" for standard output."""
    to_file = {"()": FileOfTheDay, "folder": security}
    to_output = {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {"format": "{levelname} {name}: {message}", "style": "{"},
            "json": {"()": JsonLine},
        },
        "filters": {"rows_left_out": {"()": "config.log_filter.RowsLeftOut"}},
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": "line",
                "filters": ["rows_left_out"],
            },
            "security": {"formatter": "json"} | (to_file if security else to_output),
        },
        "loggers": {
            "pavilion.security": {"handlers": ["security"], "level": "INFO", "propagate": False}
        },
        "root": {"handlers": ["console"], "level": level},
    }


class JsonLine(logging.Formatter):
    """One object for one line; the moment is UTC."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = getattr(record, "line", {})
        return json.dumps({"at": at, "level": record.levelname, **line}, ensure_ascii=False)


class FileOfTheDay(logging.Handler):
    """A file for each day of UTC, so that no process renames what another writes to.

    A line is appended in one write. Old files go when a new day begins.
    """

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.folder = Path(folder)

    def emit(self, record: logging.LogRecord) -> None:
        try:
            file = self.folder / f"{datetime.fromtimestamp(record.created, UTC):%Y-%m-%d}.jsonl"
            if not file.exists():
                self._begin()
            with file.open("a", encoding="utf-8") as handle:
                handle.write(f"{self.format(record)}\n")
        except Exception:
            self.handleError(record)

    def _begin(self) -> None:
        """Room for the file that is about to be."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for old in sorted(self.folder.glob("*.jsonl"))[: 1 - KEPT]:
            old.unlink(missing_ok=True)
