"""Where somebody is signed in."""

from django.conf import settings
from django.db import models

from accounts.enums import Browser, System


class Device(models.Model):
    """One browser with one session. It goes with its session.

    What a browser says of itself is put into two known words, and of its address only the part is
    kept that tells one network from another.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="devices"
    )
    session_key = models.CharField(max_length=40, unique=True)
    browser = models.CharField(max_length=12, choices=Browser.choices, default=Browser.OTHER)
    system = models.CharField(max_length=12, choices=System.choices, default=System.OTHER)
    network = models.CharField(max_length=40, blank=True, default="")
    signed_in_at = models.DateTimeField()

    class Meta:
        ordering = ["-signed_in_at"]

    def __str__(self) -> str:
        return f"{self.get_browser_display()} · {self.get_system_display()}"
