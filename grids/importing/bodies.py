"""Import bodies, known by code. A parent may be anywhere in the same file."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext as _

from grids.enums import PARENTS, BodyKind
from grids.importing import words
from grids.importing.prepared import May, Prepared, allowed, already_on, not_yours, unknown_body
from grids.importing.reading import Row
from grids.models import Body

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
PREFIX = re.compile(r"[A-Z]{2,6}")
FIELDS = ["name", "short_name", "name_en", "prefix", "general_office", "phone"]
ALONG = ["short_name", "name_en", "phone"]


class BodiesImport:
    """Checks every line against the file and the database, without writing."""

    def __init__(self, rows: list[Row], may: May) -> None:
        self.rows, self.may = rows, may
        self.done = Prepared()
        self.first: dict[str, Row] = {}
        for row in rows:
            self.first.setdefault(row.values.get("code", ""), row)
        codes = {row.values.get(key, "") for row in rows for key in ("code", "parent")}
        self.known = {body.code: body for body in Body.objects.filter(code__in=codes)}
        # An existing body keeps its kind, whatever the file says.
        self.kinds = {code: kind for code, row in self.first.items() if (kind := self.kind(row))}
        self.kinds |= {code: body.kind for code, body in self.known.items()}

    def prepare(self) -> Prepared:
        for row in self.rows:
            self.check(row)
        self.check_offices()
        self.check_prefixes()
        return self.done

    def kind(self, row: Row) -> str | None:
        return words.meaning(words.KINDS, row.values.get("kind", ""))

    def check(self, row: Row) -> None:
        values, wrong = row.values, self.done.wrong
        code = values.get("code", "")
        if self.first[code] is not row:
            wrong(row.line, "code", already_on(self.first[code].line))
            return
        if not CODE.fullmatch(code):
            wrong(row.line, "code", _("A code has letters, digits and “-” only."))
        kind, before = self.kind(row), self.known.get(code)
        if kind is None:
            wrong(row.line, "kind", allowed(words.choices(words.KINDS)))
            return
        if before is not None and before.kind != kind:
            wrong(row.line, "kind", _("What a body is never changes. Lay a new body instead."))
            return
        office = words.truth(values.get("general_office", ""))
        if office is None:
            wrong(row.line, "general_office", allowed("是、否"))
        self.check_parent(row, kind, office=bool(office))
        self.sort(row, kind, before, office=bool(office))

    def check_parent(self, row: Row, kind: str, *, office: bool) -> None:
        wrong, above = self.done.wrong, row.values.get("parent", "")
        above_kind = self.kinds.get(above) if above else ""
        if above_kind is None:
            wrong(row.line, "parent", unknown_body(above))
        elif not above and above_kind not in PARENTS[kind]:
            wrong(row.line, "parent", _("Write the code of the body that it stands under."))
        elif above_kind not in PARENTS[kind]:
            wrong(row.line, "parent", _("A body of this kind can't stand there."))
        elif office and (kind, above_kind) != (BodyKind.DEPARTMENT, BodyKind.STREET):
            wrong(row.line, "general_office", _("A general office belongs to a street."))
        elif not self.within(row):
            wrong(row.line, "parent", not_yours())

    def within(self, row: Row) -> bool:
        """True if the importer administers both its place now and its place afterwards."""
        before = self.known.get(row.values["code"])
        if before is not None and not self.may(before.path):
            return False
        above = row.values.get("parent", "")
        seen: set[str] = set()
        while above and above not in self.known and above not in seen:
            seen.add(above)
            above = self.first[above].values.get("parent", "") if above in self.first else ""
        return self.may(self.known[above].path if above in self.known else "")

    def sort(self, row: Row, kind: str, before: Body | None, *, office: bool) -> None:
        """Columns that the file lacks are left as they are."""
        values = row.values
        after: dict[str, Any] = {"name": values.get("name", "")}
        after |= {key: values[key] for key in ALONG if key in values}
        if kind == BodyKind.COMMUNITY and ("prefix" in values or before is None):
            after["prefix"] = values.get("prefix", "").upper()
        if "general_office" in values:
            after["general_office"] = office
        code = values["code"]
        body = before or Body(code=code, kind=kind)
        above = self.known.get(values.get("parent", ""))
        if before is not None:
            after["parent_id"] = above.pk if above else None
        # A parent that is new in this file has no id before the import is applied.
        body.__dict__["above"] = values.get("parent", "")
        self.done.sort(body, line=row.line, after=after)

    def check_offices(self) -> None:
        """A new street needs its general office in the same file."""
        offices = {
            row.values.get("parent", "")
            for row in self.rows
            if words.truth(row.values.get("general_office", ""))
        }
        for body in self.done.new:
            code = body.code  # type: ignore[attr-defined]
            if body.kind == BodyKind.STREET and code not in offices:  # type: ignore[attr-defined]
                self.done.wrong(
                    self.first[code].line,
                    "general_office",
                    _(
                        "Every street has a general office before it may open. Add it as a"
                        " department under this street, with “是” in this column."
                    ),
                )

    def check_prefixes(self) -> None:
        taken = dict(Body.objects.exclude(prefix="").values_list("prefix", "code"))
        for body in [*self.done.new, *self.done.changed]:
            if not isinstance(body, Body) or body.kind != BodyKind.COMMUNITY:
                continue
            line = self.first[body.code].line
            if not PREFIX.fullmatch(body.prefix):
                self.done.wrong(
                    line, "prefix", _("A community needs a prefix of 2 to 6 capital letters.")
                )
            elif taken.setdefault(body.prefix, body.code) != body.code:
                self.done.wrong(line, "prefix", _("Another community already uses this prefix."))
