"""How minutes are signed, and which sheets are filed with them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SignatureWay(models.TextChoices):
    CODE = "code", _("with the code of their phone")
    SHEET = "sheet", _("on the sheet beside it")


class SheetKind(models.TextChoices):
    SIGN_IN = "sign_in", _("sign-in sheet")
    RECORD = "record", _("record sheet")
    BALLOTS = "ballots", _("ballots")
    NOTICE = "notice", _("posted notice")
