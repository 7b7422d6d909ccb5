"""Chinese on a page in another language says so, for the voice of a screen reader.

People write, and are called, in their own language, and it stands in hundreds of places; so the
page that is sent is gone through once, and none of them is forgotten.
"""

from __future__ import annotations

import re

HAN = re.compile(r"[\u3400-\u9fff]")
# Chinese as it runs on, with the numbers and marks within it: 3号楼, 珠玑路（东段）, 换 30 米管.
RUN = re.compile(
    r"\d*[\u3400-\u9fff]"
    r"(?:[\d\u3000-\u303f\u3400-\u9fff\uff00-\uffef]|(?:[A-Z]| [\d.,]{1,9} )(?=[\u3400-\u9fff]))*"
)
# As a browser reads it: a sign > within a value ends nothing, and what is never closed is closed by
# the end of the page, so that no page is read again and again.
ATTRIBUTES = r"""((?:=\s*+(?:"[^"]*+"|'[^']*+')|[^>])*+)"""
TAG = re.compile(
    rf"<!--(?:-?>|.*?(?:-->|\Z))|<(/?)([a-zA-Z][a-zA-Z0-9-]*+){ATTRIBUTES}(?:>|\Z)", re.DOTALL
)
IN_CHINESE = re.compile(r"\slang=[\"']?zh")
# What stands in them is no text that can be marked; up to their end nothing is a tag.
PLAIN = {
    name: re.compile(rf"</{name}(?![a-zA-Z0-9-])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title")
}
# Of a drawing; what is unknown in it isn't drawn, so nothing is put into them.
DRAWN = frozenset({"text", "tspan", "textpath", "desc"})
# No choice and no word of a drawing has more.
LONGEST = 1_000
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
    while tag := TAG.search(page, end):
        text = page[end : tag.start()]
        said.append(text if within or not HAN.search(text) else _marked(text))
        end = tag.end()
        closing, name, drawn = tag[1], (tag[2] or "").lower(), tag[0]
        if within:
            depth += (-1 if closing else 1) if name == within else 0
            within = within if depth else ""
        elif name and not closing and name not in VOID:
            if IN_CHINESE.search(tag[3]):
                within, depth = name, 1
            elif _is_chinese(page, tag):
                drawn = f"<{tag[2]}{tag[3]}{MARK}>"
                within, depth = name, 1
        said.append(drawn)
        if name in PLAIN and not closing:
            until = PLAIN[name].search(page, end)
            said.append(page[end : until.start() if until else len(page)])
            end = until.start() if until else len(page)
    said.append(page[end:])
    return "".join(said)


def _is_chinese(page: str, tag: re.Match[str]) -> bool:
    """Whether it holds Chinese and can't be marked in parts: a choice, or a word of a drawing."""
    name = tag[2].lower()
    if (name not in DRAWN and name != "option") or tag[3].endswith("/"):
        return False
    start, most = tag.end(), tag.end() + LONGEST
    until = page.find(f"</{tag[2]}" if name in DRAWN else "<", start, most)
    return bool(HAN.search(page, start, until if until >= 0 else most))


def _marked(text: str) -> str:
    """The runs marked; a sentence stays one piece, so that no layout parts it."""
    words = text.strip()
    marked = RUN.sub(lambda run: f"<bdi{MARK}>{run[0]}</bdi>", words)
    if not RUN.fullmatch(words):
        marked = f"<bdi>{marked}</bdi>"
    return text.replace(words, marked, 1)
