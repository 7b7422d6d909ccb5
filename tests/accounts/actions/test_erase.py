from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from accounts.actions.erase import erase_user
from accounts.actions.factors import give_factor
from accounts.actions.keep_message import keep_mail, keep_message
from accounts.enums import CodeAnswer
from accounts.models import Device, LocalMessage, User, WrongFactor
from accounts.queries.factors import has_factor, recovery_codes_of
from tests.accounts.factories import make_user
from tests.accounts.factoring import with_factor
from tests.accounts.walking import sign_in

pytestmark = pytest.mark.django_db
PHONE = "+8613800138000"


@pytest.fixture
def person() -> User:
    user = make_user(PHONE, name="王大妈")
    keep_message(PHONE, text="to her", purpose="notice", actor=None)
    return user


def test_a_tombstone_says_nothing_of_the_person(person: User) -> None:
    now = timezone.now()

    erase_user(person, actor=person, now=now)

    person.refresh_from_db()
    assert (person.phone, person.name, person.phone_verified) == (None, "", False)
    assert (person.is_active, person.erased_at, person.last_login) == (False, now, None)
    assert not LocalMessage.objects.exists()


def test_the_persons_browsers_are_signed_out_and_others_are_not(person: User) -> None:
    hers, other = Client(), Client()
    hers.force_login(person)
    other.force_login(make_user())

    erase_user(person, actor=None, now=timezone.now())

    assert Session.objects.count() == 1
    assert hers.get("/sign-in/").status_code == 200
    assert other.get("/sign-in/?next=/issues/").status_code == 302


def test_the_address_goes_with_its_letters_and_others_keep_theirs(person: User) -> None:
    User.objects.filter(pk=person.pk).update(email="wang@example.org")
    for address in ("wang@example.org", "li@example.org"):
        keep_mail(address, subject="A", text="to her", purpose="notice", actor=None)

    erase_user(person, actor=person, now=timezone.now())

    person.refresh_from_db()
    assert person.email == ""
    assert [message.address for message in LocalMessage.objects.all()] == ["li@example.org"]


def test_who_gave_no_address_takes_nobodys_letters_along(person: User) -> None:
    keep_message("+8613900000001", text="to him", purpose="notice", actor=None)

    erase_user(person, actor=person, now=timezone.now())

    assert LocalMessage.objects.get().text == "to him"


def test_others_keep_what_is_theirs(person: User) -> None:
    stranger = make_user(name="老李")
    keep_message(str(stranger.phone), text="to him", purpose="notice", actor=None)

    erase_user(person, actor=None, now=timezone.now())

    stranger.refresh_from_db()
    assert stranger.name == "老李"
    assert LocalMessage.objects.get().phone == stranger.phone


def test_erasing_again_changes_nothing(person: User) -> None:
    now = timezone.now()
    erase_user(person, actor=None, now=now)

    erase_user(person, actor=None, now=now + timedelta(days=1))

    person.refresh_from_db()
    assert person.erased_at == now


def test_the_number_is_free_for_somebody_new(person: User) -> None:
    erase_user(person, actor=None, now=timezone.now())

    client = Client()
    sign_in(client, PHONE)

    assert client.session["_auth_user_id"] != str(person.pk)


def test_devices_and_the_second_factor_go_too(person: User) -> None:
    with_factor(person)
    sign_in(Client(), PHONE)
    now = timezone.now()
    assert give_factor(person, code="000000", actor=person, now=now) is not CodeAnswer.RIGHT

    erase_user(person, actor=person, now=now)

    for kept in (Device, WrongFactor):
        assert not kept.objects.exists()
    assert not has_factor(person)
    assert recovery_codes_of(person) == []
