"""The page of a person's notices, and the forms that mark them as read."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User
from acting.actions.once import once
from acting.forms.submission import SubmissionMixin
from acting.queries.owner import owner_of
from notifications.actions.mark_read import mark_all_read, mark_read
from notifications.forms import ReadAllForm, ReadForm
from notifications.queries.mine import get_notice_of, notices_of
from notifications.queries.unread import MOST, unread_count
from notifications.views.reading import reader_of, shown


@never_cache
@require_safe
@login_required
def notices(request: HttpRequest) -> HttpResponse:
    return _page(request)


@require_POST
@login_required
def read(request: HttpRequest, number: int) -> HttpResponse:
    user = reader_of(request)
    notice = get_notice_of(user, number)
    form = ReadForm(request.POST)

    def act() -> str:
        mark_read(notice, actor=user, now=timezone.now())
        opens = form.cleaned_data["open"] and notice.link
        return notice.link if opens else reverse("notifications:notices")

    return _answer(request, form, user, act)


@require_POST
@login_required
def read_all(request: HttpRequest) -> HttpResponse:
    user = reader_of(request)
    form = ReadAllForm(request.POST)

    def act() -> str:
        mark_all_read(user, newest=form.cleaned_data["newest"], now=timezone.now())
        return reverse("notifications:notices")

    return _answer(request, form, user, act)


def _answer(
    request: HttpRequest, form: SubmissionMixin, user: User, act: Callable[[], str]
) -> HttpResponse:
    if not form.is_valid():
        return _page(request, form=form, status=422)
    return redirect(
        once(form.submission_key, form=request.path, owner=owner_of(request), user=user, act=act)
    )


def _page(
    request: HttpRequest, *, form: SubmissionMixin | None = None, status: int = 200
) -> HttpResponse:
    user = reader_of(request)
    before = request.GET.get("before", "")
    page = notices_of(user, before=int(before) if before.isdecimal() and len(before) < 19 else None)
    context = {
        "notices": shown(page.notices),
        "newest": None if before else page.newest,
        "older_than": page.older_than,
        "later_page": bool(before),
        "unread": unread_count(user),
        "most": MOST,
        "form": form,
    }
    return render(request, "notifications/notices.html", context, status=status)
