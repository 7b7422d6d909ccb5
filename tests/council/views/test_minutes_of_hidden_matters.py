"""A matter that is not public any more is named by no page, paper or text of minutes."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from django.test import Client

from council.actions.meetings.record_talk import record_talk
from council.actions.minutes.amend import amend
from council.actions.minutes.render_papers import render_papers
from council.inputs import TalkOnTheSpot
from council.models import AgendaItem, Council, Meeting, MinutesPaper, MinutesVersion, Signature
from council.presentation.minutes_paper import document_of, pdf_of
from council.queries.agenda import NOT_SHOWN, is_shown
from issues.enums.matter import Visibility
from issues.models import Issue
from ledger.canonical import canonical
from tests.council.actions.minutes.test_way_of_minutes import corrected, digest, published
from tests.council.conftest import NOW
from tests.council.held import AFTER, drafted, held
from tests.council.views.test_minutes import address, page
from tests.harness.signing_in import signed_in
from tests.issues.sitting import hard
from tests.world import World

pytestmark = pytest.mark.django_db
TITLE = "铁路涵洞积水"
SAID, DECIDED, ASKED, MASK = "三十四户绕行", "由社区上报街道", "雨天值守抽水", "一件已不公开的事"


@pytest.fixture
def sitting(world: World, council: Council, settings: Any, tmp_path: object) -> Meeting:
    """Its first item is about a public matter."""
    settings.MEDIA_ROOT = tmp_path
    return held(world, council, about=hard(world))


def hide(visibility: str = Visibility.PRIVATE) -> None:
    Issue.objects.filter(agenda_items__isnull=False).update(visibility=visibility)


def pdf_text(meeting: Meeting) -> str:
    return str(document_of(meeting))


def paper(reader: Client, meeting: Meeting) -> int:
    return reader.get(address(meeting, "minutes.pdf")).status_code


def made() -> int:
    return render_papers(actor=None, now=AFTER, render=pdf_of)


@pytest.mark.parametrize("visibility", [Visibility.PRIVATE, Visibility.HIDDEN])
def test_published_minutes_stop_naming_it(
    world: World, sitting: Meeting, client: Client, visibility: str
) -> None:
    published(world, sitting)
    before = page(client, sitting)
    assert all(words in before for words in (TITLE, SAID, DECIDED, ASKED))
    hide(visibility)
    for reader in (client, signed_in(world.resident), signed_in(world.stranger)):
        shown = page(reader, sitting)
        assert MASK in shown
        assert not [words for words in (TITLE, SAID, DECIDED, ASKED) if words in shown]
    assert "快递柜占道" in shown


def test_its_title_is_left_out_where_others_wrote_it_too(
    world: World, sitting: Meeting, client: Client
) -> None:
    published(world, sitting)
    amend(sitting, actor=world.grid_worker, now=AFTER, text=f"{TITLE} #strong[x] $x$一项应为 33 户")
    hide()
    shown = page(signed_in(world.resident), sitting)
    assert f"{MASK}一项应为 33 户" in shown
    assert TITLE not in shown


def test_what_was_signed_still_fits_and_names_nothing(
    world: World, sitting: Meeting, client: Client
) -> None:
    published(world, sitting)
    signed, before = digest(sitting), Signature.objects.values_list("digest", flat=True)
    text = client.get(address(sitting, "minutes.json")).content
    hide()
    after = client.get(address(sitting, "minutes.json")).content
    assert after == text
    assert sha256(after).hexdigest() == signed == before[0]
    assert not [words for words in (TITLE, SAID, DECIDED) if words in after.decode()]


def test_each_part_that_is_shown_can_be_checked_and_others_are_not_given(
    world: World, sitting: Meeting, client: Client
) -> None:
    published(world, sitting)
    every = parts(client, sitting)
    assert len(every) == len(signed_parts(client, sitting))
    hide()
    given, signed = parts(client, sitting), signed_parts(client, sitting)
    assert {one["section"]["key"]: check(one) for one in given}.items() <= signed.items()
    item = AgendaItem.objects.get(meeting=sitting, position=1)
    assert not [one for one in given if str(item.uid) in one["section"]["key"]]
    assert 0 < len(given) < len(signed)
    assert TITLE not in str(given)
    assert len(parts(signed_in(world.staff), sitting)) == len(signed)


def parts(reader: Client, meeting: Meeting) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = reader.get(address(meeting, "minutes-sections.json")).json()[
        "sections"
    ]
    return found


def signed_parts(reader: Client, meeting: Meeting) -> dict[str, str]:
    text = reader.get(address(meeting, "minutes.json")).json()
    return {one["key"]: one["sha256"] for one in text["sections"]}


def check(part: dict[str, Any]) -> str:
    return sha256(bytes.fromhex(part["salt"]) + canonical(part["section"])).hexdigest()


def test_each_version_has_salts_of_its_own(world: World, sitting: Meeting) -> None:
    corrected(world, sitting, "抽水")
    one, two = (row.sections for row in MinutesVersion.objects.order_by("number"))
    salts = {section["salt"] for section in [*one, *two]}
    assert len(salts) == len(one) + len(two)
    assert {len(salt) for salt in salts} == {64}


def test_the_paper_is_made_anew_without_it_and_given_to_nobody_meanwhile(
    world: World, sitting: Meeting, client: Client
) -> None:
    published(world, sitting)
    made()
    assert TITLE in pdf_text(sitting)
    assert (paper(client, sitting), made()) == (200, 0)
    hide()
    assert paper(client, sitting) == 302
    assert (made(), made()) == (1, 0)
    assert paper(client, sitting) == 200
    assert not [words for words in (TITLE, SAID, DECIDED, ASKED) if words in pdf_text(sitting)]
    hide(Visibility.PUBLIC)
    assert paper(client, sitting) == 302
    assert made() == 1
    assert TITLE in pdf_text(sitting)


def test_a_paper_that_fails_is_not_tried_again_for_what_is_hidden(sitting: Meeting) -> None:
    def fails(_meeting: Meeting) -> bytes:
        raise ValueError("no")

    hide()
    render_papers(actor=None, now=AFTER, render=fails)
    assert MinutesPaper.objects.get().failed
    assert made() == 0


def test_who_keeps_the_minutes_reads_it_apart_from_what_is_printed(
    world: World, sitting: Meeting
) -> None:
    hide()
    for person in (world.grid_head, world.grid_worker, world.staff):
        shown = page(signed_in(person), sitting)
        article, apart = shown.split('<details class="sheet no-print kept-back">')
        assert MASK in article
        assert SAID not in article
        assert SAID in apart
    assert "kept-back" not in page(signed_in(world.resident), sitting)


def test_earlier_versions_and_what_changed_name_it_no_more(world: World, sitting: Meeting) -> None:
    corrected(world, sitting, f"{SAID}，三十三户")
    hide()
    for number in (1, 2):
        shown = page(signed_in(world.resident), sitting, f"minutes/?version={number}")
        assert not [words for words in (TITLE, SAID) if words in shown]


def test_a_version_without_salts_is_not_given_as_text(
    world: World, sitting: Meeting, client: Client
) -> None:
    """As they were written before sections had salts: it holds every word."""
    plain = [{**section, "salt": ""} for section in drafted(sitting).sections]
    MinutesVersion.objects.create(
        meeting=sitting, number=2, sections=plain, by=world.grid_worker, at=AFTER
    )
    published(world, sitting)
    text = client.get(address(sitting, "minutes.json"))
    assert TITLE in text.content.decode()
    assert sha256(text.content).hexdigest() == digest(sitting)
    hide()
    for one in ("minutes.json", "minutes-sections.json"):
        assert client.get(address(sitting, one)).status_code == 404
    assert TITLE not in page(client, sitting)


def test_a_talk_is_called_by_what_it_was_about_as_long_as_that_is_public(
    world: World, council: Council, client: Client
) -> None:
    """In the calendar, its feed, on its page and its minutes; what is kept never says it."""
    issue = hard(world)
    talk = TalkOnTheSpot(note="先看现场", began_at=NOW, reference=issue.reference, party="王阿姨")
    meeting = record_talk(council, actor=world.grid_head, now=NOW + timedelta(hours=1), talk=talk)
    assert meeting.title == "现场商量"
    sitting = f"/sittings/{meeting.uid}/"
    shown = (f"/sittings/?month={NOW:%Y-%m}", sitting, "/sittings.ics")
    head = signed_in(world.grid_head)

    def pages() -> list[str]:
        inside = head.get(f"{sitting}minutes/").content.decode().split('id="minutes-title"')[1]
        feed = [client.get(one).content.decode().replace("\r\n ", "") for one in shown]
        return [*feed, inside.split("</h2>")[0]]

    for shown_now in pages():
        assert f"商量：{issue.public_title}" in shown_now
    hide()
    for shown_now in pages():
        assert issue.public_title not in shown_now
        assert "现场商量" in shown_now


@pytest.mark.parametrize("visibility", Visibility.values)
def test_rows_and_the_database_agree_on_what_is_shown(sitting: Meeting, visibility: str) -> None:
    hide(visibility)
    shown = {row.pk for row in AgendaItem.objects.filter(meeting=sitting) if is_shown(row)}
    hidden = set(AgendaItem.objects.filter(NOT_SHOWN, meeting=sitting).values_list("pk", flat=True))
    assert not shown & hidden
    assert len(shown | hidden) == 2
