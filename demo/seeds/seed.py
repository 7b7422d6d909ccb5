"""Create the whole demo: places, people, two months of stories, seals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic

from django.db import transaction

from accounts.carriers.base import SmsCarrier
from council.queries.soundness import broken_councils
from demo.pictures.photos import Pictures
from demo.seeds.coming import tell_coming
from demo.seeds.councils import seat_councils
from demo.seeds.people import admit_people
from demo.seeds.places import lay_places
from demo.seeds.sittings import tell_sittings
from demo.seeds.year import live_the_year
from demo.stories import stories
from demo.telling.teller import Teller
from issues.models import Issue
from issues.queries.chain_soundness import broken_chains
from ledger.actions.seal import seal
from notifications.actions.deliver import deliver

# When the office was set up, long before the first story.
FOUNDED = timedelta(days=200)
# Messages of the last hour still go to the demo's page; older ones count as delivered.
STILL_NEW = timedelta(hours=1)


class AlreadyLived(Exception):
    """There are issues already, and the demo never mixes with them."""


@dataclass(frozen=True, slots=True)
class Made:
    issues: int
    photos: int
    seconds: float


class ReadLongAgo(SmsCarrier):
    """A carrier that sends nothing, for messages of the past."""

    def send(self, phone: str, text: str, *, purpose: str) -> None:
        """Send nothing."""


def seed(*, now: datetime, small: bool, say: Callable[[str], object]) -> Made:
    """Create all in one transaction, with the same actions as the pages.

    Acts have the time of their story. The database says when they were recorded, so the whole past
    of the demo is recorded today. Raises AlreadyLived if there are issues.
    """
    began = monotonic()
    if Issue.objects.exists():
        raise AlreadyLived("There are matters in this database already; the demo leaves it alone.")
    plan = stories(small=small)
    scenes = [scene for story in plan for scene in story.scenes]
    with Pictures(scenes) as pictures, transaction.atomic():
        say("Laying grids, venues and buildings; posting people …")
        places = lay_places(now=now - FOUNDED)
        people = admit_people(places, now=now - FOUNDED)
        seat_councils(places, people, now=now, small=small)
        say(f"Living through two months with {len(plan)} matters …")
        teller = Teller(places, people, pictures, until=now, began=began)
        tell_sittings(teller, small=small)
        tell_coming(teller)
        teller.tell(plan)
        live_the_year(places, people, now=now)
        broken = broken_chains()
        if broken:
            raise RuntimeError(f"The chain is broken: {broken[0].reference} is {broken[0].why}.")
        unsound = broken_councils(now=now)
        if unsound:
            raise RuntimeError(f"Councils are broken: {unsound[0].where} {unsound[0].why}.")
    while deliver(clock=lambda: now - STILL_NEW, carrier=ReadLongAgo()):
        pass
    say(f"The clock looked {teller.sweeps} times. Sealing the record …")
    seal()
    return Made(len(teller.told), pictures.stored, monotonic() - began)
