"""What can be done in a running sitting: a command each, a file of its name in `actions/`."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TableAct(models.TextChoices):
    # The sitting itself.
    OPEN = "open", _("open the sitting")
    PAUSE = "pause", _("pause")
    RESUME = "resume", _("go on")
    CLOSE = "close", _("close the sitting")
    TAKE_TABLE = "take_table", _("take over the table")
    HAND_OVER_CHAIR = "hand_over_chair", _("hand over the chair")
    TAKE_BACK_CHAIR = "take_back_chair", _("take back the chair")
    # Who is there.
    JOIN = "join", _("join with the code")
    ARRIVE = "arrive", _("is there")
    LEAVE = "leave", _("has left")
    WALK_IN = "walk_in", _("walked in")
    APOLOGISE = "apologise", _("is excused")
    # The agenda.
    START_ITEM = "start_item", _("begin this item")
    END_ITEM = "end_item", _("end this item")
    POSTPONE_ITEM = "postpone_item", _("put this item off")
    ADD_ITEM = "add_item", _("add an item")
    NOTE_ITEM = "note_item", _("write down what was said")
    FIND = "find", _("write down what was seen on the spot")
    RECUSE = "recuse", _("recuse oneself")
    # The floor.
    ASK_FLOOR = "ask_floor", _("ask for the floor")
    WITHDRAW_FLOOR = "withdraw_floor", _("not now")
    GIVE_FLOOR = "give_floor", _("give the floor")
    PAUSE_SPEECH = "pause_speech", _("stop")
    RESUME_SPEECH = "resume_speech", _("go on speaking")
    EXTEND_SPEECH = "extend_speech", _("+1 minute")
    END_SPEECH = "end_speech", _("finished")
    PUT_BACK = "put_back", _("put the last speaker back")
    NOTE_SPEECH = "note_speech", _("write down what they said")
    # Motions and votes.
    MOVE = "move", _("move")
    AMEND = "amend", _("move an amendment")
    SECOND_MOTION = "second_motion", _("second the motion")
    WITHDRAW_MOTION = "withdraw_motion", _("take the motion back")
    REFER_MOTION = "refer_motion", _("refer the motion")
    OPEN_VOTE = "open_vote", _("open the vote")
    CAST_NAMED = "cast_named", _("vote")
    COUNT_HANDS = "count_hands", _("that is the count")
    CLOSE_VOTE = "close_vote", _("close the vote")
    ANNOUNCE = "announce", _("announce the result")
    VOID_VOTE = "void_vote", _("declare the vote void")
    # What was decided.
    ADOPT = "adopt", _("write down the decision")
    ASK_PLEDGE = "ask_pledge", _("ask a body to do it")
    UNDO = "undo", _("undo")


# Slips of presence, floor and item can be undone; a vote, a decision, a signature never.
UNDOABLE = frozenset(
    {
        TableAct.JOIN,
        TableAct.ARRIVE,
        TableAct.LEAVE,
        TableAct.WALK_IN,
        TableAct.APOLOGISE,
        TableAct.START_ITEM,
        TableAct.END_ITEM,
        TableAct.POSTPONE_ITEM,
        TableAct.RECUSE,
        TableAct.ASK_FLOOR,
        TableAct.WITHDRAW_FLOOR,
        TableAct.GIVE_FLOOR,
        TableAct.PAUSE_SPEECH,
        TableAct.RESUME_SPEECH,
        TableAct.EXTEND_SPEECH,
        TableAct.END_SPEECH,
    }
)
