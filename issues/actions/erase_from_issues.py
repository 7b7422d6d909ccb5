"""Erase a person from the matters that they raised or spoke to; the matters go on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import F, Q

from accounts.models import User
from issues.casework.case import load_cases, lock
from issues.casework.changes import Changes
from issues.casework.context import read_context
from issues.casework.files import delete_files
from issues.casework.index import index
from issues.casework.splitting import ERASED, cases_of, goes_on, split_off
from issues.enums.activity import PhotoPurpose
from issues.enums.matter import Visibility
from issues.enums.stages import Stage
from issues.enums.turns import TurnCause
from issues.models import (
    Addition,
    Assignment,
    CallBack,
    Deliberation,
    Draft,
    Finding,
    Follow,
    Issue,
    Photo,
    Response,
    StaffNote,
    Support,
    Upload,
    Verdict,
)
from issues.queries.drafts import digest_of
from issues.refusals import Stale
from ledger.actions.append import append
from ledger.new_entry import NewEntry


def erase_from_issues(user: User, *, actor: User | None, now: datetime) -> list[str]:
    """Remove all words, numbers and pictures of `user`; return the streams whose texts must go.

    Only the person or the system (`actor` None) may do this; call it in the erasing transaction.
    Published words stay, since they were checked and name nobody. An open matter keeps its holder
    and its clocks; where the person's verdict is awaited, it ends without an answer. What others
    raised and was handled there goes on by itself.
    """
    if actor is not None and actor != user:
        raise PermissionError("A person is forgotten only at their own word.")
    spoken_to = Support.objects.filter(user=user).values("issue")
    touched = Issue.objects.filter(
        Q(reporter=user) | Q(pk__in=spoken_to) | Q(merged_into__reporter=user)
    ).order_by("pk")
    locked = list(touched.select_for_update(of=("self",)))
    issues = [one for one in locked if one.reporter_id == user.pk]
    _let_go(issues, user, {one.pk for one in locked}, now)
    _empty(issues)
    _said_about(issues)
    _additions(user)
    Verdict.objects.filter(Q(by=user) | Q(issue__in=issues)).exclude(text="").update(text="")
    _supports(user)
    Follow.objects.filter(user=user).delete()
    _pictures(user)
    Draft.objects.filter(user=user).delete()
    if user.phone:
        Draft.objects.filter(user=None, number=digest_of(user.phone)).delete()
    append([_noted(issue, now) for issue in issues])
    index([issue.pk for issue in issues])
    return [name for issue in issues for name in (issue.stream, issue.inside_stream)]


def _let_go(issues: Iterable[Issue], user: User, locked: set[int], now: datetime) -> None:
    """What others raised and was merged into an open one goes on by itself.

    Nobody is left who could be asked for a word there, so theirs would end without an answer.
    Raises Stale if one more was merged in while this waited for the locks.
    """
    ours = {issue.pk for issue in issues if issue.is_open}
    merged = Issue.objects.filter(merged_into__in=ours, stage=Stage.MERGED).exclude(reporter=user)
    others = {
        one.pk: one.merged_into_id
        for one in merged
        if one.merged_into_id is not None and goes_on(one)
    }
    if not others:
        return
    if not others.keys() <= locked:
        raise Stale(max(issue.version for issue in issues))
    rows = {row.pk: row for row in lock({*others, *others.values()})}
    changes = Changes(now=now)
    left = [rows[key] for key in sorted(set(others.values()))]
    cases = load_cases(left, read_context(left, actor=None, now=now), changes)
    for case in cases:
        own = [rows[key] for key in sorted(others) if others[key] == case.issue.pk]
        for other in cases_of(own, case):
            split_off(other, case)
    changes.write()


def _empty(issues: Iterable[Issue]) -> None:
    rows = Issue.objects.filter(pk__in=[issue.pk for issue in issues])
    rows.exclude(public_text="").filter(visibility=Visibility.PUBLIC).update(
        text=F("public_text"), title=F("public_title")
    )
    rows.exclude(~Q(public_text="") & Q(visibility=Visibility.PUBLIC)).update(
        text=ERASED, title="", public_text="", public_title=""
    )
    rows.update(
        contact_name="",
        contact_phone="",
        place_note="",
        shop_name="",
        latitude=None,
        longitude=None,
        version=F("version") + 1,
    )
    for issue in issues:
        issue.refresh_from_db(fields=["text", "public_text", "public_title", "version"])


def _supports(user: User) -> None:
    """Each matter counts one less; all of them were locked first, with the person's own."""
    keys = list(Support.objects.filter(user=user).values_list("issue", flat=True))
    Issue.objects.filter(pk__in=keys).update(supporters=F("supporters") - 1)
    Support.objects.filter(user=user, issue__in=keys).delete()


def _said_about(issues: Iterable[Issue]) -> None:
    """Empty what others wrote for the staff alone, which may name the person."""
    keys = [issue.pk for issue in issues]
    Deliberation.objects.filter(issue__in=keys).update(participants="")
    CallBack.objects.filter(issue__in=keys).update(note="")
    Response.objects.filter(issue__in=keys).update(text=ERASED)
    StaffNote.objects.filter(issue__in=keys).update(text=ERASED)
    # Their reasons for sending a matter up or taking it back are the person's own words too.
    Assignment.objects.filter(issue__in=keys, cause=TurnCause.WORD).update(reason="")
    Issue.objects.filter(pk__in=keys, stage=Stage.WITHDRAWN).update(ending_note="")
    private = [issue.pk for issue in issues if issue.visibility != Visibility.PUBLIC]
    Finding.objects.filter(issue__in=private).update(text=ERASED)
    Deliberation.objects.filter(issue__in=private).update(
        said="", agreed="", dissent="", owners_note="", assembly_note=""
    )
    Assignment.objects.filter(issue__in=private).update(reason="", tried="")
    Issue.objects.filter(pk__in=private).update(ending_note="")


def _additions(user: User) -> None:
    Addition.objects.filter(by=user).update(text=ERASED, shown_at=None)


def _pictures(user: User) -> None:
    """Delete the resident's photos with their files, even those shown to the public."""
    own = Q(issue__reporter=user, purpose=PhotoPurpose.RAISED) | Q(addition__by=user)
    photos = Photo.objects.filter(own)
    unsent = Q(user=user) | Q(draft__user=user)
    if user.phone:
        unsent |= Q(draft__user=None, draft__number=digest_of(user.phone))
    unsent &= Q(photo__isnull=True)
    uploads = list(Upload.objects.filter(Q(photo__in=photos) | unsent).distinct())
    photos.delete()
    Upload.objects.filter(pk__in=[upload.pk for upload in uploads]).delete()
    for upload in uploads:
        transaction.on_commit(partial(delete_files, upload))


def _noted(issue: Issue, now: datetime) -> NewEntry:
    """An entry without an actor: the record says that someone was erased, but not who."""
    return NewEntry(
        stream=issue.stream,
        kind="issue.reporter_erased",
        actor_id=None,
        happened_at=now,
        public=issue.visibility == Visibility.PUBLIC,
    )
