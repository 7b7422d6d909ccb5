"""What a page says, line by line, and which signs in it are not those of Chinese."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

# Whatever is not among these begins a line of its own, or stands apart by its style.
IN_LINE: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "em",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "time",
    ]
)
# Drawn by a browser, or words that somebody typed.
UNSAID: Final = frozenset(["code", "pre", "script", "style", "textarea"])
SPOKEN: Final = frozenset(["alt", "aria-label", "placeholder", "title"])
HAN: Final = "\u3400-\u9fff"
ODD: Final = re.compile(
    # A blank beside a sign that has room of its own; a dot, an arrow and a line part on purpose.
    r"[，。：；！？、（《“）》] (?![·›|/])|(?<![·›|/]) [，。：；！？、）》”]"
    # The sign of another script between two characters.
    rf"|[{HAN}”）》] ?[,;:!?](?![/\w])|[,;:!?] ?[{HAN}“（《]|[{HAN}”] ?\(|\( ?[{HAN}]|\) ?[{HAN}]"
)


class _Said(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.spoken: list[str] = []
        self._unsaid = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unsaid += tag in UNSAID
        said = dict(attrs)
        # Buttons and chips stand apart by their style.
        if tag not in IN_LINE or ("class" in said and tag in {"a", "span", "small"}):
            self.text.append("\n")
        self.spoken += [said[name] or "" for name in SPOKEN if name in said]

    def handle_endtag(self, tag: str) -> None:
        self._unsaid -= tag in UNSAID
        if tag not in IN_LINE:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unsaid:
            self.text.append(re.sub(r"\s+", " ", data))


def said_on(page: str) -> list[str]:
    """The lines of a page, and what only a screen reader says."""
    read = _Said()
    read.feed(page)
    lines = [*"".join(read.text).split("\n"), *read.spoken]
    return [line for line in (" ".join(line.split()) for line in lines) if line]


def odd_signs(page: str) -> list[str]:
    return [
        line[max(0, found.start() - 16) : found.end() + 16]
        for line in said_on(page)
        for found in ODD.finditer(line)
    ]
