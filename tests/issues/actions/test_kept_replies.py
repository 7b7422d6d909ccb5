"""Words that a body keeps for its answers."""

from __future__ import annotations

from uuid import uuid4

import pytest

from acting.refusals import Refused
from issues.actions.respond import respond
from issues.casework import replies
from issues.models import Issue, KeptReply, Response
from tests.harness.signing_in import signed_in
from tests.issues.actions.doing import NOW, at_grid
from tests.world import World

WORDS = "您好，已经通知物业，三天内上门。"


def answered(world: World, issue: Issue, **given: str) -> None:
    respond(issue, actor=world.grid_worker, now=NOW, **{"text": WORDS, **given})  # type: ignore[arg-type]


def test_words_are_kept_for_everybody_at_the_body_and_for_no_other(world: World) -> None:
    issue = at_grid(world)
    answered(world, issue, keep_as="找物业")
    kept = KeptReply.objects.get()
    assert (kept.body, kept.name, kept.text) == (world.grid, "找物业", WORDS)
    asked = f"/issues/{issue.reference}/act/respond/?reply={kept.pk}"
    beside = signed_in(world.grid_head).get(asked).content.decode()
    assert "找物业" in beside
    assert WORDS in beside.split("<textarea")[1].split("</textarea>")[0]
    other = at_grid(world)
    Issue.objects.filter(pk=other.pk).update(first_receiver=world.other_grid_worker)
    elsewhere = signed_in(world.other_grid_worker).get(
        f"/issues/{other.reference}/act/respond/?reply={kept.pk}"
    )
    assert WORDS not in elsewhere.content.decode()


def test_the_same_name_keeps_the_new_words(world: World) -> None:
    issue = at_grid(world)
    answered(world, issue, keep_as="找物业")
    answered(world, issue, keep_as="找物业", text="物业明天来。")
    assert KeptReply.objects.get().text == "物业明天来。"


@pytest.mark.parametrize("telling", ["请打13905331234", "已到2单元402", "１３９０５３３１２３４"])
def test_what_tells_who_somebody_is_is_not_kept_and_nothing_is_sent(
    world: World, telling: str
) -> None:
    issue = at_grid(world)
    with pytest.raises(Refused) as refused:
        answered(world, issue, keep_as="找物业", text=telling)
    assert refused.value.field == "keep_as"
    assert not KeptReply.objects.exists()
    assert not Response.objects.filter(issue=issue).exists()


@pytest.mark.parametrize(
    ("text", "keep_as"),
    [
        ("赵彩凤您好，明天上门", "回访"),
        ("明天上门", "赵彩凤回访"),
        ("明天上门", "回访13905331234"),
        ("姓名：孙建国，明天上门", "回访"),
    ],
)
def test_neither_the_words_nor_their_name_name_the_resident(
    world: World, text: str, keep_as: str
) -> None:
    issue = at_grid(world)
    Issue.objects.filter(pk=issue.pk).update(contact_name="赵彩凤")
    with pytest.raises(Refused):
        answered(world, issue, keep_as=keep_as, text=text)
    assert not KeptReply.objects.exists()


def test_whoever_speaks_for_an_office_may_be_named_by_their_post(world: World) -> None:
    answered(world, at_grid(world), keep_as="请王主任回", text="请找王主任，0533-2123456。")
    assert KeptReply.objects.get().text == "请找王主任，0533-2123456。"


def test_there_is_a_most_and_a_name_that_is_there_can_still_be_rewritten(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replies, "MOST", 1)
    issue = at_grid(world)
    answered(world, issue, keep_as="一")
    with pytest.raises(Refused):
        answered(world, issue, keep_as="二")
    answered(world, issue, keep_as="一", text="物业明天来。")
    assert KeptReply.objects.get().text == "物业明天来。"


def test_the_form_keeps_and_forgets_words_with_the_answer(world: World) -> None:
    issue = at_grid(world)
    client = signed_in(world.grid_worker)
    address = f"/issues/{issue.reference}/act/respond/"

    def send(**given: str) -> int:
        form = {"submission": str(uuid4()), "way": "online", "text": WORDS, **given}
        return client.post(address, form).status_code

    assert send(keep_as="找物业") == 302
    kept = KeptReply.objects.get()
    assert send(reply=str(kept.pk)) == 302
    assert KeptReply.objects.exists()
    assert send(reply=str(kept.pk), drop="on") == 302
    assert not KeptReply.objects.exists()
    assert Response.objects.filter(issue=issue).count() == 3


def test_who_answers_for_no_body_is_offered_no_list_and_loses_no_answer(world: World) -> None:
    issue = at_grid(world)
    Issue.objects.filter(pk=issue.pk).update(first_receiver=world.street_supervisor)
    client = signed_in(world.street_supervisor)
    address = f"/issues/{issue.reference}/act/respond/"
    page = client.get(address).content.decode()
    assert 'name="text"' in page
    assert 'name="keep_as"' not in page
    form = {"submission": str(uuid4()), "way": "online", "text": WORDS, "keep_as": "找物业"}
    assert client.post(address, form).status_code == 302
    assert Response.objects.get(issue=issue).text == WORDS
    assert not KeptReply.objects.exists()


@pytest.mark.parametrize("reply", ["", "0", "999999", "x", "１"])
def test_a_reply_that_is_not_there_gives_the_empty_form(world: World, reply: str) -> None:
    issue = at_grid(world)
    page = signed_in(world.grid_worker).get(
        f"/issues/{issue.reference}/act/respond/", {"reply": reply}
    )
    assert page.status_code == 200
