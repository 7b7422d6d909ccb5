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


class MinutesAct(models.TextChoices):
    """What can be done to minutes: a file of its name in `actions/minutes/`."""

    DRAFT = "draft", _("draft the minutes")
    CORRECT = "correct", _("correct the minutes")
    FINISH = "finish", _("finish the minutes")
    SIGN = "sign", _("sign")
    ADD_SHEET = "add_sheet", _("file a sheet")
    PUBLISH = "publish", _("publish the minutes")
    AMEND = "amend", _("write an addendum")
