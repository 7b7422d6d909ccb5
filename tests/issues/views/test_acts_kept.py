"""What is typed on an act's own page outlives a reload, another language and a refusal."""

from __future__ import annotations

import re

import pytest

from issues.enums.acts import Act
from issues.models import Response
from tests.issues.acting import draw, raised, send
from tests.world import World

pytestmark = pytest.mark.django_db

FORM = re.compile(r'<form method="post"[^>]*class="act-form"[^>]*>')


def form_of(page: str) -> str:
    found = FORM.search(page)
    assert found is not None
    return found.group()


@pytest.mark.parametrize("act", [Act.RESPOND, Act.PUBLISH, Act.CLASSIFY])
def test_the_page_of_an_act_keeps_a_draft(world: World, act: Act) -> None:
    issue = raised(world)
    send(world.grid_worker, issue, Act.RECEIVE, {})
    form = form_of(draw(world.grid_worker, issue, act))
    assert f'data-keep="{act.value}-{issue.reference}"' in form
    assert "data-as-sent" not in form, "what was kept is put back"


def test_what_was_refused_is_kept_as_it_was_sent(world: World) -> None:
    issue = raised(world)
    send(world.grid_worker, issue, Act.RECEIVE, {})
    answer = send(world.grid_worker, issue, Act.RESPOND, {"text": "下午来看", "way": "pigeon"})
    assert answer.status_code == 422
    form = form_of(answer.content.decode())
    assert f'data-keep="respond-{issue.reference}"' in form
    assert "data-as-sent" in form
    assert not Response.objects.exists()
