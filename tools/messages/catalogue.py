"""The catalogue as bytes, the same on every machine: `.po` for people, `.mo` for Django."""

import io
from collections.abc import Mapping
from datetime import UTC, datetime

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.messages.sources import ROOT, Key, Plural

LOCALE = "zh_Hans"
PO = ROOT / "locale" / LOCALE / "LC_MESSAGES" / "django.po"
MO = PO.with_suffix(".mo")
# A date in the header would change each time.
EPOCH = datetime(2026, 11, 1, tzinfo=UTC)

Translations = Mapping[Key, str]


def translations() -> dict[Key, str]:
    """The translations in the `.po`; fuzzy and empty entries count as untranslated."""
    if not PO.exists():
        return {}
    with PO.open("rb") as file:
        catalog = read_po(file, locale=LOCALE)
    return {
        (message.context, singular(message)): translated(message)
        for message in catalog
        if message.id and not message.fuzzy and translated(message)
    }


def singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def translated(message: Message) -> str:
    """The translation; Chinese has one form for every number."""
    return message.string if isinstance(message.string, str) else (message.string or ("",))[0]


def build(strings: Mapping[Key, Plural], known: Translations) -> Catalog:
    catalog = Catalog(
        locale=LOCALE,
        project="Pavilion",
        version="1",
        header_comment="# Chinese of Pavilion (议事亭). `make messages` keeps this file in order.",
        msgid_bugs_address="the issue tracker",
        last_translator="the authors of Pavilion",
        language_team="the authors of Pavilion",
        creation_date=EPOCH,
        revision_date=EPOCH,
        fuzzy=False,
    )
    for (context, text), plural in strings.items():
        chinese = known.get((context, text), "")
        if plural:
            # An empty tuple of forms would be written to the `.mo` as an empty translation.
            catalog.add((text, plural), (chinese,) if chinese else "", context=context)
        else:
            catalog.add(text, chinese, context=context)
    return catalog


def po_bytes(catalog: Catalog) -> bytes:
    out = io.BytesIO()
    write_po(out, catalog, width=100, no_location=True, sort_output=True)
    return out.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()
