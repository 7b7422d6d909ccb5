from __future__ import annotations

import pytest

from ledger.actions.append import append
from ledger.actions.erase import Erased, erase_person
from ledger.actions.seal import seal
from ledger.models import Pseudonym, Text
from ledger.queries.timeline import timeline
from ledger.queries.verify import verify
from tests.ledger.factories import act

pytestmark = pytest.mark.django_db


def test_erasing_a_person_takes_their_words_and_leaves_their_neighbours() -> None:
    append([act(actor_id=7, texts={"words": "一楼王家"}), act(actor_id=8, texts={"words": "好"})])
    assert erase_person(7) == Erased(texts=1, pseudonyms=1)
    assert list(Text.objects.values_list("text", flat=True)) == ["好"]
    assert list(Pseudonym.objects.values_list("user_id", flat=True)) == [8]
    mine, theirs = timeline("issue:one")
    assert (mine.texts, mine.actor_id, mine.erased) == ({}, None, True)
    assert (theirs.texts, theirs.actor_id, theirs.erased) == ({"words": "好"}, 8, False)


def test_the_words_of_others_in_named_streams_go_too() -> None:
    append([act("private", actor_id=8), act("other", actor_id=8)])
    assert erase_person(7, also_texts_of=["private"]) == Erased(texts=1, pseudonyms=0)
    assert Text.objects.get().entry.stream.name == "other"


def test_an_erased_record_still_verifies() -> None:
    append([act(actor_id=7), act(actor_id=8)])
    seal()
    erase_person(7)
    append([act(actor_id=8)])
    assert verify().entries == 2
    assert verify().waiting == 1


def test_erasing_again_does_nothing() -> None:
    append([act(actor_id=7)])
    erase_person(7)
    assert erase_person(7) == Erased(texts=0, pseudonyms=0)
