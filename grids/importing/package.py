"""A workbook is a zip archive: what it is, and how large it would become, before it is opened."""

from __future__ import annotations

import io
import re
import zipfile

from django.utils.translation import gettext_lazy as _

from grids.importing.problems import Unreadable

MOST_PARTS = 1_000
# 20,000 lines of ten columns take a third of it.
MOST_UNPACKED = 40 * 1024 * 1024
# Elements, of which 40 MB hold ten million: each costs some microseconds, whatever it says. The
# longest table that is imported has half of it; of styles even an old workbook has a third.
MOST_TAGS_OF_TABLES = 2_500_000
MOST_OTHER_TAGS = 150_000
# What the root of a part says that holds cells or their words.
TABLE = re.compile(rb"<(?:\w+:)?(?:worksheet|sst)\b")
NEVER_A_TABLE = ("styles.xml", "workbook.xml")
BLOCK = 1024 * 1024
ENCRYPTED = 0x1

BROKEN = _(
    "This workbook can't be read. Open it in Excel, save it anew as “.xlsx”, and send that file."
)
TOO_LARGE = _("Unpacked, this workbook is too large. Copy the table into a new one, and send that.")
MACROS = _("This workbook holds macros. Save it as “.xlsx”, which has none, and send that file.")
OTHER_KIND = _(
    "This is no “.xlsx”. In Excel or WPS choose “Save as” → “.xlsx”, and send that file."
)
LOCKED = _("This workbook has a password. Save it without one, and send it again.")


def check_package(raw: bytes) -> None:
    """Raises Unreadable for what is no workbook, or would take too much room.

    A part never yields more than the size that the archive states for it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Unreadable(BROKEN) from error
    names = {part.filename for part in parts}
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Unreadable(TOO_LARGE)
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise Unreadable(LOCKED)
    if any(name.endswith("vbaProject.bin") for name in names):
        raise Unreadable(MACROS)
    if "[Content_Types].xml" not in names or any(name.endswith("workbook.bin") for name in names):
        raise Unreadable(OTHER_KIND)
    _refuse_many_tags(raw)


def _refuse_many_tags(raw: bytes) -> None:
    """Counted as bytes, before anything is made of them."""
    tables, others = MOST_TAGS_OF_TABLES, MOST_OTHER_TAGS
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for part in archive.infolist():
                count, is_table = _tags(archive, part)
                tables -= count if is_table else 0
                others -= 0 if is_table else count
                if min(tables, others) < 0:
                    raise Unreadable(TOO_LARGE)
    except Unreadable:
        raise
    # A broken part is answered with whatever its method of packing knows.
    except Exception as error:
        raise Unreadable(BROKEN) from error


def _tags(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> tuple[int, bool]:
    """How many, and whether it is a table. Pictures and the like have none."""
    if not part.filename.endswith((".xml", ".rels")):
        return 0, False
    with archive.open(part) as opened:
        block = opened.read(BLOCK)
        is_table = TABLE.search(block[:4_096]) and not part.filename.endswith(NEVER_A_TABLE)
        count = 0
        while block:
            count += block.count(b"<")
            block = opened.read(BLOCK)
    return count, bool(is_table)
