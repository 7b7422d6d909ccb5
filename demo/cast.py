"""Whom one can sign in as in the demo. All people and numbers are invented.

The actions of the product make the demo data with them; `/demo/` lets anybody sign in as them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from grids.enums import Role


class Group(StrEnum):
    RESIDENTS = "residents"
    GRID = "grid"
    COMMUNITY = "community"
    STREET = "street"
    BODIES = "bodies"
    SUPERVISORS = "supervisors"
    ADMINISTRATORS = "administrators"


class Device(StrEnum):
    PHONE = "phone"
    TABLET = "tablet"
    DESKTOP = "desktop"


GROUPS: dict[Group, str | Promise] = {
    Group.RESIDENTS: _("Residents and shops"),
    Group.GRID: _("The grids"),
    Group.COMMUNITY: _("The community"),
    Group.STREET: _("The street"),
    Group.BODIES: _("Departments and other bodies"),
    Group.SUPERVISORS: _("Supervisors"),
    Group.ADMINISTRATORS: _("Administrators"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """`phone` is E.164. A resident has no `role`, and `body_code` is then their grid."""

    phone: str
    name_zh: str
    name_en: str
    group: Group
    body_code: str
    role: Role | None = None
    device: Device
    # What can be tried as this person, in one line.
    hint_en: str | Promise


CAST: tuple[Persona, ...] = (
    Persona(
        phone="+8613800000101",
        name_zh="张桂兰",
        name_en="Zhang Guilan",
        group=Group.RESIDENTS,
        body_code="ZJD-1",
        device=Device.PHONE,
        hint_en=_(
            "Seventy-two, lives in the old family compound: raise a matter, follow it, say "
            "whether it is solved."
        ),
    ),
    Persona(
        phone="+8613800000102",
        name_zh="李建民",
        name_en="Li Jianmin",
        group=Group.RESIDENTS,
        body_code="ZJD-5",
        device=Device.PHONE,
        hint_en=_("Has a noodle shop on the street: see what became of the blocked sewer."),
    ),
    Persona(
        phone="+8613800000103",
        name_zh="赵雪",
        name_en="Zhao Xue",
        group=Group.RESIDENTS,
        body_code="ZJD-2",
        device=Device.PHONE,
        hint_en=_(
            "A young mother: find what a neighbour said already, and say that it happened to "
            "you too."
        ),
    ),
    Persona(
        phone="+8613800000111",
        name_zh="王晓燕",
        name_en="Wang Xiaoyan",
        group=Group.GRID,
        body_code="ZJD-1",
        role=Role.GRID_WORKER,
        device=Device.TABLET,
        hint_en=_(
            "Take matters in, check and publish them, answer, settle small ones on the spot."
        ),
    ),
    Persona(
        phone="+8613800000112",
        name_zh="刘建国",
        name_en="Liu Jianguo",
        group=Group.GRID,
        body_code="ZJD-1",
        role=Role.GRID_HEAD,
        device=Device.TABLET,
        hint_en=_("Call residents back who have not said yet whether it is solved."),
    ),
    Persona(
        phone="+8613800000113",
        name_zh="孙丽",
        name_en="Sun Li",
        group=Group.GRID,
        body_code="ZJD-2",
        role=Role.GRID_WORKER,
        device=Device.TABLET,
        hint_en=_("Watch a matter whose clock is about to run out go up by itself."),
    ),
    Persona(
        phone="+8613800000121",
        name_zh="陈静",
        name_en="Chen Jing",
        group=Group.COMMUNITY,
        body_code="ZJD",
        role=Role.STAFF,
        device=Device.DESKTOP,
        hint_en=_(
            "See what the grids could not solve and why, talk it over, send it on to the "
            "departments."
        ),
    ),
    Persona(
        phone="+8613800000122",
        name_zh="周明",
        name_en="Zhou Ming",
        group=Group.COMMUNITY,
        body_code="ZJD",
        role=Role.LEAD,
        device=Device.DESKTOP,
        hint_en=_("Keep an eye on the whole community, disputes that stay private included."),
    ),
    Persona(
        phone="+8613800000131",
        name_zh="冯磊",
        name_en="Feng Lei",
        group=Group.STREET,
        body_code="FHT",
        role=Role.DISPATCHER,
        device=Device.DESKTOP,
        hint_en=_("Name which body leads and which help, within four working hours."),
    ),
    Persona(
        phone="+8613800000141",
        name_zh="沈涛",
        name_en="Shen Tao",
        group=Group.BODIES,
        body_code="FHT-ZJ",
        role=Role.CLERK,
        device=Device.DESKTOP,
        hint_en=_(
            "Answer the resident, promise a date, report the repair with a picture and what "
            "it cost."
        ),
    ),
    Persona(
        phone="+8613800000142",
        name_zh="杨帆",
        name_en="Yang Fan",
        group=Group.BODIES,
        body_code="FHT-HW",
        role=Role.CLERK,
        device=Device.PHONE,
        hint_en=_("Rubbish and cleanliness come here at once, because no other body is competent."),
    ),
    Persona(
        phone="+8613800000143",
        name_zh="朱琳",
        name_en="Zhu Lin",
        group=Group.BODIES,
        body_code="LZ-ZJ",
        role=Role.CLERK,
        device=Device.DESKTOP,
        hint_en=_("The district: what a department of the street did not manage in time."),
    ),
    Persona(
        phone="+8613800000144",
        name_zh="秦勇",
        name_en="Qin Yong",
        group=Group.BODIES,
        body_code="AJ-WY",
        role=Role.CLERK,
        device=Device.PHONE,
        hint_en=_("The property company: do the part you were asked to do, and report it."),
    ),
    Persona(
        phone="+8613800000145",
        name_zh="郭强",
        name_en="Guo Qiang",
        group=Group.BODIES,
        body_code="TL-GW",
        role=Role.CLERK,
        device=Device.PHONE,
        hint_en=_("The railway: the culvert under the line, which is nobody else's."),
    ),
    Persona(
        phone="+8613800000151",
        name_zh="褚颖",
        name_en="Chu Ying",
        group=Group.SUPERVISORS,
        body_code="FHT",
        role=Role.SUPERVISOR,
        device=Device.DESKTOP,
        hint_en=_("See what is late in the street, and where it stayed too long."),
    ),
    Persona(
        phone="+8613800000152",
        name_zh="卫国强",
        name_en="Wei Guoqiang",
        group=Group.SUPERVISORS,
        body_code="LZ",
        role=Role.SUPERVISOR,
        device=Device.DESKTOP,
        hint_en=_("See what is late in the whole district, and who must answer for it."),
    ),
    Persona(
        phone="+8613800000161",
        name_zh="尤佳",
        name_en="You Jia",
        group=Group.ADMINISTRATORS,
        body_code="FHT",
        role=Role.ADMINISTRATOR,
        device=Device.DESKTOP,
        hint_en=_("Keep bodies, buildings, venues and postings of the street; print posters."),
    ),
    Persona(
        phone="+8613800000163",
        name_zh="许诺",
        name_en="Xu Nuo",
        group=Group.ADMINISTRATORS,
        body_code="LZ",
        role=Role.ADMINISTRATOR,
        device=Device.DESKTOP,
        hint_en=_("Enter streets, holidays and kinds of matters for the whole district."),
    ),
)
