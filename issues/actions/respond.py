"""Answer the resident; the first answer of a turn is the first contact."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.storable import storable_text
from issues.casework import deadlines
from issues.casework.case import opened
from issues.casework.moments import checked_moment
from issues.casework.replies import drop_reply, keep_reply
from issues.casework.tell import tell_others, tell_reporter
from issues.casework.turn_of_actor import body_of_actor
from issues.enums.activity import AnswerWay
from issues.enums.acts import Act
from issues.enums.deadlines import DeadlineKind
from issues.models import Issue, Response
from issues.queries.facts import holder_of
from issues.queries.names_behind import names_behind
from issues.rules import acts_for


def respond(
    issue: Issue,
    *,
    actor: User,
    now: datetime,
    text: str,
    way: AnswerWay = AnswerWay.ONLINE,
    said_at: datetime | None = None,
    keep_as: str = "",
    drop: str = "",
    seen: int | None = None,
) -> Issue:
    """Record the answer. `said_at` may be earlier than now.

    It may not be earlier than the lead's turn, nor, for the first receiver, than the matter.
    `keep_as` keeps the words for the actor's body under that name; `drop` names those to forget.
    """
    with opened(issue, Act.RESPOND, actor=actor, now=now, seen=seen) as case:
        text = storable_text(text, Response, "text", missing=_("Write what you told the resident."))
        turn = case.lead
        mine = case.standing is not None and acts_for(case.standing, holder_of(turn))
        moment = checked_moment(
            case, said_at, field="said_at", since=turn.started_at if mine else None
        )
        case.changes.activity.append(
            Response(
                issue=case.issue,
                assignment=turn,
                by=actor,
                way=way,
                text=text,
                said_at=moment,
            )
        )
        if mine:
            deadlines.meet(case, DeadlineKind.RESPOND, turn=turn, at=moment)
        case.record("responded", {"way": way}, texts={"text": text}, happened_at=moment)
        tell_reporter(case, "responded", body=turn.body.code if mine else "", said=text)
        tell_others(case, "responded_there")
        if drop:
            drop_reply(body_of_actor(case), name=drop)
        if keep_as:
            names = names_behind(case.issue)
            keep_reply(body_of_actor(case), name=keep_as, text=text, names=names)
        return case.issue
