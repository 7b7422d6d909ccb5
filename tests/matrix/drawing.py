"""Pages that are asked for their status alone are not drawn more often than it takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.template.base import Template


@contextmanager
def undrawn() -> Iterator[None]:
    """Views, permissions and queries run as ever; only what a template would say is left out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "render", lambda *_: "")
        yield


class EachOnce:
    """Draws the first page of each answer, and leaves the others of that answer undrawn.

    Of an answer that is told by several things, the first with each of them.
    """

    def __init__(self) -> None:
        self._drawn: set[object] = set()

    @contextmanager
    def of(self, *answer: object) -> Iterator[None]:
        if not self._drawn.issuperset(answer):
            self._drawn.update(answer)
            yield
            return
        with undrawn():
            yield
