"""A member's own list, and the counts that the community's lead reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clocks.words import when_words
from council.enums.contacts import ContactAct
from council.models import Contact, ContactPlan, Council
from council.order.contacts import month_before, next_month
from council.queries.contacts import ContactsSubject, contacts_of, contacts_owed
from council.queries.coverage import LOOKED_BACK, SMALL, Covered
from issues.addresses import address_of_issue

WRITTEN = "%Y-%m"


def contacts_context(subject: ContactsSubject, month: date) -> dict[str, Any]:
    this = subject.this_month
    owed = subject.owed if month == this else contacts_owed(subject.user_id, month)
    here = reverse("council:contacts")
    return {
        "month": _month(month),
        "is_this_month": month == this,
        "owed": [_planned(plan) for plan in owed],
        "held": [_held(row, subject) for row in contacts_of(subject.user_id, month)],
        "before": f"{here}?{urlencode({'month': month_before(month).strftime(WRITTEN)})}",
        "after": f"{here}?{urlencode({'month': next_month(month).strftime(WRITTEN)})}"
        if month <= this
        else "",
        "councils": [term.council for term in subject.terms],
    }


def _month(month: date) -> str:
    return _("{year}-{month:02d}").format(year=month.year, month=month.month)


def _planned(plan: ContactPlan) -> dict[str, Any]:
    return {
        "label": plan.label,
        "place": str(plan.building) if plan.building else "",
        "write": f"{reverse('council:write_contact')}?{urlencode({'plan': plan.uid})}",
        "drop": reverse("council:drop_plan", args=[plan.uid]),
    }


def _held(row: Contact, subject: ContactsSubject) -> dict[str, Any]:
    place = str(row.building) if row.building else ""
    return {
        "who": row.plan.label if row.plan else place or _("A neighbour"),
        "meta": " · ".join(
            part
            for part in (
                when_words(row.held_at, subject.now),
                str(row.get_way_display()),
                place if row.plan else "",
            )
            if part
        ),
        "opinion": row.opinion,
        "issue": row.issue.reference if row.issue else "",
        "issue_url": address_of_issue(row.issue) if row.issue else "",
        "raise": _act(row, ContactAct.RAISE) if row.opinion and not row.issue else "",
        "forget": _act(row, ContactAct.FORGET),
    }


def _act(row: Contact, act: ContactAct) -> str:
    return reverse("council:contact_act", args=[row.uid, act.value])


def coverage_context(council: Council, found: Sequence[Covered]) -> dict[str, Any]:
    return {
        "council": council,
        "days": LOOKED_BACK.days,
        "rows": [
            {"building": one.building, "grid": one.grid, "words": _count(one)} for one in found
        ],
        "without": sum(one.count == 0 for one in found),
    }


def _count(one: Covered) -> str:
    if not one.count:
        return _("nobody yet")
    if one.is_small:
        return _("fewer than {count}").format(count=SMALL)
    return ngettext("{count} contact", "{count} contacts", one.count).format(count=one.count)
