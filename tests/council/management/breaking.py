"""Each rule that `check_council` asks, and what breaks it behind the application's back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.db import connection
from django.db.models import F

from council.enums.members import CandidacyState, ConsentWay, SeatKind
from council.enums.votes import VoteWay
from council.models import (
    AgendaItem,
    Booking,
    Candidacy,
    Council,
    Meeting,
    MinutesVersion,
    NamedBallot,
    Pledge,
    Presence,
    Resolution,
    Roll,
    Seat,
    Signature,
    Speech,
    Told,
    Vote,
    Voter,
)
from issues.models import Commitment, Deadline, Deliberation
from tests.council.sound import DAY, NOW, Sound

LONG_AGO = NOW - timedelta(hours=2)
Break = Callable[[Sound], object]


def rows(meeting: Meeting) -> Any:
    return Meeting.objects.filter(pk=meeting.pk)


def void_vote(stage: Sound) -> Any:
    return Vote.objects.filter(meeting=stage.held, state="void")


def counted_vote(stage: Sound) -> Any:
    return Vote.objects.filter(meeting=stage.held, state="announced")


def candidacy(stage: Sound, state: CandidacyState) -> Candidacy:
    person = stage.world.neighbour
    return Candidacy.objects.create(
        council=stage.council,
        kind=SeatKind.RESIDENT,
        person=person,
        name="邻居",
        recommended_by=stage.world.resident,
        recommended_at=NOW - 20 * DAY,
        consent_way=ConsentWay.PHONE,
        consent_at=NOW - 20 * DAY,
        consent_by=stage.world.staff,
        state=state,
        posted_at=NOW - 20 * DAY,
        posted_until=LONG_AGO,
        committee_met_on=NOW.date(),
    )


def a_secret_vote_without_voters(stage: Sound) -> None:
    motion = void_vote(stage).get().motion
    lines = list(Roll.objects.filter(meeting=stage.held, standing="member")[:3])
    numbers = {"yes": 2, "no": 1, "abstain": 0, "invalid": 0, "base_number": 3, "adopted": True}
    vote = Vote.objects.create(
        meeting=stage.held, motion=motion, round=9, way=VoteWay.SECRET, state="announced",
        majority="half", base="present", eligible=3, members=5, **numbers,
    )  # fmt: skip
    Voter.objects.bulk_create(Voter(vote=vote, roll=line) for line in lines)


def other_council(stage: Sound) -> Council:
    return Council.objects.create(body=stage.world.community)


def past_the_triggers(change: Callable[[], object]) -> None:
    """What only somebody who owns the server can do."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        change()
        cursor.execute("SET LOCAL session_replication_role = origin")


def other_words(stage: Sound) -> None:
    version = MinutesVersion.objects.get(meeting=stage.held)
    version.sections[0]["words"] = "另一句话"
    past_the_triggers(version.save)


def signatures(stage: Sound) -> Any:
    return Signature.objects.filter(version__meeting=stage.held)


def asked(stage: Sound) -> Any:
    return Pledge.objects.filter(resolution__item__meeting=stage.held, state="asked")


BREAKS: Mapping[str, Break] = {
    "was appointed, but has no seat": lambda s: candidacy(s, CandidacyState.APPOINTED),
    "was posted until a day that is over, and the staff were not told": lambda s: candidacy(
        s, CandidacyState.POSTED
    ),
    "has more members than seats of a kind": lambda s: Seat.objects.filter(
        council=s.council, kind=SeatKind.RESIDENT
    ).delete(),
    "has been open for more than a day: close it or cancel it": lambda s: rows(s.running).update(
        opened_at=NOW - 2 * DAY
    ),
    "is a rehearsal that was not thrown away": lambda s: rows(s.coming).update(
        rehearsal=True, starts_at=NOW - 3 * DAY
    ),
    "does not run, but an item is on": lambda s: AgendaItem.objects.filter(
        meeting=s.coming, position=1
    ).update(state="on"),
    "does not run, but somebody has the floor": lambda s: Speech.objects.filter(
        meeting=s.held
    ).update(ended_at=None),
    "is over, but somebody is still written down as there": lambda s: Presence.objects.filter(
        roll__meeting=s.held
    ).update(left_at=None),
    "counts other members than stand on its roll": lambda s: rows(s.running).update(
        members_total=7
    ),
    "has members of a council that does not sit in it": lambda s: Roll.objects.filter(
        meeting=s.held, position=1
    ).update(council=other_council(s)),
    "is joint with nobody, or with itself, or is not called joint": lambda s: rows(s.coming).update(
        kind="joint"
    ),
    "is called, but not all of its members were told": lambda s: Told.objects.filter(
        meeting=s.coming
    ).delete(),
    "is called, but its people were not reminded when it was time": lambda s: rows(s.coming).update(
        remind_at=LONG_AGO
    ),
    "has no code to join with": lambda s: rows(s.coming).update(code=""),
    "has a venue that is not booked for it at its time": lambda s: Booking.objects.filter(
        meeting=s.coming
    ).update(status="cancelled"),
    "has commands in its log that are newer than itself": lambda s: rows(s.held).update(version=2),
    "does not run, but a vote is running in it": lambda s: void_vote(s).update(state="open"),
    "has a vote on a motion of another sitting": lambda s: void_vote(s).update(meeting=s.running),
    "has a vote in which other people may vote than were counted": lambda s: void_vote(s).update(
        eligible=F("eligible") + 1
    ),
    "has a ballot of somebody who may not vote": lambda s: NamedBallot.objects.create(
        vote=Vote.objects.get(meeting=s.running),
        roll=Roll.objects.get(meeting=s.running, name="李四"),
        choice="yes",
    ),
    "has a vote by name whose ballots do not add up to its result": lambda s: (
        NamedBallot.objects.filter(vote__meeting=s.held, choice="no").update(choice="abstain")
    ),
    "has a secret vote with more or fewer votes than voters": a_secret_vote_without_voters,
    "still holds ballots of a secret vote that is over": lambda s: void_vote(s).update(
        batch=[b"sealed"]
    ),
    "has a result that does not follow from its rule": lambda s: counted_vote(s).update(
        base_number=3
    ),
    "has a decision that does not fit its vote": lambda s: Resolution.objects.filter(
        item__meeting=s.held
    ).update(adopted=False),
    "has decided on a matter that knows nothing of it": lambda s: Deliberation.objects.filter(
        sitting=s.held.uid
    ).update(sitting=uuid4()),
    "asked a body that did not answer in time, and nobody above was told": lambda s: asked(
        s
    ).update(answer_by=LONG_AGO),
    "asked bodies that answered, or said nothing, more often than is recorded": lambda s: asked(
        s
    ).update(state="expired"),
    "holds a promise of another body, or for another matter": lambda s: Commitment.objects.filter(
        pledge__isnull=False
    ).update(body=s.world.sanitation),
    "must come on an agenda, but no clock says until when": lambda s: Deadline.objects.filter(
        issue=s.major, kind="agenda"
    ).update(void_at=NOW),
    "was held, but there are no minutes of it": lambda s: past_the_triggers(
        MinutesVersion.objects.filter(meeting=s.talk).delete
    ),
    "has minutes that are called signed, but a signature is missing": lambda s: past_the_triggers(
        signatures(s).filter(holder="chair").delete
    ),
    "has minutes that are not what was signed: the digest does not match": other_words,
    "has a signature whose digest the record does not hold": lambda s: past_the_triggers(
        lambda: signatures(s).update(digest="0" * 64)
    ),
}
# By which name it is told, where it is not the sitting that was held.
NAMED: Mapping[str, Callable[[Sound], str]] = {
    "was appointed": lambda s: str(Candidacy.objects.get().uid),
    "was posted": lambda s: str(Candidacy.objects.get().uid),
    "has more members": lambda s: "ZJD-1 (resident)",
    "has been open": lambda s: str(s.running.uid),
    "counts other members": lambda s: str(s.running.uid),
    "has a ballot of": lambda s: str(s.running.uid),
    "has a vote on": lambda s: str(s.running.uid),
    "is a rehearsal": lambda s: str(s.coming.uid),
    "does not run, but an item": lambda s: str(s.coming.uid),
    "is joint": lambda s: str(s.coming.uid),
    "is called": lambda s: str(s.coming.uid),
    "has no code": lambda s: str(s.coming.uid),
    "has a venue": lambda s: str(s.coming.uid),
    "asked bodies": lambda s: "council ZJD-1",
    "must come": lambda s: s.major.reference,
    "was held": lambda s: str(s.talk.uid),
}


def name_of(why: str, stage: Sound) -> str:
    for begins, name in NAMED.items():
        if why.startswith(begins):
            return name(stage)
    return str(stage.held.uid)
