"""Import categories of matters, known by code, and which department answers for which."""

from __future__ import annotations

import re
from typing import Any, Final

from django.utils.translation import gettext as _

from grids.codes import plain_code, plain_name
from grids.enums import BodyKind
from grids.importing import words
from grids.importing.prepared import (
    SHARED,
    May,
    PreparedImport,
    allowed,
    already_on,
    not_yours,
    unknown_body,
)
from grids.importing.table import Row
from grids.models import Body, Category, Competence

CATEGORY_FIELDS: Final = ["name_zh", "name_en", "said_as", "parent", "private", "position"]
CODE: Final = re.compile(r"[a-z0-9_-]+")


class CategoriesImport:
    """A parent may be anywhere in the same file; the tree has two levels."""

    def __init__(self, rows: list[Row], may: May) -> None:
        self.rows, self.may, self.done = rows, may, PreparedImport()
        self.known = {one.code.lower(): one for one in Category.objects.select_related("parent")}
        self.first: dict[str, Row] = {}
        for row in rows:
            self.first.setdefault(code_in(row), row)

    def prepare(self) -> PreparedImport:
        for row in self.rows:
            self.check(row)
        return self.done

    def check(self, row: Row) -> None:
        wrong, code, before = self.done.wrong, code_in(row), self.known.get(code_in(row))
        if self.first[code] is not row:
            wrong(row.line, "code", already_on(self.first[code].line))
            return
        if not self.may(SHARED):
            wrong(row.line, "code", _("Only an administrator of a district may change categories."))
        elif before is None and not CODE.fullmatch(code):
            wrong(row.line, "code", _("A code has letters, digits and “-” only."))
        position = words.number(row.values.get("position", ""), most=9999)
        if position is None:
            sentence = _("This must be a number from 0 to %(most)d.") % {"most": 9999}
            wrong(row.line, "position", sentence)
        self.check_parent(row)
        private = self.is_private(code)
        if "private" in row.values and words.truth(row.values["private"]) is None:
            wrong(row.line, "private", allowed(words.choices(words.YES_OR_NO)))
        elif before is not None and private and not before.private:
            # What was published under it would have to be hidden, and its residents told.
            sentence = _("Make this private on its own page: what is public in it is hidden then.")
            wrong(row.line, "private", sentence)
        self.sort(row, before, private=private, position=position or 0)

    def above(self, code: str) -> str:
        """The code of the parent after this import; "" at the top."""
        row, before = self.first.get(code), self.known.get(code)
        if row is not None and ("parent" in row.values or before is None):
            return code_in(row, "parent")
        return before.parent.code.lower() if before is not None and before.parent else ""

    def is_private(self, code: str) -> bool:
        row, before = self.first.get(code), self.known.get(code)
        if row is not None and row.values.get("private"):
            return bool(words.truth(row.values["private"]))
        if before is not None and (row is None or "private" not in row.values):
            return before.private
        above = self.above(code)
        return above not in {"", code} and self.is_private_alone(above)

    def is_private_alone(self, code: str) -> bool:
        """Whether a category at the top, which has no parent, is private."""
        row, before = self.first.get(code), self.known.get(code)
        if row is not None and "private" in row.values:
            return bool(words.truth(row.values["private"]))
        return before is not None and before.private

    def check_parent(self, row: Row) -> None:
        code = code_in(row)
        above = self.above(code)
        if not above:
            return
        if above not in self.known and above not in self.first:
            self.done.wrong(row.line, "parent", unknown_category(row.values.get("parent", "")))
        elif above == code or self.above(above) or self.has_children(code):
            self.done.wrong(row.line, "parent", _("Categories have two levels only."))
        elif self.is_private_alone(above) and not self.is_private(code):
            sentence = _("What stands under a private category is private too.")
            self.done.wrong(row.line, "private", sentence)

    def has_children(self, code: str) -> bool:
        return any(self.above(other) == code for other in {*self.known, *self.first} - {code})

    def sort(self, row: Row, before: Category | None, *, private: bool, position: int) -> None:
        """Columns that the file lacks are left as they are."""
        after: dict[str, Any] = {"name_zh": row.values.get("name_zh", ""), "private": private}
        if "name_en" in row.values:
            after["name_en"] = row.values["name_en"]
        if "said_as" in row.values:
            after["said_as"] = row.values["said_as"]
        if "position" in row.values:
            after["position"] = position
        above = self.above(code_in(row))
        if before is not None and "parent" in row.values:
            known = self.known.get(above)
            after["parent_id"] = known.pk if known else None
        category = before or Category(code=code_in(row))
        # A parent that is new in this file has no key before the import is applied.
        category.__dict__["above"] = above
        self.done.sort(category, line=row.line, after=after)


def prepare_competences(rows: list[Row], may: May) -> PreparedImport:
    """A category may be written by its code or its Chinese name. What is known already stays."""
    done, seen = PreparedImport(), dict[tuple[int, int], int]()
    codes = {plain_code(row.values.get("body", "")) for row in rows}
    bodies = {body.code: body for body in Body.objects.filter(code__in=codes)}
    categories = _by_code_or_name()
    said = Competence.objects.filter(department__in=bodies.values())
    known = {(one.department_id, one.category_id): one for one in said}
    for row in rows:
        body = bodies.get(plain_code(row.values.get("body", "")))
        called = row.values.get("category", "")
        category = categories.get(code_in(row, "category")) or categories.get(plain_name(called))
        if sentence := _why_not(row, body, may):
            done.wrong(row.line, "body", sentence)
        if category is None:
            done.wrong(row.line, "category", unknown_category(called))
        if body is None or category is None:
            continue
        pair = (body.pk, category.pk)
        if seen.setdefault(pair, row.line) != row.line:
            done.wrong(row.line, "category", already_on(seen[pair]))
            continue
        new = Competence(department=body, category=category)
        done.sort(known.get(pair, new), line=row.line, after={})
    return done


def _by_code_or_name() -> dict[str, Category]:
    """All categories by code and by name; a name that two categories share is left out."""
    every = list(Category.objects.all())
    names = [plain_name(one.name_zh) for one in every]
    by_name = {name: one for name, one in zip(names, every, strict=True) if names.count(name) == 1}
    return by_name | {one.code.lower(): one for one in every}


def _why_not(row: Row, body: Body | None, may: May) -> str:
    if body is None:
        return unknown_body(row.values.get("body", ""))
    if body.kind != BodyKind.DEPARTMENT:
        return _("Only a department answers for categories.")
    return "" if may(body.path) else not_yours()


def unknown_category(code: str) -> str:
    return _("There is no category “%(code)s”.") % {"code": code}


def code_in(row: Row, key: str = "code") -> str:
    return plain_code(row.values.get(key, "")).lower()
