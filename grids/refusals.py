"""Sentences for people whose change broke a constraint of the tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, DataError, IntegrityError, connection, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from acting.refusals import Refused

# Constraints and triggers by name, with the field of the form that each belongs to.
SENTENCES: dict[str, tuple[str, str | Promise]] = {
    "body_kind_never_changes": ("kind", _("What a body is never changes. Lay a new body instead.")),
    "body_never_under_itself": ("parent", _("A body can't stand under itself.")),
    "body_parent_kind": ("parent", _("A body of this kind can't stand there.")),
    "body_top_is_district": ("parent", _("Only a district stands at the top.")),
    "body_code_plain": ("code", _("A code has letters, digits and “-” only.")),
    "venue_code_plain": ("code", _("A code has letters, digits and “-” only.")),
    "category_code_once": ("code", _("There is a category with this code already.")),
    "body_general_office_in_street": ("general_office", _("A general office belongs to a street.")),
    "body_general_office_is_department": (
        "general_office",
        _("A general office is a department."),
    ),
    "body_one_general_office": (
        "general_office",
        _("This street already has a general office. Take the mark off that one first."),
    ),
    "body_prefix_unique": ("prefix", _("Another community already uses this prefix.")),
    "body_community_has_prefix": (
        "prefix",
        _("A community, and nothing else, has a prefix of 2 to 6 capital letters."),
    ),
    "body_grid_with_buildings_stays": (
        "parent",
        _("This grid has buildings; move them to another grid before the grid moves."),
    ),
    "street_has_general_office": (
        "active",
        _("Every street has a general office before it may open."),
    ),
    "estate_community_kind": ("community", _("An estate belongs to a community.")),
    "building_grid_kind": ("grid", _("A building stands in a grid.")),
    "building_in_one_community": (
        "grid",
        _("The grid and the estate belong to different communities."),
    ),
    "building_kind_known": ("kind", _("A place of this kind is not known.")),
    "building_in_estate": (
        "estate",
        _("A building stands in an estate; only other places may stand outside."),
    ),
    "place_name_unique": (
        "number",
        _("This grid already has a place of that name outside its estates."),
    ),
    "building_lived_in": (
        "kind",
        _("People live there, so it stays a building. Lay the other place beside it."),
    ),
    "residence_in_building": ("building", _("People live in buildings, not in other places.")),
    "venue_grid_kind": ("grid", _("A venue stands in a grid.")),
    "competence_department_kind": ("department", _("Only a department answers for categories.")),
    "posting_role_at_kind": ("role", _("This role can't be given at a body of this kind.")),
    "posting_ends_after_start": ("ends_on", _("The last day can't be before the first.")),
    "posting_once": ("starts_on", _("This person already has this role from that day.")),
    "estate_name_unique": ("name", _("This community already has an estate of that name.")),
    "building_number_unique": ("number", _("This estate already has a building of that number.")),
}
OTHERWISE = _("This does not fit what is already there.")

# What a value does that the tables can't hold, alone or beside what is there.
BROKEN = (IntegrityError, DataError)


@contextmanager
def in_words() -> Iterator[None]:
    """A transaction that turns a broken constraint, deferred ones included, into Refused."""
    try:
        with transaction.atomic():
            yield
            connection.check_constraints()
    except BROKEN as error:
        raise refusal_of(error) from error


def refusal_of(error: DatabaseError) -> Refused:
    diagnosis = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None) or ""
    field, sentence = SENTENCES.get(name, ("", OTHERWISE))
    return Refused(sentence, field=field)
