"""The adapter for allauth; people are known by a phone number alone."""

from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import httpkit
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from accounts.actions.devices import note_device
from accounts.actions.set_phone import set_phone
from accounts.models import User
from accounts.presence import begin
from accounts.queries.person import person_by_phone
from accounts.queries.visitor import visitor_of
from accounts.sessions import DEVICE
from accounts.sign_in import announce_signed_in, kept_for_the_browser
from accounts.with_person import person_of_session, posts_of


class PhoneAdapter(DefaultAccountAdapter):
    """Only what our own sign-in pages use; allauth's pages have no URL here."""

    request: HttpRequest

    def get_login_stages(self) -> list[str]:
        return ["accounts.one_time_code.CodeStage"]

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        visitor = "" if request.user.is_authenticated else visitor_of(request)
        with kept_for_the_browser(request):
            super().login(request, user)
        self._note_device(request, cast("User", user))
        announce_signed_in(request, cast("User", user), visitor=visitor)

    def _note_device(self, request: HttpRequest, person: User) -> None:
        now = timezone.now()
        posts = posts_of(person_of_session(person.pk))
        begin(request.session, posts=posts, now=now.timestamp())
        if request.session.session_key is None:
            request.session.create()
        device = note_device(
            person,
            session_key=str(request.session.session_key),
            says=request.headers.get("User-Agent", ""),
            address=self.get_client_ip(request),
            actor=person,
            now=now,
        )
        request.session[DEVICE] = device.pk

    def respond_user_inactive(self, request: HttpRequest, user: AbstractBaseUser) -> HttpResponse:
        """Shown only once the number is proved, so nobody learns it by asking for a code."""
        messages.error(request, _("This account is closed. Please turn to your community."))
        return HttpResponseRedirect(reverse("accounts:sign_in"))

    def is_safe_url(self, url: str | None) -> bool:
        """Allow only our own host; allauth would allow every host of the settings."""
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts={self.request.get_host()}, require_https=self.request.is_secure()
        )

    def get_client_ip(self, request: HttpRequest) -> str:
        """Behind a socket there is no address; all share one limit instead of being refused."""
        return httpkit.get_client_ip(request) or "unknown"

    def get_user_by_phone(self, phone: str) -> User | None:
        return person_by_phone(phone)

    def get_phone(self, user: AbstractBaseUser) -> tuple[str, bool] | None:
        person = cast("User", user)
        return (person.phone, person.phone_verified) if person.phone else None

    def set_phone(self, user: AbstractBaseUser, phone: str, verified: bool) -> None:  # noqa: FBT001
        person = cast("User", user)
        set_phone(person, phone, actor=person, verified=verified)

    def set_phone_verified(self, user: AbstractBaseUser, phone: str) -> None:
        """Nothing to do: `admit` noted it when the code was right."""

    def send_verification_code_sms(
        self, user: AbstractBaseUser, phone: str, code: str, **kwargs: Any
    ) -> None:
        """Never called: only `accounts.one_time_code` sends codes, and it counts them."""
        raise NotImplementedError
