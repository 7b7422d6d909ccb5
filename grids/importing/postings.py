"""Import postings. Person, body, role and first day say which; the rest may change."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from accounts.models import User
from accounts.phones import NotAMobile, normalise
from grids.importing import words
from grids.importing.prepared import May, Prepared, allowed, already_on, not_yours, unknown_body
from grids.importing.reading import Row
from grids.models import Body, Posting
from grids.rules import may_give

FIELDS = ["ends_on", "work_phone"]


class PostingsImport:
    def __init__(self, rows: list[Row], may: May) -> None:
        self.rows, self.may = rows, may
        self.done = Prepared()
        codes = {row.values.get("body", "") for row in rows}
        self.bodies = {body.code: body for body in Body.objects.filter(code__in=codes)}
        phones = {phone for row in rows if (phone := phone_of(row))}
        self.people = {user.phone: user for user in User.objects.filter(phone__in=phones)}
        self.held: dict[tuple[int, int, str], list[Posting]] = {}
        for posting in Posting.objects.filter(user__in=self.people.values()):
            key = (posting.user_id, posting.body_id, posting.role)
            self.held.setdefault(key, []).append(posting)
        self.seen: dict[tuple[str, str, str, date], int] = {}

    def prepare(self) -> Prepared:
        for row in self.rows:
            self.check(row)
        return self.done

    def check(self, row: Row) -> None:
        wrong = len(self.done.problems)
        phone, body, role = phone_of(row), self.body_of(row), self.role_of(row)
        if phone is None:
            self.done.wrong(
                row.line,
                "phone",
                _("This is no mobile number. It has 11 digits and begins with 1."),
            )
        starts_on, ends_on = self.day_of(row, "starts_on"), self.day_of(row, "ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.done.wrong(row.line, "ends_on", _("The last day can't be before the first."))
        if body and role and not may_give(role, kind=body.kind):
            self.done.wrong(
                row.line,
                "role",
                _("“%(body)s” can't give this role.") % {"body": body.display_name},
            )
        if len(self.done.problems) == wrong and phone and body and role and starts_on:
            self.place(row, phone, body, role, starts_on, ends_on)

    def place(
        self, row: Row, phone: str, body: Body, role: str, starts_on: date, ends_on: date | None
    ) -> None:
        key = (phone, body.code, role, starts_on)
        if self.seen.setdefault(key, row.line) != row.line:
            self.done.wrong(row.line, "phone", already_on(self.seen[key]))
            return
        user = self.people.get(phone)
        if user is not None and not user.is_active:
            self.done.wrong(row.line, "phone", _("This person's account is closed."))
            return
        held = self.held.get((user.pk, body.pk, role), []) if user else []
        before = next((posting for posting in held if posting.starts_on == starts_on), None)
        if before is None and any(overlap(posting, starts_on, ends_on) for posting in held):
            self.done.wrong(
                row.line,
                "starts_on",
                _("This person already has this role there in these days."),
            )
            return
        after: dict[str, object] = {"ends_on": ends_on}
        if "work_phone" in row.values:
            after["work_phone"] = row.values["work_phone"]
        posting = before or Posting(body=body, role=role, starts_on=starts_on)
        # The person is found or created only when the import is applied.
        posting.__dict__["person"] = (phone, row.values.get("name", ""))
        self.done.sort(posting, line=row.line, after=after)

    def body_of(self, row: Row) -> Body | None:
        code = row.values.get("body", "")
        body = self.bodies.get(code)
        if body is None:
            self.done.wrong(row.line, "body", unknown_body(code))
        elif not self.may(body.path):
            self.done.wrong(row.line, "body", not_yours())
        return body

    def role_of(self, row: Row) -> str | None:
        role = words.meaning(words.ROLES, row.values.get("role", ""))
        if role is None:
            self.done.wrong(row.line, "role", allowed(words.choices(words.ROLES)))
        return role

    def day_of(self, row: Row, key: str) -> date | None:
        written = row.values.get(key, "")
        day = words.day(written)
        if day is None and written:
            self.done.wrong(row.line, key, _("Write the day as 2026-01-31."))
        return day


def phone_of(row: Row) -> str | None:
    try:
        return normalise(row.values.get("phone", ""))
    except NotAMobile:
        return None


def overlap(posting: Posting, starts_on: date, ends_on: date | None) -> bool:
    begins_before_end = ends_on is None or posting.starts_on <= ends_on
    return begins_before_end and (posting.ends_on is None or posting.ends_on >= starts_on)
