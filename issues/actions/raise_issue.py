"""Raise a matter (S9, S14). It begins in its grid; only reporter and holders can see it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from acting.limits import spend
from grids.models import Body
from grids.queries.seats import Seated, seated_at
from issues.casework import deadlines
from issues.casework.alarm import alarm
from issues.casework.case import Case, close_case
from issues.casework.changes import Changes
from issues.casework.context import read_context
from issues.casework.matter import as_stored, check_speaks_for, checked_grid
from issues.casework.pictures import check_photos
from issues.casework.reference import take_number
from issues.casework.tell import tell_reporter
from issues.casework.turns import open_lead
from issues.enums.activity import PhotoPurpose
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.enums.turns import Level, TurnCause
from issues.inputs import NewMatter
from issues.models import Draft, Issue, Photo
from issues.origins import Origin
from issues.references import written


def raise_issue(
    matter: NewMatter,
    *,
    actor: User,
    reporter: User | None,
    now: datetime,
    draft: Draft | None = None,
    origin: Origin | None = None,
) -> Issue:
    """Raise `matter` for `reporter`; None if a worker writes it down for someone without a phone.

    `draft` is the draft that its photos were sent with before sign-in, `origin` what asked for
    the matter. `matter.danger` makes it urgent until someone says otherwise. Raises Refused for
    empty or overlong words, an unknown place, too many photos, photos that are used or not
    theirs, if `actor` may not speak for `reporter`, and for more than one person may raise.
    """
    _spend(matter, actor=actor, reporter=reporter)
    matter = as_stored(matter)
    grid = checked_grid(matter, now)
    check_speaks_for(matter, actor=actor, reporter=reporter, now=now)
    if origin is not None:
        matter = replace(matter, source=origin.source)
    with transaction.atomic():
        check_photos(matter.photos, actor=actor, draft=draft)
        issue = _new_issue(matter, grid, reporter, now)
        context = read_context([issue], actor=actor, now=now)
        changes = Changes(now=now, seated=_seated(issue, now))
        # Others of the community wait from here to the end: what can be read is read before.
        _number(issue)
        case = Case(issue=issue, context=context, changes=changes)
        case.record(
            "raised",
            {
                "reference": issue.reference,
                "source": matter.source,
                "grid": grid.code,
                "danger": matter.danger,
            },
            texts={"title": matter.title, "text": matter.text},
        )
        _start(case, grid)
        changes.activity += [
            Photo(issue=issue, upload=upload, purpose=PhotoPurpose.RAISED, position=position)
            for position, upload in enumerate(matter.photos)
        ]
        close_case(case, bumps=False)
        if origin is not None:
            origin.take(issue, actor=actor, now=now)
    return issue


def _spend(matter: NewMatter, *, actor: User, reporter: User | None) -> None:
    """Workers write down what others say, and so more than anybody says for themselves."""
    if reporter is None or reporter.pk != actor.pk:
        spend("written_down", person=actor)
    elif matter.danger:
        spend("matters", "urgent", person=actor, field="danger")
    else:
        spend("matters", person=actor)


def _new_issue(matter: NewMatter, grid: Body, reporter: User | None, now: datetime) -> Issue:
    community = grid.parent
    assert community is not None, "a grid stands under a community, kept by a trigger"
    return Issue(
        year=timezone.localdate(now).year,
        community=community,
        grid=grid,
        building=matter.building,
        venue=matter.venue,
        estate=matter.estate,
        spot=matter.spot,
        place_note=matter.place_note,
        latitude=matter.latitude,
        longitude=matter.longitude,
        title=matter.title,
        text=matter.text,
        category=matter.category,
        danger=matter.danger,
        private_wish=matter.private_wish,
        source=matter.source,
        outside_number=matter.outside_number,
        outside_due_at=matter.outside_due_at,
        reporter=reporter,
        speaks_as=matter.speaks_as,
        shop_name=matter.shop_name,
        for_someone_else=matter.for_someone_else,
        consent_noted=matter.consent_noted,
        contact_name=matter.contact_name,
        contact_phone=matter.contact_phone,
        matter_class=MatterClass.URGENT if matter.danger else "",
        raised_at=now,
        last_progress_at=now,
    )


def _seated(issue: Issue, now: datetime) -> Seated:
    """Whoever is told: of an urgent matter community and street, too."""
    above = (issue.community_id, issue.community.parent_id) if issue.danger else ()
    return seated_at({key for key in (issue.grid_id, *above) if key is not None}, now)


def _number(issue: Issue) -> None:
    issue.number = take_number(issue.community, issue.year)
    issue.reference = written(issue.community.prefix, issue.year, issue.number)


def _start(case: Case, grid: Body) -> None:
    open_lead(case, grid, Level.GRID, TurnCause.RAISED)
    promise = deadlines.running(case, [DeadlineKind.RESOLVE])
    case.issue.promised_by = promise[0].due_at
    case.touch()
    if case.issue.matter_class == MatterClass.URGENT:
        deadlines.start(case, DeadlineKind.TALK)
        alarm(case)
    told = deadlines.dates_told(case, DeadlineKind.RECEIVE, DeadlineKind.RESPOND)
    tell_reporter(case, "raised", **told)
