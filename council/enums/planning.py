"""What can be done before a sitting runs: a file of its name in `actions/meetings|agenda/`."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MeetingAct(models.TextChoices):
    # Asked of a council: there is no sitting yet.
    CONVENE = "convene", _("convene a sitting")
    RECORD_TALK = "talk", _("write down a talk")
    # Asked of a sitting.
    CALL = "call", _("call the sitting")
    CHANGE = "edit", _("change the sitting")
    INVITE = "invite", _("invite somebody")
    RECALL = "recall", _("recall the sitting")
    CANCEL = "cancel", _("cancel the sitting")
    PUT_ON = "put-on", _("put an item on the agenda")
    ACCEPT_PROPOSAL = "accept", _("take a proposal onto the agenda")
    PUT_OFF_PROPOSAL = "put-off", _("put a proposal off")
    ORDER_AGENDA = "agenda", _("order the agenda")
    TAKE_OFF = "take-off", _("take an item off")
    POSTPONE = "postpone", _("put an item off")
    REHEARSE = "rehearse", _("rehearse the sitting")
    NEXT = "next", _("book the next sitting")
    OPINION = "opinion", _("say one's opinion")


# These touch where and when the sitting is: its venue is locked before it.
OF_ITS_PLACE = frozenset({MeetingAct.CHANGE, MeetingAct.CALL, MeetingAct.RECALL, MeetingAct.CANCEL})
