"""A matter written down for someone, also where the worker has no place of their own there."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone

from accounts.models import User
from acting.refusals import Refused
from issues.actions.raise_issue import raise_issue
from issues.enums.acts import Act
from issues.enums.matter import Source
from issues.inputs import NewMatter
from issues.models import Issue
from issues.queries.contact import contact_of
from tests.harness.signing_in import signed_in
from tests.issues.acting import act_path, raised
from tests.world import World


def written_down(
    world: World, worker: User, *, contact_phone: str = "13900009999"
) -> tuple[Issue, str, list[str]]:
    """The matter, where its form led to, and what was said."""
    answer = signed_in(worker).post(
        "/raise/",
        {
            "submission": str(uuid4()),
            "text": "孙老师家门口的井盖松了",
            "building": str(world.building.pk),
            "source": "hotline",
            "outside_number": "12345-7",
            "for_someone_else": "on",
            "contact_name": "孙老师",
            "contact_phone": contact_phone,
            "consent_noted": "on",
        },
    )
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    said = [str(message) for message in get_messages(answer.wsgi_request)]
    return Issue.objects.get(), answer["Location"], said


@pytest.mark.parametrize(
    ("typed", "kept", "dialled"),
    [
        ("０２５－８４４２１２３４转801", "025-84421234-801", "025-84421234,801"),
        ("139 0000 9999", "+8613900009999", "+8613900009999"),
        ("7180123", "7180123", "7180123"),
    ],
)
def test_whoever_called_the_hotline_may_have_a_landline(
    world: World, typed: str, kept: str, dialled: str
) -> None:
    issue, _there, _said = written_down(world, world.grid_worker, contact_phone=typed)
    assert issue.contact_phone == kept
    assert contact_of(issue).dialled == dialled


def test_a_number_that_nobody_can_call_is_said_at_its_field_and_stays(world: World) -> None:
    answer = signed_in(world.grid_worker).post(
        "/raise/", {"text": "井盖松了", "for_someone_else": "on", "contact_phone": "12"}
    )
    page = answer.content.decode()
    assert 'value="12"' in page
    assert not Issue.objects.exists()


def test_a_date_of_the_hotline_in_another_century_is_refused(world: World) -> None:
    far = NewMatter(
        text="井盖松了", building=world.building, source=Source.HOTLINE,
        outside_due_at=timezone.now() + timedelta(days=400),
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        raise_issue(far, actor=world.dispatcher, reporter=None, now=timezone.now())
    assert refused.value.field == "outside_due_at"


def test_a_worker_of_the_place_is_led_to_the_receipt(world: World) -> None:
    issue, there, _said = written_down(world, world.grid_worker)
    assert there == f"/issues/{issue.reference}/receipt/"
    assert signed_in(world.grid_worker).get(there).status_code == 200


def test_a_dispatcher_is_told_where_it_went_and_reads_nothing_more(world: World) -> None:
    issue, there, said = written_down(world, world.dispatcher)
    assert there == "/raise/"
    assert any(issue.reference in words for words in said)
    assert signed_in(world.dispatcher).get(there).status_code == 200
    assert signed_in(world.dispatcher).get(f"/issues/{issue.reference}/").status_code == 404


def test_a_page_with_the_residents_own_words_is_kept_nowhere(world: World) -> None:
    page = signed_in(world.grid_worker).get(act_path(raised(world), Act.RECEIVE))
    assert "no-store" in page["Cache-Control"]
