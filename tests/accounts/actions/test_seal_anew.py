"""A key that was changed can be taken away: what it sealed is sealed under the new one."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import Settings

from accounts.actions.factors import give_factor
from accounts.enums import CodeAnswer
from accounts.models import User
from accounts.queries.factors import recovery_codes_of
from tests.accounts.factories import make_user
from tests.accounts.factoring import digits, with_factor

pytestmark = pytest.mark.django_db
OLD, NEW, LOST = "old key" * 9, "new key" * 9, "lost key" * 9


def sealed_by(key: str, settings: Settings) -> User:
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = key, []
    return with_factor(make_user())


def test_a_code_seals_what_it_is_compared_with_anew(settings: Settings) -> None:
    person, now = sealed_by(OLD, settings), timezone.now()
    codes = recovery_codes_of(person)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, [OLD]
    # A wrong one too: the old key may be taken away tomorrow.
    assert give_factor(person, code="00000000", actor=person, now=now) is CodeAnswer.WRONG
    settings.SECRET_KEY_FALLBACKS = []
    assert give_factor(person, code=digits(now), actor=person, now=now) is CodeAnswer.RIGHT
    assert recovery_codes_of(person) == codes
    assert give_factor(person, code=codes[3], actor=person, now=now) is CodeAnswer.RIGHT
    assert recovery_codes_of(person) == [*codes[:3], *codes[4:]]


def test_one_command_does_it_for_everybody_and_says_for_whom_it_can_not(
    settings: Settings,
) -> None:
    now, people = timezone.now(), [sealed_by(OLD, settings) for _ in range(2)]
    already = sealed_by(NEW, settings)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEW, [OLD]
    out = StringIO()
    call_command("seal_factors", stdout=out)
    # An app's secret and the seed of recovery codes.
    assert out.getvalue() == "Sealed anew: 4. Already so: 2.\n"
    settings.SECRET_KEY_FALLBACKS = []
    for person in [*people, already]:
        assert give_factor(person, code=digits(now), actor=person, now=now) is CodeAnswer.RIGHT
        assert len(recovery_codes_of(person)) == 10
    sealed_by(LOST, settings)
    settings.SECRET_KEY = NEW
    with pytest.raises(CommandError, match="No key opens 2"):
        call_command("seal_factors", stdout=out)
    assert out.getvalue().endswith("Sealed anew: 0. Already so: 6.\n")
