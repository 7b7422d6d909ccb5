"""A form of each act as somebody fills it who may do it, and where it is sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from issues.enums.acts import Act
from issues.models import Issue
from tests.matrix.stage import Stage

Fill = Callable[[Stage, str], dict[str, Any]]
OF_RESIDENTS = (Act.SUPPORT, Act.FOLLOW, Act.ADD, Act.CONFIRM, Act.WITHDRAW)


def just(**fields: Any) -> Fill:
    return lambda _stage, _about: fields


def kind_of_matter(stage: Stage, about: str) -> dict[str, Any]:
    category = stage.world.categories["noise" if about == "dispute" else "roofs"]
    return {"matter_class": "hard", "category": category.pk, "reason": "看过现场"}


def promise(_stage: Stage, _about: str) -> dict[str, Any]:
    in_time = timezone.localtime() + timedelta(hours=2)
    return {"text": "周五换管", "due_at": in_time.strftime("%Y-%m-%dT%H:%M")}


def another(stage: Stage, about: str) -> dict[str, Any]:
    return {"reference": stage.reference("to be checked" if about == "public" else "public")}


def beside(stage: Stage, about: str) -> dict[str, Any]:
    """A colleague to whom it has not fallen yet."""
    if about == "at the street":
        return {"to": stage.user("general_clerk").pk}
    at_department = about in {"at the department", "to be checked"}
    return {"to": stage.user("signer" if at_department else "grid_head").pk}


def somebody(stage: Stage, _about: str) -> dict[str, Any]:
    return {"body": stage.world.sanitation.pk, "reason": "请配合"}


FORMS: dict[Act, Fill] = {
    Act.RECEIVE: just(),
    Act.PUBLISH: just(public_title="下水道堵了", public_text="楼前下水道堵了。"),
    Act.KEEP_PRIVATE: just(),
    Act.HIDE: just(reason="写了门牌"),
    Act.RESPOND: just(text="下午来看", way="online"),
    Act.CLASSIFY: kind_of_matter,
    Act.DECLINE: just(where_to="请打 12345"),
    Act.MERGE: another,
    Act.FIND: just(text="管道塌了"),
    Act.DELIBERATE: just(said="都同意换", kind="doorstep", head_count=3),
    Act.SETTLE: just(agreed="换好了", kind="doorstep", head_count=2, no_picture_reason="天黑"),
    Act.COMMIT: promise,
    Act.DELIVER: just(text="换好了", no_picture_reason="天黑"),
    Act.VERIFY: just(is_there="yes"),
    Act.CALL_BACK: just(resolved="nobody"),
    Act.PUSH_UP: just(reason="这里办不了", tried="疏通过"),
    Act.NAME_LEAD: somebody,
    Act.JOIN: somebody,
    Act.NOTE: just(text="先打电话再上门"),
    Act.ASSIGN: beside,
    Act.SEE_CONTACT: just(),
    Act.SUPPORT: just(),
    Act.FOLLOW: just(),
    Act.ADD: just(text="昨晚又漫了"),
    Act.CONFIRM: just(resolved="solved"),
    Act.WITHDRAW: just(reason="settled"),
}

# All others carry words that somebody wrote.
WORDLESS = (
    Act.RECEIVE,
    Act.KEEP_PRIVATE,
    Act.VERIFY,
    Act.CALL_BACK,
    Act.ASSIGN,
    Act.SEE_CONTACT,
    Act.SUPPORT,
    Act.FOLLOW,
    Act.CONFIRM,
    Act.WITHDRAW,
)


def filled(stage: Stage, about: str, act: Act) -> dict[str, Any]:
    """With a key of its own and the version that a page drawn now would carry."""
    version = Issue.objects.values_list("version", flat=True).get(pk=stage.issues[about].pk)
    return {"submission": str(uuid4()), "version": version, **FORMS[act](stage, about)}


def address(stage: Stage, about: str, act: Act) -> str:
    reference = stage.reference(about)
    if act in OF_RESIDENTS:
        return reverse(f"issues:{act.value}", args=[reference])
    return reverse("issues:act", args=[reference, act.value])
