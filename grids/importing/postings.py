"""Import postings. Person, body, role and first day say which; the rest may change."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from accounts.models import User
from accounts.phones import NotAMobile, mask, normalise
from grids.codes import plain_code, plain_name
from grids.importing import words
from grids.importing.prepared import (
    Fate,
    May,
    PreparedImport,
    WhoseNumber,
    allowed,
    already_on,
    no_number,
    not_yours,
    unknown_body,
)
from grids.importing.table import Row
from grids.models import Body, Posting
from grids.rules import may_give

FIELDS = ["ends_on", "work_phone"]
Held = tuple[str, str, str]


class PostingsImport:
    def __init__(self, rows: list[Row], may: May) -> None:
        self.rows, self.may = rows, may
        self.done = PreparedImport()
        codes = {plain_code(row.values.get("body", "")) for row in rows}
        self.bodies = {body.code: body for body in Body.objects.filter(code__in=codes)}
        phones = {phone for row in rows if (phone := phone_of(row))}
        self.people = {user.phone: user for user in User.objects.filter(phone__in=phones)}
        # As they would stand after the lines so far, by phone, body and role.
        self.held: dict[Held, list[Posting]] = {}
        around = Posting.objects.select_related("user", "body")
        for posting in around.filter(user__in=self.people.values()):
            key = (str(posting.user.phone), posting.body.code, posting.role)
            self.held.setdefault(key, []).append(posting)
        self.seen: dict[tuple[Held, date], int] = {}
        # By phone, the line that named the person first.
        self.named: dict[str, Row] = {}

    def prepare(self) -> PreparedImport:
        placed = [(row, posting) for row in self.rows if (posting := self.check(row)) is not None]
        for row, posting in placed:
            self.check_overlap(row, posting)
        return self.done

    def check(self, row: Row) -> Posting | None:
        wrong = len(self.done.problems)
        phone, body, role = phone_of(row), self.body_of(row), self.role_of(row)
        if phone is None:
            self.done.wrong(
                row.line,
                "phone",
                _("This is no mobile number. It has 11 digits and begins with 1."),
            )
        else:
            self.check_person(row, phone)
        starts_on, ends_on = self.day_of(row, "starts_on"), self.day_of(row, "ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.done.wrong(row.line, "ends_on", _("The last day can't be before the first."))
        if body and role and not may_give(role, kind=body.kind):
            self.done.wrong(
                row.line,
                "role",
                _("“%(body)s” can't give this role.") % {"body": body.display_name},
            )
        if words.to_call(row.values.get("work_phone", "")) is None:
            self.done.wrong(row.line, "work_phone", no_number())
        if len(self.done.problems) == wrong and phone and body and role and starts_on:
            return self.place(row, phone, body, role, starts_on, ends_on)
        return None

    def check_person(self, row: Row, phone: str) -> None:
        """One number is one person. Under another name than it is known by, a person is asked."""
        first = self.named.setdefault(phone, row)
        name = row.values.get("name", "")
        if plain_name(name) != plain_name(first.values.get("name", "")):
            sentence = _("Line %(line)d gives this number another name.") % {"line": first.line}
            self.done.wrong(row.line, "name", sentence)
            return
        user = self.people.get(phone)
        if user is not None and not user.is_active:
            self.done.wrong(row.line, "phone", _("This person's account is closed."))
        elif user is not None and first is row and is_other(user.name, name):
            self.done.questions.append(WhoseNumber(row.line, mask(phone), user.name, name))

    def place(
        self, row: Row, phone: str, body: Body, role: str, starts_on: date, ends_on: date | None
    ) -> Posting | None:
        key = (phone, body.code, role)
        if self.seen.setdefault((key, starts_on), row.line) != row.line:
            self.done.wrong(row.line, "phone", already_on(self.seen[key, starts_on]))
            return None
        held = self.held.setdefault(key, [])
        posting = next((posting for posting in held if posting.starts_on == starts_on), None)
        if posting is None:
            posting = Posting(body=body, role=role, starts_on=starts_on)
            held.append(posting)
        # Columns that the file lacks are left as they are.
        after: dict[str, object] = {}
        if "ends_on" in row.values:
            after["ends_on"] = ends_on
        if "work_phone" in row.values:
            after["work_phone"] = words.to_call(row.values["work_phone"])
        # The person is found or created only when the import is applied.
        posting.__dict__["person"] = (phone, row.values.get("name", ""))
        self.done.sort(posting, line=row.line, after=after)
        return posting

    def check_overlap(self, row: Row, posting: Posting) -> None:
        """Against what stands and what the file brings, each as it would be afterwards."""
        phone = posting.__dict__["person"][0]
        for other in self.held[phone, posting.body.code, posting.role]:
            line = other.__dict__.get("line")
            if other is posting or (line is not None and line > row.line):
                continue
            stands = self.is_as_before(posting) and self.is_as_before(other)
            if not stands and overlap(posting, other):
                self.done.wrong(row.line, "starts_on", _overlaps(other, line))
                return

    def is_as_before(self, posting: Posting) -> bool:
        line = self.done.lines.get(posting.__dict__.get("line", 0))
        return line is None or line.fate == Fate.SAME

    def body_of(self, row: Row) -> Body | None:
        written = row.values.get("body", "")
        body = self.bodies.get(plain_code(written))
        if body is None:
            self.done.wrong(row.line, "body", unknown_body(written))
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
        elif day is not None and not words.is_believable(day):
            self.done.wrong(row.line, key, _("The year can't be meant. Write it as 2026-01-31."))
            return None
        return day


def phone_of(row: Row) -> str | None:
    try:
        return normalise(row.values.get("phone", ""))
    except NotAMobile:
        return None


def is_other(known: str, name: str) -> bool:
    """Whether a person who is known by a name is called another one."""
    return bool(known) and plain_name(known) != plain_name(name)


def overlap(one: Posting, other: Posting) -> bool:
    """Both days count; no last day is until further notice."""
    return (one.ends_on is None or other.starts_on <= one.ends_on) and (
        other.ends_on is None or one.starts_on <= other.ends_on
    )


def _overlaps(other: Posting, line: int | None) -> str:
    if line is not None:
        return _("In these days line %(line)d gives the same role already.") % {"line": line}
    return _("This person already has this role there in these days.")
