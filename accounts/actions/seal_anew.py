"""Seal secrets of second factors under the key of now, so that the one before can be taken away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from cryptography.fernet import InvalidToken
from django.db import transaction

from accounts.factor_adapter import sealed_anew
from accounts.models import User

# What a row has sealed: an app's secret, or the seed of recovery codes.
SEALED = ("secret", "seed")


@dataclass(slots=True)
class Sealing:
    """How many rows were sealed anew, were so already, and can't be opened by any key."""

    anew: int = 0
    already: int = 0
    lost: int = 0


def seal_anew(kept: Iterable[Authenticator]) -> Sealing:
    """Of rows of one person, whom the caller has locked. What no key opens is left as it is."""
    done = Sealing()
    for row in kept:
        try:
            fresh = {
                name: sealed
                for name in SEALED
                if name in row.data
                if (sealed := sealed_anew(row.data[name])) is not None
            }
        except InvalidToken:
            done.lost += 1
            continue
        if not fresh:
            done.already += 1
            continue
        row.data.update(fresh)
        row.save(update_fields=["data"])
        done.anew += 1
    return done


def seal_all_anew(*, actor: User | None) -> Sealing:
    """Of everybody, one person after the other: nobody who signs in waits for the others."""
    done = Sealing()
    people = Authenticator.objects.order_by("user").values_list("user", flat=True).distinct()
    for person in list(people):
        with transaction.atomic():
            User.objects.select_for_update().filter(pk=person).first()
            of_one = seal_anew(Authenticator.objects.filter(user=person))
        done.anew += of_one.anew
        done.already += of_one.already
        done.lost += of_one.lost
    return done
