"""The messages that the demo would have sent, newest first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts import addresses, phones
from accounts.email_proof import EmailProof
from accounts.models import User
from accounts.one_time_code import SignInProcess
from demo.queries.messages import newest_messages


@never_cache
@require_safe
def messages(request: HttpRequest) -> HttpResponse:
    own_phone, own_address = _own_phone(request), _own_address(request)
    context = {
        "local_messages": newest_messages(),
        "own_phone": own_phone,
        "own_address": own_address,
        "own_masked": "、".join(
            one for one in (phones.mask(own_phone), addresses.mask(own_address)) if one
        ),
    }
    part = "#messages" if getattr(request, "htmx", False) else ""
    return render(request, f"demo/messages.html{part}", context)


def _own_phone(request: HttpRequest) -> str | None:
    """The number with which this browser signs in or has signed in."""
    if isinstance(request.user, User):
        return request.user.phone
    process = SignInProcess.under_way(request)
    return process.phone if process else None


def _own_address(request: HttpRequest) -> str:
    """The address that this person has given or is about to prove."""
    if not isinstance(request.user, User):
        return ""
    proof = EmailProof.under_way(request, request.user)
    return proof.address if proof else request.user.email
