"""Import bodies, known by code. A parent may be anywhere in the same file."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from grids.codes import CODE, plain_code
from grids.enums import PARENTS, BodyKind
from grids.importing import words
from grids.importing.bodies_together import check_together
from grids.importing.prepared import (
    May,
    PreparedImport,
    allowed,
    already_on,
    no_number,
    not_yours,
    unknown_body,
)
from grids.importing.table import Row
from grids.models import Body

FIELDS = ["name", "short_name", "name_en", "prefix", "general_office", "phone"]
ALONG = ["short_name", "name_en"]


class BodiesImport:
    """Checks every line against the file and the database, without writing."""

    def __init__(self, rows: list[Row], may: May) -> None:
        self.rows, self.may = rows, may
        self.done = PreparedImport()
        self.first: dict[str, Row] = {}
        for row in rows:
            self.first.setdefault(code_in(row), row)
        codes = {code_in(row, key) for row in rows for key in ("code", "parent")}
        bodies = Body.objects.filter(code__in=codes).select_related("parent")
        self.known = {body.code: body for body in bodies}
        # An existing body keeps its kind, whatever the file says.
        self.kinds = {code: kind for code, row in self.first.items() if (kind := self.kind(row))}
        self.kinds |= {code: body.kind for code, body in self.known.items()}

    def prepare(self) -> PreparedImport:
        for row in self.rows:
            self.check(row)
        check_together(self.done, self.first)
        return self.done

    def kind(self, row: Row) -> str | None:
        return words.meaning(words.KINDS, row.values.get("kind", ""))

    def check(self, row: Row) -> None:
        wrong, code = self.done.wrong, code_in(row)
        if self.first[code] is not row:
            wrong(row.line, "code", already_on(self.first[code].line))
            return
        kind, before = self.kind(row), self.known.get(code)
        if before is None and not is_code(row.values.get("code", "")):
            wrong(row.line, "code", _("A code has letters, digits and “-” only."))
        if kind is None:
            wrong(row.line, "kind", allowed(words.choices(words.KINDS)))
            return
        if before is not None and before.kind != kind:
            wrong(row.line, "kind", _("What a body is never changes. Lay a new body instead."))
            return
        office = self.office(row, before)
        if office is None:
            wrong(row.line, "general_office", allowed(words.choices(words.YES_OR_NO)))
        if words.to_call(row.values.get("phone", "")) is None:
            wrong(row.line, "phone", no_number())
        self.check_parent(row, kind, before, office=bool(office))
        self.sort(row, kind, before, office=bool(office))

    def office(self, row: Row, before: Body | None) -> bool | None:
        if "general_office" in row.values:
            return words.truth(row.values["general_office"])
        return before is not None and before.general_office

    def above(self, row: Row, before: Body | None) -> str:
        """The code of the parent, as before where the file has no such column."""
        if "parent" in row.values or before is None:
            return code_in(row, "parent")
        return before.parent.code if before.parent else ""

    def check_parent(self, row: Row, kind: str, before: Body | None, *, office: bool) -> None:
        wrong, above = self.done.wrong, self.above(row, before)
        if before is not None and "parent" not in row.values:
            above_kind: str | None = before.parent.kind if before.parent else ""
        else:
            above_kind = self.kinds.get(above) if above else ""
        if above_kind is None:
            wrong(row.line, "parent", unknown_body(above))
        elif not above and above_kind not in PARENTS[kind]:
            wrong(row.line, "parent", _("Write the code of the body that it stands under."))
        elif above_kind not in PARENTS[kind]:
            wrong(row.line, "parent", _("A body of this kind can't stand there."))
        elif office and (kind, above_kind) != (BodyKind.DEPARTMENT, BodyKind.STREET):
            wrong(row.line, "general_office", _("A general office belongs to a street."))
        elif not self.within(row, before):
            wrong(row.line, "parent", not_yours())

    def within(self, row: Row, before: Body | None) -> bool:
        """True if the importer administers both its place now and its place afterwards."""
        if before is not None and not self.may(before.path):
            return False
        if before is not None and "parent" not in row.values:
            return True
        above = code_in(row, "parent")
        seen: set[str] = set()
        while above and above not in self.known and above not in seen:
            seen.add(above)
            above = code_in(self.first[above], "parent") if above in self.first else ""
        return self.may(self.known[above].path if above in self.known else "")

    def sort(self, row: Row, kind: str, before: Body | None, *, office: bool) -> None:
        """Columns that the file lacks are left as they are."""
        values, above = row.values, self.above(row, before)
        after: dict[str, Any] = {"name": values.get("name", "")}
        after |= {key: values[key] for key in ALONG if key in values}
        if "phone" in values:
            after["phone"] = words.to_call(values["phone"])
        if kind == BodyKind.COMMUNITY and ("prefix" in values or before is None):
            after["prefix"] = code_in(row, "prefix")
        if "general_office" in values:
            after["general_office"] = office
        body = before or Body(code=code_in(row), kind=kind)
        if before is not None and "parent" in values:
            known = self.known.get(above)
            after["parent_id"] = known.pk if known else None
        # A parent that is new in this file has no id before the import is applied.
        body.__dict__["above"] = above
        self.done.sort(body, line=row.line, after=after)


def code_in(row: Row, key: str = "code") -> str:
    return plain_code(row.values.get(key, ""))


def is_code(written: str) -> bool:
    """Blanks around it and the width of its letters don't matter; a blank within does."""
    return len(written.split()) == 1 and CODE.fullmatch(plain_code(written)) is not None
