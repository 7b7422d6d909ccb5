"""Words of a notice, made from kind, version and parameters when it is sent or read."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Rendered:
    title: str
    body: str = ""


Renderer = Callable[[Mapping[str, Any]], Rendered]
_renderers: dict[tuple[str, int], Renderer] = {}


class UnknownKindError(LookupError):
    """No app has registered a renderer for this kind and version."""


def register(kind: str, version: int, render: Renderer) -> None:
    """Say how notices of `kind` and `version` read; each pair has one renderer for good."""
    known = _renderers.setdefault((kind, version), render)
    if known is not render:
        raise ValueError(f"Notices of kind {kind!r}, version {version}, already have a renderer.")


def render(kind: str, version: int, parameters: Mapping[str, Any]) -> Rendered:
    """The words in the active language; UnknownKindError if nobody knows the kind."""
    renderer = _renderers.get((kind, version))
    if renderer is None:
        raise UnknownKindError(f"No renderer for notices of kind {kind!r}, version {version}.")
    rendered = renderer(parameters)
    return Rendered(title=str(rendered.title), body=str(rendered.body))


def render_or_apologise(kind: str, version: int, parameters: Mapping[str, Any]) -> Rendered:
    """As `render`, but one notice that can't be put into words never costs the reader the page."""
    try:
        return render(kind, version, parameters)
    except Exception:
        # Parameters stay out of the log: they may name a matter that is private.
        logger.exception("A notice of kind %s, version %s, can't be rendered.", kind, version)
        return Rendered(
            title=_("This notice can't be shown"),
            body=_("We have written the fault down. You can still open what it is about."),
        )
