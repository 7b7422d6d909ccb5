"""No committed file may name the host of a package registry or a folder of one machine."""

import re
from collections.abc import Iterator

from tools.checks.tracked import texts

FORBIDDEN = {
    "a package registry's address": re.compile(
        r"pypi\.org|pythonhosted\.org|registry\.npmjs\.|npmjs\.com|deb\.debian\.org|crates\.io"
    ),
    "a path of one machine": re.compile(
        r"(?<![\w./~-])/(?:root|work/main|work/shared|tmp/dev|tmp/zh|Users/\w+|home/\w+)/"
    ),
}


def problems() -> Iterator[str]:
    for path, text in texts():
        for what, pattern in FORBIDDEN.items():
            for found in pattern.finditer(text):
                line = text.count("\n", 0, found.start()) + 1
                yield f"{path}:{line} names {what}"
