"""Chinese on a page in another language says so, for the voice of a screen reader.

People write, and are called, in their own language, and it stands in hundreds of places; so the
page that is sent is gone through once, and none of them is forgotten.
"""

from __future__ import annotations

import re

HAN = re.compile(r"[\u3400-\u9fff]")
# Chinese as it runs on, with the numbers and marks within it: 3号楼, 珠玑路（东段）.
RUN = re.compile(
    r"\d*[\u3400-\u9fff](?:[\d\u3000-\u303f\u3400-\u9fff\uff00-\uffef]|[A-Z](?=[\u3400-\u9fff]))*"
)
TAG = re.compile(r"<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9-]*)([^>]*)>", re.DOTALL)
IN_CHINESE = re.compile(r"\slang=[\"']?zh")
# What stands in them is no text that can be marked, or isn't drawn.
PLAIN = frozenset({"script", "style", "textarea", "title"})
VOID = frozenset(
    {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
MARK = ' lang="zh-hans"'


def with_tongues(page: str) -> str:
    """`page` with every run of Chinese in an element that names its language."""
    if not HAN.search(page):
        return page
    said: list[str] = []
    within, depth, end = "", 0, 0
    for tag in TAG.finditer(page):
        text = page[end : tag.start()]
        said.append(text if within or not HAN.search(text) else _marked(text))
        end = tag.end()
        closing, name = tag[1], (tag[2] or "").lower()
        if within:
            if name == within:
                depth += -1 if closing else 1
            within = within if depth else ""
        elif name and not closing and name not in VOID:
            if name == "option" and _speaks_chinese(page, end) and not IN_CHINESE.search(tag[3]):
                said.append(f"<{tag[2]}{tag[3]}{MARK}>")
                within, depth = name, 1
                continue
            if name in PLAIN or IN_CHINESE.search(tag[3]):
                within, depth = name, 1
        said.append(tag[0])
    said.append(page[end:])
    return "".join(said)


def _speaks_chinese(page: str, start: int) -> bool:
    """Whether what stands up to the next tag is Chinese; a choice can't be marked in parts."""
    return bool(HAN.search(page[start : page.find("<", start)]))


def _marked(text: str) -> str:
    """The runs marked; a sentence stays one piece, so that no layout parts it."""
    words = text.strip()
    marked = RUN.sub(lambda run: f"<bdi{MARK}>{run[0]}</bdi>", words)
    if not RUN.fullmatch(words):
        marked = f"<bdi>{marked}</bdi>"
    return text.replace(words, marked, 1)
