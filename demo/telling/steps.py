"""The acts of stories. Each calls the same action as the pages."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from demo.telling.moments import After, work
from demo.telling.story import Scene, StoryStep
from issues.actions.call_back import call_back
from issues.actions.classify import classify
from issues.actions.commit import commit
from issues.actions.decline import decline
from issues.actions.deliberate import deliberate
from issues.actions.deliver import deliver
from issues.actions.find import find
from issues.actions.hide import hide
from issues.actions.join import join
from issues.actions.keep_private import keep_private
from issues.actions.merge import merge
from issues.actions.name_lead import name_lead
from issues.actions.publish import publish
from issues.actions.push_up import push_up
from issues.actions.receive import receive
from issues.actions.respond import respond
from issues.actions.settle import settle
from issues.actions.verify import verify
from issues.enums.activity import AnswerWay, DeliberationKind, Resolved, Satisfaction
from issues.enums.matter import MatterClass
from issues.inputs import NewOutcome, Talk
from issues.models import Addition, Photo

SMALL, URGENT = MatterClass.SMALL, MatterClass.URGENT
HARD, MAJOR = MatterClass.HARD, MatterClass.MAJOR
SOLVED, PARTLY, NOT = Resolved.SOLVED, Resolved.PARTLY, Resolved.NOT
GLAD, FAIRLY, UNHAPPY = Satisfaction.SATISFIED, Satisfaction.FAIRLY, Satisfaction.NOT


def receives(by: str = "", *, after: After | None = None) -> StoryStep:
    def do(scene: Scene) -> None:
        receive(scene.issue, actor=scene.actor(by), now=scene.now)

    return StoryStep(after or work(8, 110), do)


def publishes(
    title: str, text: str = "", *, by: str = "", hold_back: int = 0, after: After | None = None
) -> StoryStep:
    """The last `hold_back` photos are not published."""

    def do(scene: Scene) -> None:
        photos = list(Photo.objects.filter(issue=scene.issue).values_list("pk", flat=True))
        additions = Addition.objects.filter(issue=scene.issue).values_list("pk", flat=True)
        publish(
            scene.issue,
            actor=scene.actor(by or scene.issue.grid.code),
            now=scene.now,
            title=title,
            text=text or scene.issue.text,
            photos=photos[: len(photos) - hold_back],
            additions=list(additions),
        )

    return StoryStep(after or work(2, 9), do)


def keeps_private(reason: str = "", *, by: str = "") -> StoryStep:
    def do(scene: Scene) -> None:
        who = scene.actor(by or scene.issue.grid.code)
        keep_private(scene.issue, actor=who, now=scene.now, reason=reason)

    return StoryStep(work(2, 9), do)


def hides(reason: str, *, after: After) -> StoryStep:
    def do(scene: Scene) -> None:
        who = scene.actor(scene.issue.grid.code)
        hide(scene.issue, actor=who, now=scene.now, reason=reason)

    return StoryStep(after, do)


def answers(
    text: str, *, by: str = "", way: AnswerWay = AnswerWay.PHONE, after: After | None = None
) -> StoryStep:
    def do(scene: Scene) -> None:
        respond(scene.issue, actor=scene.actor(by), now=scene.now, text=text, way=way)

    return StoryStep(after or work(4, 40), do)


def classifies(
    matter_class: MatterClass, category: str = "", *, reason: str = "", after: After | None = None
) -> StoryStep:
    def do(scene: Scene) -> None:
        classify(
            scene.issue,
            actor=scene.actor(""),
            now=scene.now,
            matter_class=matter_class,
            category=scene.places.categories.get(category),
            reason=reason,
        )

    return StoryStep(after or work(2, 12), do)


def declines(where_to: str, *, after: After | None = None) -> StoryStep:
    def do(scene: Scene) -> None:
        decline(scene.issue, actor=scene.actor(""), now=scene.now, where_to=where_to)

    return StoryStep(after or work(10, 60), do)


def merges(into: str, *, after: After | None = None) -> StoryStep:
    def do(scene: Scene) -> None:
        merge(scene.issue, into=scene.issue_of(into), actor=scene.actor(""), now=scene.now)

    return StoryStep(after or work(5, 25), do)


def finds(text: str, *photos: str, by: str = "", after: After | None = None) -> StoryStep:
    def do(scene: Scene) -> None:
        person = scene.actor(by)
        pictures = scene.pictures.store(photos, user=person, now=scene.now)
        find(scene.issue, actor=person, now=scene.now, text=text, photos=pictures)

    return StoryStep(after or work(120, 420), do, photos=photos)


def talks(
    said: str,
    agreed: str = "",
    dissent: str = "",
    *,
    heads: int = 3,
    people: str = "",
    kind: DeliberationKind = DeliberationKind.DOORSTEP,
    quorate: bool | None = None,
    by: str = "",
    at_venue: bool = False,
    after: After | None = None,
) -> StoryStep:
    def do(scene: Scene) -> None:
        issue = scene.issue
        venue = scene.places.venues[issue.grid.code] if at_venue else None
        talk = Talk(
            kind=kind, venue=venue, place="" if venue else str(issue.building or ""),
            participants=people, head_count=heads, said=said, agreed=agreed, dissent=dissent,
            quorate=quorate,
        )  # fmt: skip
        deliberate(issue, actor=scene.actor(by), now=scene.now, talk=talk)

    return StoryStep(after or work(150, 500), do)


def settles(
    agreed: str,
    *photos: str,
    said: str = "",
    heads: int = 2,
    why_none: str = "",
    after: After | None = None,
) -> StoryStep:
    def do(scene: Scene) -> None:
        person = scene.actor("")
        pictures = scene.pictures.store(photos, user=person, now=scene.now)
        place = str(scene.issue.building or scene.issue.venue or "")
        talk = Talk(
            kind=DeliberationKind.DOORSTEP, agreed=agreed, said=said, head_count=heads, place=place
        )
        reason = why_none or ("" if photos else "说和的事，没有可拍的")
        settle(
            scene.issue, actor=person, now=scene.now, talk=talk,
            photos=pictures, no_picture_reason=reason,
        )  # fmt: skip

    return StoryStep(after or work(90, 420), do, photos=photos)


def promises(
    text: str, *, days: int, safe: bool = False, by: str = "", after: After | None = None
) -> StoryStep:
    def do(scene: Scene) -> None:
        due = (scene.now + timedelta(days=days)).replace(minute=30, second=0, microsecond=0)
        commit(
            scene.issue, actor=scene.actor(by), now=scene.now, text=text, due_at=due,
            made_safe=safe, assent=due.isoformat(),
        )  # fmt: skip

    return StoryStep(after or work(60, 240), do)


def delivers(
    text: str,
    *photos: str,
    by: str = "",
    money: str = "",
    paid_by: str = "",
    count: int | None = None,
    of: str = "",
    why_none: str = "",
    after: After | None = None,
) -> StoryStep:
    def do(scene: Scene) -> None:
        person = scene.actor(by)
        pictures = scene.pictures.store(photos, user=person, now=scene.now)
        result = NewOutcome(
            text=text, money=Decimal(money) if money else None, paid_by=paid_by, count=count,
            count_of=of, photos=pictures, no_picture_reason=why_none,
        )  # fmt: skip
        deliver(scene.issue, actor=person, now=scene.now, result=result)

    return StoryStep(after or work(300, 900), do, photos=photos)


def verifies(
    note: str = "", *, there: bool = True, by: str = "", after: After | None = None
) -> StoryStep:
    def do(scene: Scene) -> None:
        who = scene.actor(by or scene.issue.grid.code)
        verify(scene.issue, actor=who, now=scene.now, is_there=there, note=note)

    return StoryStep(after or work(60, 300), do)


def calls(
    note: str,
    resolved: Resolved | None = None,
    satisfaction: Satisfaction | None = None,
    *,
    by: str = "陈静",
    after: After | None = None,
) -> StoryStep:
    """Somebody other than the handler calls; without `resolved`, nobody answered the phone."""

    def do(scene: Scene) -> None:
        call_back(
            scene.issue, actor=scene.actor(by), now=scene.now, resolved=resolved,
            satisfaction=satisfaction, note=note,
        )  # fmt: skip

    return StoryStep(after or work(450, 900), do)


def pushes_up(reason: str, tried: str, *, after: After | None = None) -> StoryStep:
    def do(scene: Scene) -> None:
        push_up(scene.issue, actor=scene.actor(""), now=scene.now, reason=reason, tried=tried)

    return StoryStep(after or work(120, 400), do)


def names(body: str, *joint: str, reason: str = "", after: After | None = None) -> StoryStep:
    def do(scene: Scene) -> None:
        bodies = scene.places.bodies
        name_lead(
            scene.issue, actor=scene.actor("冯磊"), now=scene.now, body=bodies[body],
            joint=[bodies[code] for code in joint], reason=reason,
        )  # fmt: skip

    return StoryStep(after or work(30, 160), do)


def asks_to_join(body: str, reason: str, *, after: After | None = None) -> StoryStep:
    def do(scene: Scene) -> None:
        joint = scene.places.bodies[body]
        join(scene.issue, actor=scene.actor(""), now=scene.now, body=joint, reason=reason)

    return StoryStep(after or work(20, 120), do)
