"""Messages of the demo, shown on /demo/sms/ instead of being sent."""

import re

from django.db import models
from django.db.models import Q

from accounts import addresses, phones


class LocalMessage(models.Model):
    """A text message has a `phone`, an e-mail an `address` and a subject."""

    phone = models.CharField(max_length=16, blank=True)
    address = models.EmailField(blank=True)
    subject = models.CharField(max_length=200, blank=True)
    text = models.CharField(max_length=4000)
    purpose = models.CharField(max_length=20)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="local_message_goes_one_way",
                condition=Q(phone="", address__gt="") | Q(phone__gt="", address=""),
            ),
        ]
        indexes = [models.Index(fields=["-created_at"], name="local_message_newest")]

    def __str__(self) -> str:
        return f"{self.purpose}, {self.masked}"

    @property
    def masked(self) -> str:
        return addresses.mask(self.address) if self.address else phones.mask(self.phone)

    @property
    def code(self) -> str:
        """The six digits, so that the page can print them large."""
        found = re.search(r"(?<![0-9])[0-9]{6}(?![0-9])", self.text)
        return found.group() if found and self.purpose == "code" else ""
