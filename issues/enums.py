"""States of an issue, its turns and clocks, and the tables about them. Imports nothing of ours."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MatterClass(models.TextChoices):
    """小事好商量、急事快商量、难事多商量、大事必商量 (S4). Empty: not yet classified."""

    SMALL = "small", _("small matter: talk it over readily")
    URGENT = "urgent", _("urgent matter: talk it over fast")
    HARD = "hard", _("hard matter: talk it over again and again")
    MAJOR = "major", _("major matter: it must be talked over")


UNCLASSIFIED = ""
# What nobody carries out before it was talked over.
TALKED_OVER = frozenset({MatterClass.HARD, MatterClass.MAJOR})
# Of two matters handled as one, the class further on holds: what must be talked over stays so, and
# the dates of an urgent one are taken anyway.
STRICTER = (
    UNCLASSIFIED,
    MatterClass.SMALL,
    MatterClass.URGENT,
    MatterClass.HARD,
    MatterClass.MAJOR,
)


class Stage(models.TextChoices):
    """Where a matter stands (S5); the first of the six steps, publicising, is the call itself."""

    COLLECT = "collect", _("collecting")
    TOPIC = "topic", _("setting the topic")
    INVESTIGATE = "investigate", _("looking into it")
    DELIBERATE = "deliberate", _("deliberating")
    DELIVER = "deliver", _("carrying it out")
    CONFIRM = "confirm", _("the resident's word")
    CLOSED = "closed", _("closed")
    DECLINED = "declined", _("not for the council")
    MERGED = "merged", _("merged")
    WITHDRAWN = "withdrawn", _("withdrawn")


ENDED_STAGES = frozenset({Stage.CLOSED, Stage.DECLINED, Stage.MERGED, Stage.WITHDRAWN})
OPEN_STAGES = frozenset(Stage) - ENDED_STAGES

# Every move there is; `casework/stage.py` refuses any other. DELIVER_FROM, below, says which of
# them a class may use.
TRANSITIONS: dict[Stage, frozenset[Stage]] = {
    Stage.COLLECT: frozenset({Stage.TOPIC, Stage.DECLINED, Stage.MERGED, Stage.WITHDRAWN}),
    Stage.TOPIC: frozenset(
        {Stage.INVESTIGATE, Stage.DELIVER, Stage.DECLINED, Stage.MERGED, Stage.WITHDRAWN}
    ),
    Stage.INVESTIGATE: frozenset({Stage.DELIBERATE, Stage.DELIVER, Stage.MERGED, Stage.WITHDRAWN}),
    Stage.DELIBERATE: frozenset({Stage.DELIVER, Stage.WITHDRAWN}),
    Stage.DELIVER: frozenset({Stage.CONFIRM}),
    Stage.CONFIRM: frozenset({Stage.CLOSED, Stage.DELIVER}),
    Stage.CLOSED: frozenset(),
    Stage.DECLINED: frozenset(),
    # Split off again, if the one that it was merged into is taken back.
    Stage.MERGED: frozenset({Stage.COLLECT, Stage.TOPIC}),
    Stage.WITHDRAWN: frozenset(),
}


class Level(models.TextChoices):
    """有事先在网格办、大事社区商量议、难事部门联解决 (S8)."""

    GRID = "grid", _("grid")
    COMMUNITY = "community", _("community")
    DEPARTMENT = "department", _("department")


# From which stages a class may begin to be carried out, at the grid and the community. What a
# department holds it carries out from any step, except a major matter, which is talked over first.
DELIVER_FROM: dict[str, frozenset[Stage]] = {
    MatterClass.SMALL: frozenset({Stage.TOPIC, Stage.INVESTIGATE, Stage.DELIBERATE}),
    MatterClass.URGENT: frozenset({Stage.TOPIC, Stage.INVESTIGATE, Stage.DELIBERATE}),
    MatterClass.HARD: frozenset({Stage.DELIBERATE}),
    MatterClass.MAJOR: frozenset({Stage.DELIBERATE}),
}
DELIVER_FROM_AT_DEPARTMENT: dict[str, frozenset[Stage]] = {
    MatterClass.SMALL: frozenset({Stage.TOPIC, Stage.INVESTIGATE, Stage.DELIBERATE}),
    MatterClass.URGENT: frozenset({Stage.TOPIC, Stage.INVESTIGATE, Stage.DELIBERATE}),
    MatterClass.HARD: frozenset({Stage.TOPIC, Stage.INVESTIGATE, Stage.DELIBERATE}),
    MatterClass.MAJOR: frozenset({Stage.DELIBERATE}),
}
# What a major matter must show besides, at every level: adopted with enough members there.
RESOLUTIONS_BEFORE_DELIVERY: dict[str, int] = {MatterClass.MAJOR: 1}
# What a hard matter must show before it may go to a department by hand.
FINDINGS_BEFORE_DEPARTMENT: dict[str, int] = {MatterClass.HARD: 1}
DELIBERATIONS_BEFORE_DEPARTMENT: dict[str, int] = {MatterClass.HARD: 2}


class Visibility(models.TextChoices):
    """Nothing goes public unread (rules §5)."""

    PENDING = "pending", _("waiting to be checked")
    PUBLIC = "public", _("public")
    PRIVATE = "private", _("private")
    HIDDEN = "hidden", _("hidden")


class Source(models.TextChoices):
    WEB = "web", _("web")
    POSTER = "poster", _("poster at a venue")
    CALL = "call", _("call for ideas")
    CONTACT = "contact", _("monthly contact")
    HOTLINE = "hotline", _("hotline")
    WRITTEN_DOWN = "taken_down", _("taken down for someone")


class Spot(models.TextChoices):
    """Where a matter is that stands at no place we know. Nobody is stopped for it."""

    PUBLIC = "public", _("a public place")
    UNSURE = "unsure", _("can't say")


# What is kept of a community without counting (`Tally`).
class Figure(models.TextChoices):
    RAISED = "raised", "raised"
    OPEN = "open", "open"
    DEPARTMENTS = "departments", "departments"
    SOLVED = "solved", "solved"
    SETTLED = "settled", "settled"
    MONEY = "money", "money"
    TAKEN_IN = "taken_in", "taken in"
    TAKEN_LATE = "taken_late", "taken late"


class SpeaksAs(models.TextChoices):
    """Residents and merchants alike (S15)."""

    RESIDENT = "resident", _("resident")
    MERCHANT = "merchant", _("shop or business")


class Ending(models.TextChoices):
    SOLVED = "solved", _("solved, by the resident's word")
    NO_ANSWER = "no_answer", _("closed without an answer from the resident")


class TurnRole(models.TextChoices):
    LEAD = "lead", _("lead")
    JOINT = "joint", _("joint")


class TurnCause(models.TextChoices):
    """Why an issue came to a body, and why it left it for the next."""

    RAISED = "raised", _("raised here")
    PUSHED_UP = "pushed_up", _("pushed up by hand")
    RESOLUTION = "resolution", _("pushed up by a resolution")
    CLOCK = "clock", _("pushed up by the clock")
    WORD = "word", _("by the resident's word")
    BELONGS = "belongs", _("a major matter belongs to the community")
    NAMED = "named", _("named as the competent body")
    MERGED = "merged", _("with a matter that is handled together")
    SPLIT_OFF = "split_off", _("split off again")
    JOINED = "joined", _("asked to join")
    HANDED_OVER = "handed_over", _("handed over by the clock")
    DONE = "done", _("its part is done")
    ENDED = "ended", _("the matter ended")


class DeadlineKind(models.TextChoices):
    RECEIVE = "receive", _("take it in")
    RESPOND = "respond", _("first contact")
    AGENDA = "agenda", _("on an agenda")
    RESOLVE = "resolve", _("result")
    TALK = "talk", _("a talk")
    DISPATCH = "dispatch", _("name the lead")
    VERIFY = "verify", _("check on the spot")
    SUPERVISED = "supervised", _("supervised")
    PAUSE_END = "pause_end", _("end of the pause")
    PARKED = "parked", _("next answer")
    CONFIRM = "confirm", _("the resident's word")
    COMMITMENT = "commitment", _("promise")


class StartsAt(models.TextChoices):
    TURN = "turn", _("when the turn starts")
    RECEIPT = "receipt", _("when it is taken in")
    EVENT = "event", _("when it comes about")


class OnBreach(models.TextChoices):
    PUSH_UP = "push_up", _("push up")
    SUPERVISE = "supervise", _("supervise")
    TELL_ABOVE = "tell_above", _("remind and tell the level above")
    URGE = "urge", _("urge the body itself, then supervise")
    CLOSE = "close", _("close without an answer")


class Resolved(models.TextChoices):
    SOLVED = "solved", _("solved")
    PARTLY = "partly", _("partly solved")
    NOT = "not", _("not solved")


class Satisfaction(models.TextChoices):
    SATISFIED = "satisfied", _("satisfied")
    FAIRLY = "fairly", _("fairly satisfied")
    NOT = "not", _("not satisfied")


class VerdictVia(models.TextChoices):
    SELF = "self", _("said here")
    CALL_BACK = "call_back", _("said on the phone")


class DeliberationKind(models.TextChoices):
    DOORSTEP = "doorstep", _("doorstep talk")
    PHONE = "phone", _("talk on the phone")
    VISIT = "visit", _("talk on the spot")
    SITTING = "sitting", _("council sitting")


class CouncilAsks(models.TextChoices):
    """What a resolution asks of the body that has the matter; the council itself orders nobody."""

    PUSH_UP = "push_up", _("push it up")
    SETTLE = "settle", _("settle it and ask the resident")


class AnswerWay(models.TextChoices):
    PHONE = "phone", _("by phone")
    VISIT = "visit", _("in person")
    ONLINE = "online", _("here, in writing")


class PhotoPurpose(models.TextChoices):
    RAISED = "raised", _("with the matter")
    ADDED = "added", _("added later")
    FOUND = "found", _("from the visit")
    DELIVERED = "delivered", _("after the work")


class Act(models.TextChoices):
    """What can be done to an issue: a file of its name in `actions/`, a row in `acts/table.py`."""

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


BEFORE_DELIVERY = frozenset({Stage.COLLECT, Stage.TOPIC, Stage.INVESTIGATE, Stage.DELIBERATE})
WORKED_ON = frozenset({Stage.TOPIC, Stage.INVESTIGATE, Stage.DELIBERATE})
