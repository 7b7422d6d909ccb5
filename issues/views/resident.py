"""What residents do on a matter: me too, something more, their word, taking it back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from issues.actions.add import add
from issues.actions.confirm import confirm
from issues.actions.support import support
from issues.actions.withdraw import withdraw
from issues.addresses import address_of_issue
from issues.enums import Act, Resolved, Satisfaction
from issues.forms.resident import AddForm, ConfirmForm, SupportForm, WithdrawForm
from issues.views.opening import issue_or_404, person_of, sent, sign_in_first
from issues.views.sending import Sending


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def support_issue(request: HttpRequest, reference: str) -> HttpResponse:
    """我家也遇到. GET asks once more, for those who come back from signing in."""
    if (person := person_of(request)) is None:
        return sign_in_first(request)
    issue = issue_or_404(request, reference)

    def do() -> str:
        support(issue, actor=person, now=timezone.now())
        return address_of_issue(issue, "support")

    return Sending(
        request=request,
        issue=issue,
        person=person,
        act=Act.SUPPORT,
        form=SupportForm(sent(request)),
        template="issues/support.html",
        do=do,
        thanks=_("Noted: the same happened to you. Under “Me” you follow what becomes of it."),
    ).answer()


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add_to_issue(request: HttpRequest, reference: str) -> HttpResponse:
    """补充情况, with photos."""
    if (person := person_of(request)) is None:
        return sign_in_first(request)
    issue = issue_or_404(request, reference)
    form = AddForm(sent(request), request.FILES or None, person=person)

    def do() -> str:
        text = form.cleaned_data["text"]
        add(issue, actor=person, now=timezone.now(), text=text, photos=form.uploads)
        return address_of_issue(issue, "additions")

    return Sending(
        request=request,
        issue=issue,
        person=person,
        act=Act.ADD,
        form=form,
        template="issues/add.html",
        do=do,
        thanks=_("Thank you. Those who have it are told; others see it once it is checked."),
    ).answer()


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_issue(request: HttpRequest, reference: str) -> HttpResponse:
    """解决了吗？ The three big buttons lead here with the answer already chosen."""
    if (person := person_of(request)) is None:
        return sign_in_first(request)
    issue = issue_or_404(request, reference)
    chosen = {"resolved": request.GET.get("resolved", "")}
    form = ConfirmForm(sent(request), initial=chosen)

    def do() -> str:
        data = form.cleaned_data
        praise = data["satisfaction"]
        confirm(
            issue,
            actor=person,
            now=timezone.now(),
            resolved=Resolved(data["resolved"]),
            satisfaction=Satisfaction(praise) if praise else None,
            text=data["text"],
            look_above=data["look_above"],
            seen=data["version"],
        )
        return address_of_issue(issue)

    return Sending(
        request=request,
        issue=issue,
        person=person,
        act=Act.CONFIRM,
        form=form,
        template="issues/confirm.html",
        do=do,
        thanks=_("Thank you. Your word is written down."),
    ).answer()


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_issue(request: HttpRequest, reference: str) -> HttpResponse:
    """A page of its own, so that nobody takes a matter back by a slip of the thumb."""
    if (person := person_of(request)) is None:
        return sign_in_first(request)
    issue = issue_or_404(request, reference)
    form = WithdrawForm(sent(request))

    def do() -> str:
        seen = form.cleaned_data["version"]
        withdraw(issue, actor=person, now=timezone.now(), reason=form.reason_words(), seen=seen)
        return address_of_issue(issue)

    return Sending(
        request=request,
        issue=issue,
        person=person,
        act=Act.WITHDRAW,
        form=form,
        template="issues/withdraw.html",
        do=do,
        thanks=_("You have taken it back. You can raise it again at any time."),
    ).answer()
