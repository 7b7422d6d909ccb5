"""How many matters of a place stand where: kept, since counting costs more with each matter."""

from __future__ import annotations

from django.db import models

from grids.models import Body
from issues.enums.tally import Figure


class Tally(models.Model):
    """What one statement added to a figure of a community; the figure is the sum of its rows.

    Triggers of the database write them, whoever changes a matter, and nobody waits for another's
    row. `fold_tallies` makes one row of all that is `fresh`.
    """

    community = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", db_index=False)
    figure = models.CharField(max_length=11, choices=Figure.choices)
    # The grid of what is open, the category of what was settled; 0 for the others.
    part = models.BigIntegerField(default=0)
    amount = models.DecimalField(max_digits=16, decimal_places=2)
    fresh = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="tally_figure_known", condition=models.Q(figure__in=Figure.values)
            ),
        ]
        indexes = [
            models.Index(fields=["community", "figure", "part"], name="tally_of_a_community"),
            models.Index(fields=["id"], name="tally_fresh", condition=models.Q(fresh=True)),
        ]

    def __str__(self) -> str:
        return f"{self.community_id} {self.figure} {self.amount}"
