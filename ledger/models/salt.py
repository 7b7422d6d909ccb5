"""What is hashed before a name, a person or a text, so that its digest can't be guessed."""

from django.db import models
from django.db.models import CheckConstraint, F, Func
from django.db.models.lookups import Exact

from ledger.bodies import SALT_BYTES

_RANDOM = Func(Func(function="gen_random_uuid"), function="uuid_send")
# 244 random bits; the database makes them, so that no statement has to bring them along.
RANDOM_SALT = Func(
    _RANDOM, _RANDOM, function="sha256", arg_joiner=" || ", output_field=models.BinaryField()
)


def salt_is_whole(name: str) -> CheckConstraint:
    """A longer salt could take over the first signs of what it is hashed with."""
    length = Func(F("salt"), function="octet_length", output_field=models.IntegerField())
    return CheckConstraint(name=name, condition=Exact(length, SALT_BYTES))
