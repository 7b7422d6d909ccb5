"""Find what is wrong with a catalogue; each problem is a sentence."""

import re
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message

from tools.messages.catalogue import singular, translated

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def problems(catalog: Catalog) -> Iterator[str]:
    for message in catalog:
        if message.id:
            yield from problems_of(message)


def problems_of(message: Message) -> Iterator[str]:
    chinese, source = translated(message), singular(message)
    if not chinese.strip():
        yield f"not translated: {source!r}" + (f" ({message.context})" if message.context else "")
        return
    # Chinese has one form, so it may use placeholders of the plural.
    both = source if isinstance(message.id, str) else "".join(message.id)
    unknown = placeholders(chinese) - placeholders(both)
    missing = placeholders(source) - placeholders(chinese)
    if unknown:
        yield f"unknown placeholder {', '.join(sorted(unknown))}: {source!r}"
    if missing:
        yield f"missing placeholder {', '.join(sorted(missing))}: {source!r}"
    if source.startswith("\n") != chinese.startswith("\n"):
        yield f"line break at the start differs: {source!r}"
    if source.endswith("\n") != chinese.endswith("\n"):
        yield f"line break at the end differs: {source!r}"
