"""Everyone tries everything: arguments for each act, good enough to be taken where allowed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from accounts.models import User
from issues.actions.add import add
from issues.actions.assign import assign
from issues.actions.call_back import call_back
from issues.actions.classify import classify
from issues.actions.commit import commit
from issues.actions.confirm import confirm
from issues.actions.decline import decline
from issues.actions.deliberate import deliberate
from issues.actions.deliver import deliver
from issues.actions.find import find
from issues.actions.follow import follow
from issues.actions.hide import hide
from issues.actions.join import join
from issues.actions.keep_private import keep_private
from issues.actions.merge import merge
from issues.actions.name_lead import name_lead
from issues.actions.note import note
from issues.actions.publish import publish
from issues.actions.push_up import push_up
from issues.actions.receive import receive
from issues.actions.respond import respond
from issues.actions.see_contact import see_contact
from issues.actions.settle import settle
from issues.actions.support import support
from issues.actions.verify import verify
from issues.actions.withdraw import withdraw
from issues.enums.activity import Resolved
from issues.enums.acts import Act
from issues.enums.matter import MatterClass
from issues.inputs import NewOutcome
from issues.models import Issue
from tests.issues.talking import doorstep
from tests.world import World

Trying = Callable[[Issue, User, datetime], Any]


def tries(world: World, **given: Any) -> dict[Act, Trying]:
    """`given`: matter_class, category, body, resolved, look_above, into, is_there, made_safe."""
    talk = doorstep(said="说好了", agreed="周五前修好", head_count=3)
    result = NewOutcome(text="修好了", no_picture_reason="天黑")
    simple: dict[Act, tuple[Callable[..., Any], dict[str, Any]]] = {
        Act.RECEIVE: (receive, {}),
        Act.PUBLISH: (publish, {"title": "下水道", "text": "下水道堵了"}),
        Act.KEEP_PRIVATE: (keep_private, {}),
        Act.HIDE: (hide, {"reason": "写了别人家的事"}),
        Act.RESPOND: (respond, {"text": "下午来看"}),
        Act.DECLINE: (decline, {"where_to": "请打 12345"}),
        Act.WITHDRAW: (withdraw, {"reason": "已经好了"}),
        Act.SUPPORT: (support, {}),
        Act.FOLLOW: (follow, {}),
        Act.ADD: (add, {"text": "昨晚又漫了"}),
        Act.FIND: (find, {"text": "管道塌了"}),
        Act.DELIBERATE: (deliberate, {"talk": talk}),
        Act.SETTLE: (settle, {"talk": talk, "no_picture_reason": "天黑"}),
        Act.DELIVER: (deliver, {"result": result}),
        Act.PUSH_UP: (push_up, {"reason": "这里办不了", "tried": "疏通过"}),
        Act.SEE_CONTACT: (see_contact, {}),
        Act.NOTE: (note, {"text": "先打电话再上门"}),
        Act.CLASSIFY: (
            classify,
            {
                "matter_class": given.get("matter_class", MatterClass.SMALL),
                "category": given.get("category") or world.categories["sewers"],
                "reason": "看过现场",
            },
        ),
        Act.MERGE: (merge, {"into": given.get("into")}),
        Act.VERIFY: (verify, {"is_there": given.get("is_there", True), "note": "看过"}),
        Act.CONFIRM: (confirm, word := {
            "resolved": given.get("resolved", Resolved.SOLVED),
            "look_above": given.get("look_above", False),
        }),
        Act.CALL_BACK: (call_back, word),
        Act.NAME_LEAD: (name_lead, {"body": given.get("body") or world.housing}),
        Act.JOIN: (
            join, {"body": given.get("joint") or world.property_company, "reason": "请配合"},
        ),
    }  # fmt: skip

    def trying(act: Callable[..., Any], arguments: dict[str, Any]) -> Trying:
        return lambda issue, actor, now: act(issue, actor=actor, now=now, **arguments)

    found = {name: trying(act, arguments) for name, (act, arguments) in simple.items()}
    found[Act.COMMIT] = lambda issue, actor, now: commit(
        issue, actor=actor, now=now, text="周五换管", due_at=now + timedelta(days=4),
        made_safe=bool(given.get("made_safe")), assent=(now + timedelta(days=4)).isoformat(),
    )  # fmt: skip
    found[Act.ASSIGN] = lambda issue, actor, now: assign(
        issue, actor=actor, now=now, to=colleague(world, actor)
    )
    return found


def colleague(world: World, actor: User) -> User:
    """Who sits beside them; whoever sits alone falls back on themselves."""
    pairs = (
        (world.grid_worker, world.grid_head),
        (world.staff, world.lead),
        (world.clerk, world.signer),
        (world.dispatcher, world.general_clerk),
    )
    beside = {one.pk: other for pair in pairs for one, other in (pair, pair[::-1])}
    return beside.get(actor.pk, actor)
