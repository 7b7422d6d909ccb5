"""Words of a notice, made from kind, version and parameters when it is sent or read."""

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Rendered:
    title: str
    body: str = ""


Renderer = Callable[[Mapping[str, Any]], Rendered]
# The names of many codes at once, in the active language.
LookUp = Callable[[Collection[str]], Mapping[str, str]]
# Kind, version and parameters, as they are stored.
Stored = tuple[str, int, Mapping[str, Any]]
_renderers: dict[tuple[str, int], Renderer] = {}
_look_ups: dict[str, LookUp] = {}


class UnknownKindError(LookupError):
    """No app has registered a renderer for this kind and version."""


def register(kind: str, version: int, render: Renderer) -> None:
    """Register the renderer of a kind and version; each pair has one, which never changes."""
    known = _renderers.setdefault((kind, version), render)
    if known is not render:
        raise ValueError(f"Notices of kind {kind!r}, version {version}, already have a renderer.")


def register_names(keys: Collection[str], look_up: LookUp) -> None:
    """Parameters named `keys` hold codes; replace them by names ("" if unknown) for renderers."""
    for key in keys:
        if _look_ups.setdefault(key, look_up) is not look_up:
            raise ValueError(f"The names of {key!r} are looked up elsewhere already.")


def render(kind: str, version: int, parameters: Mapping[str, Any]) -> Rendered:
    """The words in the active language. Raises UnknownKindError without a renderer."""
    return _render(kind, version, _named([parameters])[0])


def render_all(stored: Sequence[Stored]) -> list[Rendered]:
    """Like `render`, for many notices, looking up all names at once.

    A notice that can't be put into words gets a plain sentence instead of breaking the page.
    """
    named = _named([parameters for _kind, _version, parameters in stored])
    return [
        _render_or_apologise(kind, version, parameters)
        for (kind, version, _codes), parameters in zip(stored, named, strict=True)
    ]


def _named(many: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Parameters with names in place of codes; one look-up per kind of code that occurs."""
    named = [dict(parameters) for parameters in many]
    for look_up in dict.fromkeys(_look_ups.values()):
        keys = [key for key, known in _look_ups.items() if known is look_up]
        held = [(one, key) for one in named for key in keys if key in one]
        codes = {str(one[key]) for one, key in held if one[key]}
        names = look_up(codes) if codes else {}
        for one, key in held:
            one[key] = names.get(str(one[key]), "")
    return named


def _render(kind: str, version: int, parameters: Mapping[str, Any]) -> Rendered:
    renderer = _renderers.get((kind, version))
    if renderer is None:
        raise UnknownKindError(f"No renderer for notices of kind {kind!r}, version {version}.")
    rendered = renderer(parameters)
    return Rendered(title=str(rendered.title), body=str(rendered.body))


def _render_or_apologise(kind: str, version: int, parameters: Mapping[str, Any]) -> Rendered:
    try:
        return _render(kind, version, parameters)
    except Exception:
        # Parameters stay out of the log: they may name a matter that is private.
        logger.exception("A notice of kind %s, version %s, can't be rendered.", kind, version)
        return Rendered(
            title=_("This notice can't be shown"),
            body=_("We have written the fault down. You can still open what it is about."),
        )
