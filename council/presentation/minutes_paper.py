"""Minutes as they are printed: the same sheet for whoever prints it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from clocks.dates import moment_words
from clocks.reading_moment import PAPER
from council.addresses import address_of_minutes
from council.enums.votes import KeyHolder
from council.minutes.masking import HiddenItems, masked
from council.minutes.names import shown
from council.minutes.sections import Section, digest_of
from council.models import Meeting, MinutesName, MinutesVersion, Signature
from council.paper.document import MinutesDocument, SignedBy
from council.paper.typeset import minutes_pdf
from council.queries.minutes import is_signed, sections_of, text_of, versions_of
from council.queries.minutes_hidden import hidden_in
from ledger.queries.timeline import timeline

# The kind of the entry that a signature leaves (`council.casework.signing`).
SIGNED = "council.minutes_signed"


class Names:
    """Puts people in place of their marks: office holders by name, all others by their standing."""

    def __init__(self, rows: Sequence[MinutesName]) -> None:
        self.by_number = {row.number: _called(row) for row in rows}
        self.unknown = _("a former member")

    def shown(self, text: str) -> str:
        return shown(text, self.by_number, unknown=self.unknown)


def _called(row: MinutesName) -> str:
    """The name; the standing of people who are not named; "" for a named one who is erased."""
    return row.name if row.digest else row.standing


def readable_sections(version: MinutesVersion, names: Names, hidden: HiddenItems) -> list[Section]:
    """The sections to show, without empty ones and without the words about hidden matters."""
    return _with_words(masked(_all_readable(version, names), hidden))


def kept_back(version: MinutesVersion, names: Names, hidden: HiddenItems) -> list[Section]:
    """The sections that readers are not shown, or not in full."""
    sections = _all_readable(version, names)
    shown_as = masked(sections, hidden)
    return _with_words([section for section in sections if section not in shown_as])


def _all_readable(version: MinutesVersion, names: Names) -> list[Section]:
    return [section.reworded(names.shown) for section in sections_of(version)]


def _with_words(sections: Sequence[Section]) -> list[Section]:
    return [
        section
        for at, section in enumerate(sections)
        if not section.is_empty or _heads_others(sections, at)
    ]


def _heads_others(sections: Sequence[Section], at: int) -> bool:
    following = sections[at + 1 : at + 2]
    return sections[at].level == 1 and any(section.level > 1 for section in following)


def pdf_of(meeting: Meeting) -> bytes:
    """In the language of the house, as the minutes are."""
    with in_language_of_the_house():
        return minutes_pdf(document_of(meeting), language=settings.LANGUAGE_CODE)


def in_language_of_the_house() -> AbstractContextManager[None]:
    """Minutes are a paper of the house: they are written, signed and shown in its language."""
    return translation.override(settings.LANGUAGE_CODE)


def document_of(meeting: Meeting) -> MinutesDocument:
    """The minutes and the addenda that were signed, all on one paper."""
    versions = versions_of(meeting)
    main = next(one for one in reversed(versions) if one.corrects_id is None)
    rows = list(MinutesName.objects.filter(meeting=meeting).order_by("number"))
    names, hidden = Names(rows), hidden_in(meeting)
    addenda = [one for one in versions if one.corrects_id is not None and is_signed(one)]
    sections = [
        section for one in (main, *addenda) for section in readable_sections(one, names, hidden)
    ]
    signed = is_signed(main)
    return MinutesDocument(
        title=names.shown(meeting.name),
        council=meeting.council.name,
        kind=_("Minutes"),
        version=version_words(main),
        sections=sections,
        signatures=[
            one for version in (main, *addenda) for one in signed_by(version, meeting, names)
        ],
        address=f"{settings.SITE_URL}{address_of_minutes(meeting)}",
        digest=digest_of(text_of(main, rows)) if signed else "",
        entry=receipt_of(meeting, main) if signed else "",
    )


def receipt_of(meeting: Meeting, version: MinutesVersion) -> str:
    """The number in the record of the last signature under this version; empty without one."""
    receipts = [
        entry.receipt
        for entry in timeline(meeting.stream)
        if entry.kind == SIGNED and entry.parameters.get("version") == version.number
    ]
    return receipts[-1] if receipts else ""


def version_words(version: MinutesVersion) -> str:
    words = _("Version {number}, signed") if is_signed(version) else _("Version {number}")
    return words.format(number=version.number)


def signed_by(version: MinutesVersion, meeting: Meeting, names: Names) -> list[SignedBy]:
    """Both lines, whether signed or still empty."""
    found = {one.holder: one for one in version.signatures.all()}
    persons = {KeyHolder.CHAIR: meeting.chair, KeyHolder.RECORDER: meeting.recorder}
    addendum = _("{role}, addendum") if version.corrects_id is not None else "{role}"
    lines = []
    for holder, person in persons.items():
        if person is None:
            continue
        signature, erased = found.get(holder), person.erased_at is not None
        lines.append(
            SignedBy(
                role=addendum.format(role=holder.label),
                name=names.unknown if erased else str(person),
                how=how_words(signature) if signature else "",
            )
        )
    return lines


def how_words(signature: Signature) -> str:
    return _("{when}, {way}").format(
        when=moment_words(signature.at, PAPER), way=signature.get_way_display()
    )
