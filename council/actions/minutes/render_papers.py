"""Make the PDFs that are due, and make none twice."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F, Q, QuerySet

from accounts.models import User
from council.models import Meeting, MinutesPaper
from council.queries.minutes_hidden import hidden_items

log = logging.getLogger(__name__)
AT_ONCE = 20
Render = Callable[[Meeting], bytes]


def render_papers(*, actor: User | None, now: datetime, render: Render) -> int:
    """One at a time, each in its own transaction; return how many were made.

    One that fails says so on its row, and waits until it is wanted again.
    """
    made = 0
    for key in list(_due().values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic():
            paper = _due().select_for_update(skip_locked=True, of=("self",)).filter(pk=key).first()
            if paper is not None:
                made += _made(paper, now, render)
    return made


def _due() -> QuerySet[MinutesPaper]:
    """Also where a matter was hidden or shown again since."""
    old = Q(made_at=None) | Q(made_at__lt=F("wanted_at")) | ~Q(masked=F("hidden"))
    return MinutesPaper.objects.annotate(hidden=hidden_items()).filter(old).order_by("wanted_at")


def _made(paper: MinutesPaper, now: datetime, render: Render) -> bool:
    before = paper.file.name
    paper.masked = vars(paper)["hidden"]
    try:
        content = render(paper.meeting)
    except Exception as fault:
        log.exception("The minutes of sitting %s can't be set.", paper.meeting_id)
        paper.failed, paper.made_at = type(fault).__name__, max(now, paper.wanted_at)
        paper.file = ""
    else:
        paper.failed, paper.made_at = "", max(now, paper.wanted_at)
        paper.file = ContentFile(content, f"{uuid4().hex}.pdf")
    paper.save()
    if before:
        transaction.on_commit(partial(default_storage.delete, before), robust=True)
    return not paper.failed
