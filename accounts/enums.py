from enum import Enum, auto
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

# In place of the tries of a code that was right: it counts once.
USED: Final = 10_000


class Language(models.TextChoices):
    CHINESE = "zh-hans", _("Chinese")
    ENGLISH = "en", _("English")


class CodeAnswer(Enum):
    """The answer to a code that somebody typed."""

    RIGHT = auto()
    WRONG = auto()
    EXPIRED = auto()
    SPENT = auto()
    # It was right, and has done what it was for.
    USED = auto()
