"""What is kept of a community without counting (`Tally`)."""

from django.db import models


class Figure(models.TextChoices):
    RAISED = "raised", "raised"
    OPEN = "open", "open"
    DEPARTMENTS = "departments", "departments"
    SOLVED = "solved", "solved"
    SETTLED = "settled", "settled"
    MONEY = "money", "money"
    TAKEN_IN = "taken_in", "taken in"
    TAKEN_LATE = "taken_late", "taken late"
