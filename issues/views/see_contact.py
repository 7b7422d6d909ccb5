"""Look at the resident's number. Each look is recorded, and no page can be kept."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.views.proof import proof_asked
from acting.actions.once import once
from acting.limits import spend
from acting.queries.owner import owner_of
from acting.queries.submission import result_of
from acting.refusals import NotOpen, Refused
from acting.views.again import IN_THE_WAY
from acting.views.unsent import no_longer, signed_out
from issues.addresses import address_of_act
from issues.enums.acts import Act
from issues.forms.acts.see_contact import SeeContactForm
from issues.queries.looks import looked_at_many
from issues.views.act_page import WorkerActPage

SAME_LOOK = timedelta(minutes=5)


def see_contact(request: HttpRequest, reference: str) -> HttpResponse:
    """The answer itself has the number, so a second sending is not led elsewhere."""
    page = WorkerActPage(request, reference, SeeContactForm)
    user = request.user
    if not isinstance(user, User):
        return signed_out(page)
    page.open()
    if request.method != "POST":
        return page.draw(page.form()) if page.is_offered else page.draw_nothing_to_do()
    if page.closed is not None:
        return no_longer(page, page.closed)
    return _sent(request, reference, page, user)


def _sent(request: HttpRequest, reference: str, page: WorkerActPage, user: User) -> HttpResponse:
    form = page.form(request.POST)
    assert isinstance(form, SeeContactForm)
    if not form.is_valid():
        return page.draw(form, status=IN_THE_WAY)
    if looked_at_many(user, now=timezone.now()):
        asked = proof_asked(request, _("see more numbers"))
        if asked is not None:
            return asked
    try:
        _look(request, form, user)
    except Refused as refused:
        return _refused(page, form, refused)
    return page.draw(form)


def _refused(page: WorkerActPage, form: SeeContactForm, refused: Refused) -> HttpResponse:
    if isinstance(refused, NotOpen):
        page.open()
        return no_longer(page, refused)
    form.refuse(refused)
    return page.draw(form, status=refused.status)


def _look(request: HttpRequest, form: SeeContactForm, user: User) -> None:
    """A doubled click is one look; the same form sent much later, or elsewhere, is another."""
    owner, key = owner_of(request), form.submission_key
    here = address_of_act(form.context.issue, Act.SEE_CONTACT)

    def act() -> str:
        spend("numbers", person=user)
        form.perform()
        return here

    once(key, form=here, owner=owner, user=user, act=act)
    if form.card is not None:
        return
    if result_of(str(key), form=here, owner=owner, since=form.context.now - SAME_LOOK) == here:
        form.show()
    else:
        spend("numbers", person=user)
        form.perform()
