"""What can be done to a matter: a file of its name in `actions/`, a row in `acts/table.py`."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Act(models.TextChoices):
    RECEIVE = "receive", _("take it in")
    PUBLISH = "publish", _("check and publish")
    KEEP_PRIVATE = "keep_private", _("keep it private")
    HIDE = "hide", _("hide")
    RESPOND = "respond", _("answer the resident")
    CLASSIFY = "classify", _("set the class")
    DECLINE = "decline", _("decline, with where to go")
    MERGE = "merge", _("merge")
    WITHDRAW = "withdraw", _("withdraw")
    SUPPORT = "support", _("the same happened to us")
    FOLLOW = "follow", _("follow")
    ADD = "add", _("add something")
    FIND = "find", _("write down a finding")
    DELIBERATE = "deliberate", _("write down a talk")
    SETTLE = "settle", _("settle on the spot")
    COMMIT = "commit", _("promise")
    DELIVER = "deliver", _("report the result")
    VERIFY = "verify", _("check on the spot")
    CONFIRM = "confirm", _("give one's word")
    CALL_BACK = "call_back", _("call back")
    PUSH_UP = "push_up", _("push up")
    NAME_LEAD = "name_lead", _("name the lead")
    JOIN = "join", _("ask a body to join")
    NOTE = "note", _("leave a note for colleagues")
    ASSIGN = "assign", _("say who sees to it")
    SEE_CONTACT = "see_contact", _("see the phone number")
