"""Minutes as a PDF: tagged (PDF/UA-1), its language and title told, the Chinese font within."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import segno
import typst
from django.utils import translation
from django.utils.translation import gettext as _
from noto_cjk_sans_otc import FONT_PATH

from council.paper.document import MinutesDocument
from council.paper.row_headers import with_row_headers
from council.paper.signs import printable

TEMPLATE: Final = Path(__file__).with_name("minutes.typ")
# As PDF and typst name them; Chinese is set in the forms of the mainland.
LANGUAGES: Final[Mapping[str, tuple[str, str | None]]] = {
    "zh-hans": ("zh", "CN"),
    "en": ("en", None),
}


def minutes_pdf(document: MinutesDocument, *, language: str) -> bytes:
    """The same document gives the same bytes; its texts are data and are never read as markup."""
    content: bytes = _typeset(document, language, format="pdf", pdf_standards=["ua-1"], timestamp=0)
    return with_row_headers(content)


def _typeset(document: MinutesDocument, language: str, **how: Any) -> Any:
    """Nothing of the machine's own comes in: its fonts differ from those of the next."""
    return typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=[Path(str(FONT_PATH)).parent],
        ignore_system_fonts=True,
        sys_inputs={"minutes": json.dumps(_fit(_data(document, language)))},
        **how,
    )


def _data(document: MinutesDocument, language: str) -> dict[str, Any]:
    known, region = LANGUAGES[language]
    with translation.override(language):
        words = {
            "page": _("Page {page} of {pages}"),
            "digest": _("SHA-256 of the signed text"),
            "entry": _("Number in the public record"),
            "draft": _("Draft, not signed"),
            "signatures": _("Signatures"),
            "by_hand": _("Signature and date"),
            "scan": _("Scan to read these minutes on the site"),
            "code": _("A code to scan: {address}").format(address=document.address),
        }
    sections = [
        {**asdict(section), "words": section.words.splitlines()} for section in document.sections
    ]
    return {
        **asdict(document),
        "sections": sections,
        "language": {"code": known, "region": region},
        "words": words,
        "code": _code(document.address),
    }


def _fit(value: Any) -> Any:
    """Every text in it as the font can show it."""
    match value:
        case str():
            return printable(value)
        case dict():
            return {name: _fit(one) for name, one in value.items()}
        case list() | tuple():
            return [_fit(one) for one in value]
        case _:
            return value


def _code(address: str) -> str:
    drawing = BytesIO()
    segno.make(address, error="m", micro=False).save(drawing, kind="svg", border=0, scale=4)
    return drawing.getvalue().decode()
