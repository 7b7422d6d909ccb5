"""The head of a desk and the tabs of its queue."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desks.rules import kind_of_desk
from desks.sections import DeskPlan, DeskSection
from grids.enums import Role
from grids.models import Body
from grids.standing import Standing

NAMES: dict[str, str | Promise] = {
    "grid": _("Desk of the grid"),
    "community": _("Desk of the community"),
    "street": _("Desk of the street"),
    "department": _("Desk of the department"),
}


def desk_path(body: Body) -> str:
    return reverse(f"desks:{kind_of_desk(body)}", args=[body.code])


def address(
    body: Body,
    section: DeskSection,
    *,
    page: int = 1,
    case: str = "",
    words: str = "",
    part: str = "",
    several: bool = False,
) -> str:
    asked: dict[str, str | int] = {"words": words} if words else {"section": section.code}
    if part:
        asked["part"] = part
    if several:
        asked["several"] = 1
    if page > 1:
        asked["page"] = page
    if case:
        asked["case"] = case
    return f"{desk_path(body)}?{urlencode(asked)}"


def head_of(body: Body, standing: Standing, counted: dict[str, int]) -> dict[str, Any]:
    return {
        "name": body.display_name,
        "desk": NAMES[kind_of_desk(body)],
        "role": role_at(body, standing),
        "several": len({post.body_id for post in standing.posts}) > 1,
    }


def role_at(body: Body, standing: Standing) -> str:
    """The role in which the person uses this desk: at the body itself, otherwise above it."""
    posts = sorted(standing.posts, key=lambda post: post.body_id != body.pk)
    over = [post for post in posts if body.path.startswith(post.path)]
    return str(Role(over[0].role).label) if over else ""


def tabs_of(
    plan: DeskPlan, body: Body, section: DeskSection, counted: dict[str, int]
) -> list[dict[str, Any]]:
    return [
        {
            "url": address(body, one),
            "label": one.label,
            "current": one is section,
            "count": counted[one.code],
            "loud": one.code in {"urgent", "late", "stuck", "unreached"} and counted[one.code] > 0,
        }
        for one in plan.sections
        if counted[one.code] or not one.quiet
    ]
