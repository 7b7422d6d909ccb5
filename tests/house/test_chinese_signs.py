"""Chinese brings its own signs: no half-width ones between characters, no blanks beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.matrix.signs import HAN
from tools.messages.catalogue import translations
from tools.messages.sources import ROOT

SAID = translations()
FULL = "，。：；！？、）》”"
VALUE = r"%\(\w+\)[sd]|\{\w*\}"
WRONG = re.compile(
    rf"[，。：；！？、（《）》] (?!·)|(?<!·) [，。：；！？、）》]|[{HAN}”）》] ?[,;:!?](?![/\w])"
    rf"|[,;:!?] ?[{HAN}“（《]|[{HAN}”] ?\(|\) ?[{HAN}]|(?:{VALUE})[,;:!?(] ?(?={VALUE}|[{HAN}“])"
)
STRING = re.compile(
    r'\{% translate "(?P<words>[^"]*)"(?: context "(?P<context>[^"]*)")? %\}'
    r"|\{% blocktranslate(?P<how>[^%]*)%\}(?P<body>.*?)\{% endblocktranslate %\}",
    re.DOTALL,
)
# What may stand between a string and what follows it on the same line of a page.
THROUGH = (
    r"(?:\{% (?:if|elif|else|endif|endfor)\b[^%]*%\}|</?(?:a|b|em|small|span|strong)\b[^>]*>)*"
)
# What begins a line of its own, or stands apart by its style or by a sign.
APART = (
    r"</?(?:button|details|div|dd|dl|dt|fieldset|footer|form|h\d|header|input|label|legend|li|main"
    r"|nav|ol|option|p|pre|section|select|summary|table|td|th|tr|ul|i)\b"
    r'|<a class="button|\{% (?:end|block|partialdef|include)|·|</span> <span'
)
BLANK = re.compile(rf"{THROUGH}\s+(?!{APART})\S")
# After a value or a tag, and before the next one.
HALF_WIDTH = re.compile(r"(?<=[}>])(?:[:;,] ?| \()(?=\{[{%]|<)")
# These are drawn in no language, or in English.
NOT_READ = re.compile(
    r"<svg.*?</svg>|<script.*?</script>|content='[^']*'"
    r"|\{% blocktranslate.*?%\}.*?endblocktranslate %\}",
    re.DOTALL,
)


def test_the_catalogue_has_the_signs_of_chinese() -> None:
    found = [f"{key[1]!r}: {words}" for key, words in SAID.items() if WRONG.search(words)]
    assert not found, "\n".join(found)


def test_no_blank_follows_a_sign_that_brings_its_own_room() -> None:
    """A template writes `{% gap %}` there, which is nothing in Chinese."""
    found = [line for path in templates() for line in blanks(path.read_text(encoding="utf-8"))]
    assert not found, "\n".join(found)


def test_no_template_writes_a_sign_that_no_catalogue_knows() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {read[max(0, sign.start() - 30) : sign.end() + 30]}"
        for path in templates()
        for read in [NOT_READ.sub("", path.read_text(encoding="utf-8"))]
        for sign in HALF_WIDTH.finditer(read)
    ]
    assert not found, "\n".join(found)


def test_sentences_are_put_one_after_the_other_as_the_language_does() -> None:
    joined = [
        str(path.relative_to(ROOT))
        for path in templates()
        if re.search(r'\|join:" "|\{% else %\} \{% endif %\}', path.read_text(encoding="utf-8"))
    ]
    assert not joined, joined


def templates() -> list[Path]:
    return sorted((ROOT / "templates").rglob("*.html"))


def blanks(text: str) -> Iterator[str]:
    for found in STRING.finditer(text):
        chinese = SAID.get((found["context"], source(found)), "")
        if chinese.endswith(tuple(FULL)) and BLANK.match(text, found.end()):
            yield f"{chinese} → {text[found.end() : found.end() + 50]!r}"


def source(found: re.Match[str]) -> str:
    if found["words"] is not None:
        return found["words"]
    body = re.sub(r"\{\{ (\w+) \}\}", r"%(\1)s", found["body"].split("{% plural %}")[0])
    return " ".join(body.split()) if "trimmed" in found["how"] else body
