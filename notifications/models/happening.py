from django.db import models

from notifications.enums import What


class Happening(models.Model):
    """Something has changed at a place that pages show, so an open page has news.

    Only ever added to, so acts at one place don't wait for each other, and forgotten after two
    days. `subject` is the uid of what it is about; that belongs to another app.
    """

    place = models.CharField(max_length=60)
    what = models.CharField(max_length=7, choices=What.choices)
    subject = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["place", "-id"], name="happening_newest_of_place")]

    def __str__(self) -> str:
        return f"{self.place} {self.pk}"
