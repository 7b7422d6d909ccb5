"""What residents do on a matter: every way of sending, and none that leaks or loses words."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from django.utils.translation import gettext

from accounts.models import User
from issues.actions.confirm import confirm
from issues.actions.respond import respond
from issues.enums.activity import Resolved
from issues.enums.stages import Stage
from issues.models import Addition, Issue, Support, Verdict
from tests.harness.signing_in import signed_in
from tests.issues.staging import key, published, raised, settled
from tests.world import World

FORMS = ["support", "add", "confirm", "withdraw"]


def at(issue: Issue, form: str = "") -> str:
    return f"/issues/{issue.reference}/" + (f"{form}/" if form else "")


def reread(issue: Issue) -> Issue:
    return Issue.objects.get(pk=issue.pk)


def send(user: User, issue: Issue, form: str, **data: Any) -> HttpResponse:
    data.setdefault("submission", key())
    response: HttpResponse = signed_in(user).post(at(issue, form), data)  # type: ignore[assignment]
    return response


def drawn(issue: Issue) -> dict[str, Any]:
    """The hidden inputs of a page drawn now."""
    issue = reread(issue)
    return {"version": issue.version, "entry": 99}


@pytest.mark.parametrize("form", FORMS)
def test_a_visitor_is_led_to_sign_in_and_back_here(world: World, form: str) -> None:
    issue = published(world)
    response = Client().get(at(issue, form))
    assert response.status_code == 302
    assert response.headers["Location"] == f"/sign-in/?next=/issues/{issue.reference}/{form}/"


@pytest.mark.parametrize("form", ["add", "confirm", "withdraw"])
def test_a_session_that_ended_while_typing_gives_the_words_back(world: World, form: str) -> None:
    issue = settled(world)
    response = Client().post(
        at(issue, form), {"text": "还有味，<b>三天</b>了", "submission": key()}
    )
    text = response.content.decode()
    assert response.status_code == 409
    assert "还有味，&lt;b&gt;三天&lt;/b&gt;了" in text
    assert f"/sign-in/?next=/issues/{issue.reference}/{form}/" in text
    assert issue.text not in text
    assert not Addition.objects.exists()


def test_a_session_that_ended_with_nothing_typed_leads_to_sign_in(world: World) -> None:
    response = Client().post(at(published(world), "support"), {"submission": key()})
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/sign-in/?next=")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_not_public_is_not_there_for_a_neighbour(
    world: World, form: str, method: str
) -> None:
    client = signed_in(world.neighbour)
    response = getattr(client, method)(at(raised(world), form), {"submission": key()})
    assert response.status_code == 404


def test_a_neighbour_says_it_happened_to_them_too_once(world: World) -> None:
    issue = published(world)
    sent = key()
    for _ in range(2):
        response = send(world.neighbour, issue, "support", submission=sent)
        assert response.status_code == 302
    send(world.neighbour, issue, "support")
    assert Support.objects.filter(issue=issue).count() == 1


def test_the_reporter_does_not_count_as_a_neighbour(world: World) -> None:
    issue = published(world)
    assert send(world.resident, issue, "support").status_code == 409
    assert not Support.objects.exists()


def test_something_is_added_once_however_often_it_is_sent(world: World) -> None:
    issue = published(world)
    sent = key()
    for _ in range(3):
        response = send(world.neighbour, issue, "add", text="昨晚又堵了", submission=sent)
        assert response.status_code == 302
    assert Addition.objects.get(issue=issue).text == "昨晚又堵了"


@pytest.mark.parametrize("text", ["", "   ", "长" * 2001])
def test_an_addition_that_will_not_do_comes_back_in_a_sentence(world: World, text: str) -> None:
    response = send(world.neighbour, published(world), "add", text=text)
    assert response.status_code == 422
    assert "field-error" in response.content.decode()
    assert text in response.content.decode()
    assert not Addition.objects.exists()


def test_the_three_buttons_open_the_form_with_the_answer_chosen(world: World) -> None:
    issue = settled(world)
    text = signed_in(world.resident).get(at(issue, "confirm") + "?resolved=partly")
    assert 'value="partly" id="id_resolved_1" required checked' in text.content.decode()


@pytest.mark.parametrize(
    ("resolved", "stage"),
    [("solved", Stage.CLOSED), ("partly", Stage.DELIVER), ("not", Stage.DELIVER)],
)
def test_the_word_counts_without_satisfaction(world: World, resolved: str, stage: Stage) -> None:
    issue = settled(world)
    response = send(world.resident, issue, "confirm", resolved=resolved, **drawn(issue))
    assert response.status_code == 302
    assert reread(issue).stage == stage
    assert Verdict.objects.get(issue=issue).satisfaction == ""


def test_the_next_level_looks_at_it_when_asked(world: World) -> None:
    issue = settled(world)
    send(world.resident, issue, "confirm", resolved="not", look_above="on", **drawn(issue))
    assert reread(issue).level == "community"


def test_a_solved_matter_never_goes_up(world: World) -> None:
    issue = settled(world)
    send(world.resident, issue, "confirm", resolved="solved", look_above="on", **drawn(issue))
    assert not Verdict.objects.get(issue=issue).look_above


def test_a_word_sent_twice_is_given_once(world: World) -> None:
    issue = settled(world)
    data = {"resolved": "solved", "submission": key(), **drawn(issue)}
    first = send(world.resident, issue, "confirm", **data)
    second = send(world.resident, issue, "confirm", **data)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first.headers["Location"] == second.headers["Location"]
    assert Verdict.objects.filter(issue=issue).count() == 1


@pytest.mark.parametrize("who", ["neighbour", "grid_worker", "staff"])
def test_nobody_else_gives_the_residents_word(world: World, who: str) -> None:
    issue = settled(world)
    response = send(getattr(world, who), issue, "confirm", resolved="solved", **drawn(issue))
    assert response.status_code == 409
    assert reread(issue).stage == Stage.CONFIRM


def test_no_answer_chosen_is_asked_for_in_a_sentence(world: World) -> None:
    issue = settled(world)
    response = send(world.resident, issue, "confirm", text="谢谢王晓燕", **drawn(issue))
    assert response.status_code == 422
    assert "field-error" in response.content.decode()
    assert "谢谢王晓燕" in response.content.decode()


def test_a_stale_page_says_what_changed_and_keeps_what_was_typed(world: World) -> None:
    issue = settled(world)
    seen = reread(issue).version
    page = signed_in(world.resident).get(at(issue, "confirm"))
    entry = page.context["entry"]
    respond(issue, actor=world.grid_worker, now=timezone.now(), text="明天再来看一次")
    sent = key()
    data = {"resolved": "not", "text": "还有味", "version": seen, "entry": entry}
    response = send(world.resident, issue, "confirm", submission=sent, **data)
    text = response.content.decode()
    assert response.status_code == 409
    assert "明天再来看一次" in text
    assert "还有味" in text
    assert "checked" in text
    assert [line["kind"] for line in response.context["changes"]] == ["issue.responded"]  # type: ignore[attr-defined]
    assert not Verdict.objects.exists()
    # The form that came back is good: same key, the version of now.
    assert sent in text
    again = {**data, "version": response.context["version"]}  # type: ignore[attr-defined]
    assert send(world.resident, issue, "confirm", submission=sent, **again).status_code == 302
    assert Verdict.objects.get(issue=issue).resolved == Resolved.NOT


def test_a_stale_page_that_can_no_longer_be_sent_keeps_the_words_and_offers_no_button(
    world: World,
) -> None:
    issue = settled(world)
    page = signed_in(world.resident).get(at(issue, "confirm"))
    data = {"version": page.context["version"], "entry": page.context["entry"]}
    confirm(issue, actor=world.resident, now=timezone.now(), resolved=Resolved.SOLVED)
    response = send(world.resident, issue, "confirm", resolved="not", text="还有味", **data)
    text = response.content.decode()
    assert response.status_code == 409
    assert "还有味" in text
    assert gettext("Send my word") not in text


def test_a_matter_is_taken_back_with_a_reason(world: World) -> None:
    issue = published(world)
    data = {"reason": "settled", "text": "自己通了", **drawn(issue)}
    assert send(world.resident, issue, "withdraw", **data).status_code == 302
    issue = reread(issue)
    assert issue.stage == Stage.WITHDRAWN
    assert issue.ending_note.endswith("自己通了")


@pytest.mark.parametrize("data", [{}, {"reason": "other"}, {"reason": "nonsense"}])
def test_it_is_not_taken_back_without_one(world: World, data: dict[str, str]) -> None:
    issue = published(world)
    response = send(world.resident, issue, "withdraw", **data, **drawn(issue))
    assert response.status_code == 422
    assert reread(issue).stage == Stage.COLLECT


def test_a_neighbour_takes_nothing_back(world: World) -> None:
    issue = published(world)
    send(world.neighbour, issue, "withdraw", reason="no_wish", **drawn(issue))
    assert reread(issue).stage == Stage.COLLECT


@pytest.mark.parametrize("form", ["confirm", "withdraw"])
def test_a_form_without_its_key_loses_nothing(world: World, form: str) -> None:
    issue = settled(world) if form == "confirm" else published(world)
    response = send(world.resident, issue, form, submission="", text="话还在", resolved="not")
    assert response.status_code == 422
    assert "话还在" in response.content.decode()


@pytest.mark.parametrize("form", FORMS)
def test_where_nothing_is_left_to_do_the_page_says_so(world: World, form: str) -> None:
    issue = settled(world)
    send(world.resident, issue, "confirm", resolved="solved", **drawn(issue))
    response = signed_in(world.resident).get(at(issue, form), follow=True)
    assert response.redirect_chain[-1][0] == at(issue)
    assert 'id="messages"' in response.content.decode()
