"""A link that signs somebody in once, where no message reaches them yet."""

from django.conf import settings
from django.db import models


class SignInLink(models.Model):
    """Kept as a digest, for a day; the link itself is known to whoever asked for it alone."""

    digest = models.CharField(max_length=64, unique=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="sign_in_links"
    )
    made_at = models.DateTimeField(db_index=True)
    good_until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="sign_in_link_ends_after_it_was_made",
                condition=models.Q(good_until__gt=models.F("made_at")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d %H:%M}"
