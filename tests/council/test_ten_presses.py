"""Two pages of one person, each with a key of its own, pressed ten times at once: it counts once.

Whoever comes second reads a true sentence. One world for all: it takes seconds to build.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.contrib.messages import get_messages
from django.db.models import QuerySet
from django.test import Client
from django.utils import timezone

from accounts.models import SentCode, User
from council.actions.candidacies.recommend import recommend
from council.actions.meetings.close import close
from council.actions.minutes.finish import finish
from council.actions.minutes.sign import sign
from council.addresses import address_of_candidacy
from council.enums.decisions import PledgeState
from council.enums.members import CandidacyState, ConsentWay
from council.models import Booking, Candidacy, Council, Meeting, Pledge, Seconding, Signature
from council.queries.pledges import due_at
from grids.models import Residence
from ledger.models import Entry
from tests.accounts.walking import last_code
from tests.council.actions.minutes.test_way_of_minutes import digest
from tests.council.conftest import recommended
from tests.council.sittings import a_council, a_sitting_now, fresh, items_of, sent
from tests.council.table.doing import do
from tests.harness.signing_in import client_of, session_of
from tests.harness.world import LiveWorld
from tests.issues.sitting import hard
from tests.issues.test_sweep_processes import in_threads
from tests.world import World, build_world

ELSEWHERE = "这一步您已经在另一个页面办好了"
TIMES = 5


def told(answer: Any) -> str:
    """What stands on the page, or is said on the next one."""
    if answer.status_code == 302:
        return " ".join(str(one) for one in get_messages(answer.wsgi_request))
    return str(answer.content.decode())


def two_pages(who: User, address: str, **fields: str) -> list[dict[str, str]]:
    """What each sends: its own key, and the version that both showed."""
    client = client_of(session_of(who))
    pages = [client.get(address).content.decode() for _page in range(2)]
    names = ("submission", "version", "entry")
    return [
        {name: page.split(f'name="{name}" value="')[1].split('"')[0] for name in names} | fields
        for page in pages
    ]


def ten_presses(who: User, address: str, **fields: str) -> list[Any]:
    """Of both pages at once, each press on a connection of its own; then the second once more."""
    first, second = two_pages(who, address, **fields)
    session, answers = session_of(who), list[Any]()

    def press(page: dict[str, str]) -> None:
        answers.append(client_of(session).post(address, page))

    presses = [lambda page=page: press(page) for page in [first, second] * TIMES]
    assert in_threads(*presses) == [None] * len(presses)
    late = client_of(session).post(address, second | {"submission": str(uuid4())})
    assert {one.status_code for one in answers} == {302}, [told(one) for one in answers]
    assert len({one["Location"] for one in [*answers, late]}) == 1
    return [*answers, late]


def once(rows: QuerySet[Any], kind: str) -> bool:
    return (rows.count(), Entry.objects.filter(kind=f"council.{kind}").count()) == (1, 1)


def test_each_counts_once_and_the_second_is_told_so(world_database: LiveWorld) -> None:
    world = build_world()
    council = a_council(world)
    meeting = a_sitting_now(world, council, items=[hard(world).reference])
    the_bodies_answer(world, meeting)
    the_minutes_are_signed_and_published(world, meeting)
    somebody_gets_a_seat(world, council)
    the_venue_is_booked(world)


def the_bodies_answer(world: World, meeting: Meeting) -> None:
    now, item = timezone.now(), items_of(meeting)[0].uid
    do(meeting, "adopt", uid=uuid4(), item=item, effect="deliver", text="清淤", now=now)
    due: dict[str, Any] = {"due_on": timezone.localdate() + timedelta(days=9), "now": now}
    for body in (world.housing, world.property_company):
        do(meeting, "ask_pledge", uid=uuid4(), item=item, body=body.code, text="清淤", **due)
    yes, no = Pledge.objects.order_by("pk")
    assent = due_at(yes).isoformat()
    answers = ten_presses(world.clerk, f"/pledges/{yes.uid}/accept/", assent=assent)
    assert once(Pledge.objects.filter(state=PledgeState.ACCEPTED), "pledge_accepted")
    assert ELSEWHERE in told(answers[-1])
    page = f"/pledges/{no.uid}/decline/"
    answers = ten_presses(world.partner_clerk, page, reason="管线属于水务局")
    assert once(Pledge.objects.filter(state=PledgeState.DECLINED), "pledge_declined")
    assert ELSEWHERE in told(answers[-1])
    # Another answer is none any more, and says which there was.
    late = client_of(session_of(world.partner_clerk)).post(
        page, {"submission": str(uuid4()), "reason": "没有人手"}
    )
    assert late.status_code == 409
    assert "已经答复过了：办不了" in told(late)
    assert "没有人手" in told(late)


def the_minutes_are_signed_and_published(world: World, meeting: Meeting) -> None:
    now = timezone.now()
    do(meeting, "end_item", now=now)
    close(meeting, actor=world.grid_head, now=now, sent=sent("tablet"))
    finish(fresh(meeting), actor=world.grid_worker, now=now)
    page, chair = f"/sittings/{meeting.uid}/minutes/", world.grid_head
    devices = [client_of(session_of(chair)) for _device in range(2)]
    text, codes = digest(meeting), list[tuple[Client, str]]()
    for device in devices:
        assert device.post(f"{page}sign/", {"text": text}).status_code == 302
        codes.append((device, last_code()))
        # A phone gets the next one a minute later.
        SentCode.objects.update(sent_at=now - timedelta(minutes=5))
    answers: list[Any] = []

    def enter(session: str, code: str) -> None:
        answers.append(client_of(session).post(f"{page}sign/code/", {"code": code}))

    presses = [
        lambda device=device, code=code: enter(device.cookies["session"].value, code)
        for device, code in codes * TIMES
    ]
    assert in_threads(*presses) == [None] * len(presses)
    assert once(Signature.objects.filter(version__meeting=meeting), "minutes_signed")
    assert {one.status_code for one in answers} == {302}, [told(one) for one in answers]
    late = devices[1].post(f"{page}sign/code/", {"code": codes[1][1]})
    assert "您已经签过字了" in told(late)
    sign(fresh(meeting), actor=world.grid_worker, now=now, digest=text)
    answers = ten_presses(world.grid_worker, f"{page}publish/")
    assert once(Meeting.objects.filter(state="published"), "minutes_published")
    assert ELSEWHERE in told(answers[-1])


def somebody_gets_a_seat(world: World, council: Council) -> None:
    now = timezone.now()
    for person in (world.resident, world.neighbour):
        Residence.objects.update_or_create(user=person, defaults={"building": world.building})
    candidacy = recommend(council, actor=world.resident, now=now, recommendation=recommended())
    page = address_of_candidacy(candidacy)
    answers = ten_presses(world.neighbour, f"{page}second/")
    assert once(Seconding.objects.all(), "seconded")
    assert ELSEWHERE in told(answers[-1])
    Candidacy.objects.update(
        state=CandidacyState.POSTED,
        posted_at=now - timedelta(days=20),
        posted_until=now - timedelta(days=5),
        consent_way=ConsentWay.PHONE,
        consent_at=now - timedelta(days=21),
        consent_by=world.staff,
        person=world.mediator,
    )
    today = timezone.localdate().isoformat()
    answers = ten_presses(world.lead, f"{page}confirm/", met_on=today)
    assert once(Candidacy.objects.filter(state=CandidacyState.CONFIRMED), "confirmed")
    assert ELSEWHERE in told(answers[-1])


def the_venue_is_booked(world: World) -> None:
    day = (timezone.localdate() + timedelta(days=3)).isoformat()
    ten_presses(
        world.grid_worker, f"/venues/{world.venue.code}/book/", day=day, begins="09:00",
        ends="10:00", purpose="下棋",
    )  # fmt: skip
    assert once(Booking.objects.filter(purpose="下棋"), "booked")
