"""Each installed package has a licence that we may use; offline, by what it says of itself.

Metadata are believed in this order: an SPDX expression, classifiers, a short word in `License`.
Whoever adds a package whose licence is not listed reads it, and then either adds the licence here
or leaves the package out (decision 0085).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email.message import Message
from importlib.metadata import distributions
from typing import Final

# All that they ask is that their text travels along.
PERMISSIVE: Final = {
    *("MIT", "MIT-0", "MIT-CMU", "MIT License", "The MIT License (MIT)"),
    *("BSD", "BSD-2-Clause", "BSD-3-Clause", "BSD License", "ISC", "0BSD"),
    *("Apache-2.0", "Apache Software License", "DFSG approved"),
    *("PSF-2.0", "PSFL", "Python Software Foundation License", "CNRI-Python"),
}
# Changes to the package itself must be given on; we change none, and import it unchanged.
OF_THE_PACKAGE: Final = {
    *("LGPL-3.0-only", "MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)"),
    *("OFL-1.1", "SIL Open Font License 1.1 (OFL-1.1)"),
}
ACCEPTED: Final = PERMISSIVE | OF_THE_PACKAGE
# Read by a person, since metadata say nothing or too much.
READ: Final = {
    "axe-playwright-python": "its LICENSE file is MIT's; tests only",
    "qrcode": "BSD; “other” is a sentence on a trademark",
    "text-unidecode": "taken under the Artistic License; tests only",
}


def problems() -> Iterator[str]:
    for one in distributions():
        yield from problems_of(one.metadata)  # type: ignore[arg-type]


def problems_of(metadata: Message) -> Iterator[str]:
    name = str(metadata["Name"])
    if name.lower() in READ:
        return
    said = licences_of(metadata)
    if not said:
        yield f"{name} says no licence: read it, then tools/checks/licences.py"
    for licence in sorted(said - ACCEPTED):
        yield f"{name} has the licence {licence!r}, which is not listed in tools/checks/licences.py"


def licences_of(metadata: Message) -> set[str]:
    """Of alternatives those that are accepted, if any is."""
    expression = metadata.get("License-Expression")
    if expression:
        return narrowed(str(expression))
    classifiers = [str(one) for one in metadata.get_all("Classifier", [])]
    found = {one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License :: ")}
    found.discard("OSI Approved")
    word = str(metadata.get("License") or "").strip()
    return found or (narrowed(word) if word and "\n" not in word else set())


def narrowed(expression: str) -> set[str]:
    ways = [named(way.split(" AND ")) for way in expression.split(" OR ")]
    return next((way for way in ways if way <= ACCEPTED), ways[0])


def named(parts: Iterable[str]) -> set[str]:
    return {re.sub(r"[()]", "", part).strip() for part in parts}
