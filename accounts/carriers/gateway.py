"""Text messages through any gateway that is asked by one plain HTTP request."""

from __future__ import annotations

import json
from http.client import HTTPException
from string import Template
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import quote_plus, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings

from accounts.carriers.base import CarrierFailed, SmsCarrier
from accounts.phones import COUNTRY

# What the templates of the settings may name.
WORDS = frozenset({"phone", "mobile", "text", "purpose", "secret"})
TIMEOUT = 10
# An answer is a line or two; nobody needs more of it to see whether the message was taken.
MOST_READ = 64 * 1024


class GatewayCarrier(SmsCarrier):
    """Sends what `SMS_GATEWAY_BODY` says to `SMS_GATEWAY_URL`, once; 2xx is success.

    In URL, body and headers `$phone` stands for the E.164 number, `$mobile` for its eleven
    digits, `$text`, `$purpose`, and `$secret` for `SMS_GATEWAY_SECRET`. Values are escaped as
    the content type asks: as inside a JSON string, or as in a form. Where gateways answer 200 to
    what they refuse, `SMS_GATEWAY_ACCEPTED` names words that only a taken message is answered by.
    """

    def send(self, phone: str, text: str, *, purpose: str) -> None:
        words = {
            "phone": phone,
            "mobile": phone.removeprefix(COUNTRY),
            "text": text,
            "purpose": purpose,
            "secret": settings.SMS_GATEWAY_SECRET,
        }
        try:
            status, answer = ask(words)
        except HTTPError as error:
            reason = f"The gateway answered {error.code}."
            raise CarrierFailed(reason, answer=refusal_of(error)) from None
        # The text of these may repeat the address, and with it the number.
        except (OSError, HTTPException, ValueError) as error:
            raise CarrierFailed(f"The gateway gave no answer: {type(error).__name__}.") from None
        if settings.SMS_GATEWAY_ACCEPTED not in answer:
            reason = f"The gateway answered {status}, but not that it took it."
            raise CarrierFailed(reason, answer=answer)


def ask(words: dict[str, str]) -> tuple[int, str]:
    """The status and the beginning of the answer. Raises HTTPError, OSError, HTTPException."""
    filled = Template(settings.SMS_GATEWAY_URL).substitute(in_form(words))
    if urlsplit(filled).scheme not in {"https", "http"}:
        raise ValueError
    body = Template(settings.SMS_GATEWAY_BODY).substitute(escaped(words))
    request = Request(  # noqa: S310 -- the scheme was looked at
        filled,
        data=body.encode() if settings.SMS_GATEWAY_METHOD == "POST" else None,
        headers=headers(words),
        method=settings.SMS_GATEWAY_METHOD,
    )
    with build_opener(NoRedirects).open(request, timeout=TIMEOUT) as answer:
        return answer.status, beginning_of(answer)


def beginning_of(answer: IO[bytes]) -> str:
    return answer.read(MOST_READ).decode("utf-8", "replace")


def refusal_of(error: HTTPError) -> str:
    """What a gateway that refuses says to it; nothing where that can't be read."""
    try:
        return beginning_of(error)
    except (OSError, HTTPException):
        return ""


def headers(words: dict[str, str]) -> dict[str, str]:
    """`Name: value` by lines or by `|`; they never hold what a person wrote."""
    known = {"secret": words["secret"], "purpose": words["purpose"]}
    given = {"Content-Type": settings.SMS_GATEWAY_CONTENT_TYPE}
    for line in settings.SMS_GATEWAY_HEADERS.replace("|", "\n").splitlines():
        name, colon, value = line.partition(":")
        if colon:
            given[name.strip()] = Template(value.strip()).substitute(known)
    return given


def escaped(words: dict[str, str]) -> dict[str, str]:
    if "json" in settings.SMS_GATEWAY_CONTENT_TYPE:
        return {name: json.dumps(value)[1:-1] for name, value in words.items()}
    return in_form(words)


def in_form(words: dict[str, str]) -> dict[str, str]:
    return {name: quote_plus(value) for name, value in words.items()}


class NoRedirects(HTTPRedirectHandler):
    """A number and a code go to the address of the settings and to no other."""

    def redirect_request(self, *asked: Any, **more: Any) -> None:
        return None
