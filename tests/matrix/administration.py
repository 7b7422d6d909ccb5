"""The rows of the administration: six pages for each kind of thing, by rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.utils import timezone

from clocks.models import CalendarRevision, Schedule
from grids.enums import PublicTextKind
from grids.models import Competence, Posting, PublicText
from notifications.models import Delivery
from tests.matrix.councils import a_council, a_notice_rule, a_seat
from tests.matrix.stage import Stage
from tests.matrix.table import Row, all_get, but, nothing
from tests.matrix.who import ADMINISTRATORS, VISITOR, Answers

Find = Callable[[Stage], Model]
UNKNOWN = "00000000-0000-4000-8000-000000000000"
OFFICES = ("administrator", "district_administrator")
DISTRICTS = ("district_administrator", "far_administrator")


def admins(then: int, who: tuple[str, ...] = ADMINISTRATORS, others: int = 0) -> Answers:
    """Visitors sign in, people without such a posting get 403, other administrators `others`."""
    outside = but(but(all_get(403), ADMINISTRATORS, others or then), [VISITOR], 302)
    return but(outside, who, then)


def anything(kind: type[Model]) -> Find:
    return lambda _stage: kind._default_manager.order_by("pk")[0]


def schedule(_stage: Stage) -> Model:
    return Schedule.objects.create(name="早班", periods="08:00-12:00")


def revision(_stage: Stage) -> Model:
    return CalendarRevision.objects.create(created_at=timezone.now(), note="国办发明电")


def public_text(stage: Stage) -> Model:
    return PublicText.objects.create(
        community=stage.world.community, kind=PublicTextKind.PRIVACY, text_zh="我们只留这些"
    )


# What stands in a street, and whoever looks after another place finds nothing there.
PLACES: dict[str, Find] = {
    "grids_body": lambda stage: stage.world.grid,
    "grids_competence": lambda stage: Competence.objects.get(department=stage.world.housing),
    "grids_estate": lambda stage: stage.world.estate,
    "grids_building": lambda stage: stage.world.building,
    "grids_venue": lambda stage: stage.world.venue,
    "grids_publictext": public_text,
    "council_council": a_council,
    "council_seat": a_seat,
    "council_noticerule": a_notice_rule,
    "grids_posting": lambda stage: Posting.objects.get(user=stage.world.clerk),
}
# What counts everywhere: every administrator looks, those of a district change.
SHARED: dict[str, Find] = {
    "grids_category": lambda stage: stage.world.categories["sewers"],
    "clocks_schedule": schedule,
    "clocks_calendarrevision": revision,
}
# Records that nobody changes or removes by hand.
KEPT = ("clocks_calendarrevision", "notifications_delivery")


def rows_of(kind: str, find: Find) -> list[Row]:
    def at(stage: Stage) -> list[Any]:
        return [find(stage).pk]

    here = kind in PLACES
    # Messages belong to the place of the matter they are about.
    theirs = here or kind == "notifications_delivery"
    looks = admins(200, OFFICES, others=302) if theirs else admins(200)
    adds = admins(200, ADMINISTRATORS if here else DISTRICTS, others=200 if here else 403)
    deletes = looks if here else admins(200, DISTRICTS, others=403)
    changes = looks if here else deletes
    if kind == "grids_posting":
        # A correction asks for nothing, so an empty one is done at once.
        changes = admins(302)
    if kind in KEPT:
        deletes = changes = admins(403)
    if kind == "notifications_delivery":
        adds = admins(403)
    return [
        Row(f"admin:{kind}_changelist", "", nothing, admins(200), {}),
        Row(f"admin:{kind}_add", "", nothing, adds, adds),
        Row(f"admin:{kind}_change", "", at, looks, changes),
        Row(f"admin:{kind}_history", "", at, looks, {}),
        Row(f"admin:{kind}_delete", "", at, deletes, deletes),
    ]


THINGS = {**PLACES, **SHARED, "notifications_delivery": anything(Delivery)}
ADMINISTRATION = [
    *(line for kind, find in THINGS.items() for line in rows_of(kind, find)),
    Row(
        "admin:grids_posting_devices",
        "",
        lambda stage: [Posting.objects.get(user=stage.world.clerk).pk],
        admins(200, OFFICES, others=404),
        admins(302, OFFICES, others=404),
    ),
    Row("admin:index", "", nothing, admins(200), {}),
    Row("admin:app_list", "grids", lambda _: ["grids"], admins(200), {}),
    Row("admin:import", "", nothing, admins(200), admins(422)),
    Row("admin:import_template", "bodies", lambda _: ["bodies"], admins(200), admins(405)),
    Row("admin:import_template", "unknown", lambda _: ["people"], admins(404), admins(405)),
    # A preview is its maker's alone and soon forgotten: all others begin anew.
    Row("admin:import_preview", "unknown", lambda _: [UNKNOWN], admins(302), admins(302)),
    # Nobody signs in here.
    Row("admin:login", "", nothing, all_get(302), all_get(302)),
    Row("admin:jsi18n", "", nothing, admins(200), {}),
    # Completes fields of the administration's own forms; it has none that ask for it.
    Row("admin:autocomplete", "", nothing, admins(403), admins(405)),
    Row("admin:view_on_site", "nothing", lambda _: [0, 0], admins(404), {}),
]
# Django's own doors without a name; they lead nowhere new.
UNNAMED = ("admin:(<path:object_id>/)", "admin:((?P<url>.*)$)", "admin:logout")
