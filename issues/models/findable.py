"""What matters are found by, and what has to be read again since a name changed."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from issues.enums.finding import NamedThing, SearchAudience
from issues.models.issue import Issue


class Findable(models.Model):
    """The terms by which some readers find a matter: a row for each kind of readers.

    A matter that is not public has no row for everyone. Each term begins with who finds it and
    in which community, so a search reads nothing of others. In a table of its own, since acts
    change a matter's row much more often than its words.
    """

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="findable")
    audience = models.CharField(max_length=1, choices=SearchAudience.choices)
    terms = SearchVectorField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issue", "audience"], name="findable_once"),
            models.CheckConstraint(
                name="findable_audience_known",
                condition=models.Q(audience__in=SearchAudience.values),
            ),
        ]
        indexes = [
            # Without a list of pending entries, which each search would have to go through.
            GinIndex(fields=["terms"], name="findable_terms", fastupdate=False),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.audience}"


class Renamed(models.Model):
    """A place or a category has another name: its matters up to `done` are found by that already.

    The row goes some time after the last of them is, since what was just being raised then was
    still read with the old name.
    """

    thing = models.CharField(max_length=8, choices=NamedThing.choices)
    key = models.BigIntegerField()
    done = models.BigIntegerField(default=0)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="renamed_thing_known", condition=models.Q(thing__in=NamedThing.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.thing} {self.key}"
