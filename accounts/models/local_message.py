"""An SMS of the demo, shown on /demo/sms/ instead of being sent."""

import re

from django.db import models

from accounts import phones


class LocalMessage(models.Model):
    phone = models.CharField(max_length=16)
    text = models.CharField(max_length=1000)
    purpose = models.CharField(max_length=20)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["-created_at"], name="local_message_newest")]

    def __str__(self) -> str:
        return f"{self.purpose}, {self.masked_phone}"

    @property
    def masked_phone(self) -> str:
        return phones.mask(self.phone)

    @property
    def code(self) -> str:
        """The six digits, so that the page can print them large."""
        found = re.search(r"(?<![0-9])[0-9]{6}(?![0-9])", self.text)
        return found.group() if found and self.purpose == "code" else ""
