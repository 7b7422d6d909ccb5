"""Signed out, what isn't public answers like what there is none of; and it leads to signing in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from council.enums.contacts import ContactWay
from council.enums.minutes import MinutesAct
from council.models import Candidacy, Contact, ContactPlan, Council, CouncilMember, Pledge
from issues.models import Issue
from tests.council.conftest import candidacy, council, member
from tests.council.held import held
from tests.council.sittings import a_draft
from tests.council.views.test_bookings import booked
from tests.harness.signing_in import signed_in
from tests.issues.staging import raised
from tests.world import World

__all__ = ["candidacy", "council", "member"]

NONE = UUID("00000000-0000-4000-8000-000000000000")
UNKNOWN = UUID("11111111-0000-4000-8000-000000000000")
ANEW = re.compile(r'(csrfmiddlewaretoken" value|nonce)="[^"]*"')
# What an address has beside the thing that it names; of acts any, since none is offered.
BESIDE: dict[str, Any] = {
    "about": UNKNOWN,
    "vote": UNKNOWN,
    "token": UNKNOWN,
    "size": "small",
    "sheet": "notice",
}
ACTS = {
    "issues:act": "publish",
    "council:candidacy_act": "second",
    "council:member_act": "recall",
    "council:pledge_act": "accept",
    "council:minutes_act": MinutesAct.FINISH.value,
    "council:booking_act": "cancel",
    "council:contact_act": "raise",
}
# Their things are open to all, or they name none that could be somebody's.
OPEN = {"council:call", "council:close_call", "council:choose_idea"}


def named(
    resolver: URLResolver, space: str = "", outer: tuple[str, ...] = ()
) -> Iterator[tuple[str, set[str]]]:
    """Every route by its name, with what its address captures."""
    for one in resolver.url_patterns:
        captured = (*outer, *one.pattern.converters)
        if isinstance(one, URLResolver):
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from named(one, inner, captured)
        elif isinstance(one, URLPattern) and one.name:
            yield f"{space}{one.name}", set(captured)


def routes() -> list[tuple[str, set[str]]]:
    found = [(name, given) for name, given in named(get_resolver()) if given & {"uid", "reference"}]
    return [(name, given) for name, given in found if name not in OPEN]


@pytest.fixture
def private(
    world: World, council: Council, candidacy: Candidacy, member: CouncilMember
) -> dict[str, UUID]:
    """Something of each kind that only its own people may read, by the part of its address."""
    plan = ContactPlan.objects.create(member=member, month=date(2026, 11, 1), label="三单元")
    contact = Contact.objects.create(member=member, held_at=timezone.now(), way=ContactWay.DOOR)
    held(world, council, rehearsal=True)
    return {
        "/candidates/": candidacy.uid,
        "/members/": member.uid,
        "/pledges/": Pledge.objects.get().uid,
        "/sittings/": a_draft(world, council).uid,
        "/bookings/": booked(world).uid,
        "/planned/": plan.uid,
        "/contacts/": contact.uid,
    }


def addresses(
    name: str, captured: set[str], issue: Issue, private: dict[str, UUID]
) -> list[tuple[str, str]]:
    """Of what there is, and of what there isn't, each with the name of the thing in it."""
    given = {key: BESIDE[key] for key in captured & set(BESIDE)}
    if "act" in captured:
        given["act"] = ACTS[name]
    if "code" in captured:
        given["code"] = "ZJD01" if "booking" in name else "ZJD-1"
    if "reference" in captured:
        things: list[Any] = [issue.reference, "ZJD-2026-9999"]
        return [(reverse(name, kwargs={**given, "reference": one}), one) for one in things]
    nowhere = reverse(name, kwargs={**given, "uid": NONE})
    things = [next(uid for part, uid in private.items() if part in nowhere), NONE]
    return [(reverse(name, kwargs={**given, "uid": one}), str(one)) for one in things]


def asked(path: str, method: str) -> tuple[HttpResponse, int]:
    """The answer to a visitor, and how many statements it took: what costs more tells as much."""
    client = Client()
    sent = {"submission": str(uuid4())} if method == "post" else {}
    with CaptureQueriesContext(connection) as statements:
        answer: Any = getattr(client, method)(path, sent)
    return answer, len([one for one in statements if "SAVEPOINT" not in one["sql"]])


def told(answer: HttpResponse, thing: str) -> tuple[int, str, str]:
    """What it says, but for the name of the thing and what is drawn anew each time."""
    said = (answer.headers.get("Location", ""), ANEW.sub("", answer.content.decode()))
    lead, body = (words.replace(thing, "…") for words in said)
    return answer.status_code, lead, body


def test_what_is_not_public_answers_like_what_there_is_none_of(
    world: World, private: dict[str, UUID]
) -> None:
    issue, wrong = raised(world), []
    for name, captured in routes():
        (there, thing), (nowhere, none) = addresses(name, captured, issue, private)
        for method in ("get", "post"):
            (one, costs), (other, others) = asked(there, method), asked(nowhere, method)
            if told(one, thing) != told(other, none) or costs != others:
                wrong.append(f"{method} {there}: {one.status_code}/{costs}")
                wrong.append(f"{' ' * len(method)} {nowhere}: {other.status_code}/{others}")
            if method == "get" and one.status_code != 405:
                assert way_back(one) == there, f"{there}: {one.status_code}"
    assert not wrong, "\n".join(wrong)


def way_back(answer: HttpResponse) -> str:
    """Where signing in leads to; "" if the answer knows no way to it."""
    lead = answer.headers.get("Location", "")
    if answer.status_code == 404 and "page-error" in answer.content.decode():
        context = getattr(answer, "context", None)
        lead = context["way_in"] if context else ""
    return parse_qs(urlsplit(lead).query).get("next", [""])[0]


def test_whose_it_is_comes_back_to_it_by_signing_in(world: World) -> None:
    issue = raised(world)
    path = f"/issues/{issue.reference}/"
    page = Client().get(path).content.decode()
    assert f'href="/sign-in/?next=%2Fissues%2F{issue.reference}%2F"' in page
    assert signed_in(world.resident).get(f"/sign-in/?next={path}").headers["Location"] == path


def test_who_is_signed_in_with_another_number_is_told_so(world: World) -> None:
    client = signed_in(world.neighbour)
    client.post("/preferences/", {"language": "en"})
    answer = client.get(f"/issues/{raised(world).reference}/")
    assert answer.status_code == 404
    assert "/sign-in/?next" not in answer.content.decode()
    assert "If you have a second number" in answer.content.decode()


def test_an_address_that_is_none_of_ours_is_no_matter_of_anybody() -> None:
    assert "/sign-in/?next" not in Client().get("/no/such/page/").content.decode()
