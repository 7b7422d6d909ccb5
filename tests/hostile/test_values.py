"""Values no page of ours sends, at every address: an answer that was meant, never a fault."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.contrib.admin import site
from django.test import Client
from django.urls import reverse

from issues.forms.write_down import WriteDownForm
from issues.models import Issue
from issues.queries.chain_soundness import broken_chains
from tests.harness.signing_in import signed_in
from tests.hostile.strange import (
    KINDS,
    OF_WORDS,
    SAID,
    URL_ENCODED,
    each_alone,
    encoded,
    of_each_kind,
)
from tests.issues.acting import raised
from tests.issues.staging import published
from tests.matrix.drawing import EachOnce, undrawn
from tests.matrix.wrong import drawn
from tests.world import World

OF_ALL = {
    "/": ["grid", "community"],
    "/issues/": ["page", "words", "grid", "matter_class", "stage", "level", "category", "view"],
    "/venues/": ["community", "grid"],
    "/raise/": ["venue", "building", "q"],
    "/record/": ["page", "receipt"],
    "/sign-in/": ["next"],
    "/demo/sms/": ["page"],
}
OF_ONES_OWN = {
    "/notices/": ["before"],
    "/me/": ["page"],
    "/desk/": ["section"],
    "/desk/grid/ZJD-1/": ["section", "page", "case"],
    "/desk/community/ZJD/": ["section", "page", "case"],
}
# Not UTF-8: a lone surrogate, an overlong slash, a cut sequence.
BROKEN_BYTES = ["%ED%A0%80", "%C0%AF", "%E6%B0", "%FF"]
ADDRESSES = [
    "/issues/{}/",
    "/issues/{}/receipt/",
    "/issues/{}/slip/",
    "/issues/{}/support/",
    "/issues/{}/act/receive/",
    "/venues/{}/",
    "/venues/{}/poster/",
    "/v/{}/",
    "/desk/grid/{}/",
    "/desk/department/{}/",
    "/record/entries/{}/",
    "/notices/{}/read/",
    "/issues/photos/{}/large/",
    "/admin/grids/body/{}/change/",
    "/admin/grids/posting/{}/delete/",
    "/admin/import/{}/",
    "/admin/import/template/{}.csv",
    "/admin/r/{}/1/",
]
FINE = {200, 302, 400, 404, 405, 422}


@pytest.mark.parametrize("path", [*OF_ALL, *OF_ONES_OWN])
def test_strange_values_in_the_address_bar_break_no_page(world: World, path: str) -> None:
    published(world)
    client = Client() if path in OF_ALL else signed_in(world.lead)
    names = OF_ALL.get(path) or OF_ONES_OWN[path]
    number = [*OF_ALL, *OF_ONES_OWN].index(path)
    draws = EachOnce()
    for at, query in enumerate(of_each_kind(names, number)):
        with draws.of((number + at) // 4):
            answer = client.get(f"{path}?{encoded(query)}")
        assert answer.status_code in FINE, (path, query)
    for value in BROKEN_BYTES:
        broken = "&".join(f"{name}={value}" for name in names)
        with draws.of("broken"):
            assert client.get(f"{path}?{broken}").status_code in FINE, (path, value)


@pytest.mark.parametrize("number", range(len(ADDRESSES)))
def test_strange_names_of_things_are_not_found(world: World, number: int) -> None:
    """The page for what is not there is drawn once; what was asked for makes it no other page.

    Each name at each address, asked for or sent to, by a worker or an administrator in turn.
    """
    path, draws = ADDRESSES[number], EachOnce()
    comers = [signed_in(world.grid_worker), signed_in(world.administrator)]
    values = [sent[path].replace("/", "") for sent in of_each_kind([path], number, SAID)]
    names = [encoded({"": value})[1:] for value in values]
    for turn, value in enumerate([*names, *BROKEN_BYTES], number):
        at = path.format(value)
        comer, asked = comers[turn % 2], turn // 2 % 2
        with draws.of("first"):
            answer = comer.get(at) if asked else comer.post(at)
        assert answer.status_code in {302, 400, 403, 404, 405}, (path, value)


RAISE = [
    "place_note", "title", "shop_name", "contact_name", "text", "building", "venue", "category",
    "latitude", "longitude", "speaks_as", "for_someone_else", "contact_phone", "kept",
    "submission", "danger",
]  # fmt: skip


def test_strange_values_in_raising_get_a_sentence_or_stay_words(world: World) -> None:
    """One after the other, so that none hides another; the page is drawn below."""
    client = signed_in(world.resident)
    form = drawn(client, "/raise/")
    assert form is not None
    with undrawn():
        for sent in each_alone(form, RAISE, 0):
            assert raising(client, world, sent) in {302, 422}, sent
    assert broken_chains() == []


def test_what_a_visitor_sends_waits_for_their_number_whatever_is_in_it(world: World) -> None:
    """A tick is a tick with anything in it, and the fields of workers are not a visitor's form."""
    words = {"text": "楼道灯不亮", "building": str(world.building.pk)}
    client = Client()
    with undrawn():
        for number, name in enumerate(sorted(WriteDownForm.base_fields.keys() - words.keys())):
            sent = {"submission": str(uuid4()), **words, name: ("\x00", "a\x00b")[number % 2]}
            assert client.post("/raise/", sent).status_code in {302, 422}, name


def test_a_page_of_raising_is_drawn_with_strange_values_all_over(world: World) -> None:
    client = signed_in(world.resident)
    for sent in of_each_kind([name for name in RAISE if name != "text"], 0):
        assert raising(client, world, sent) in {302, 422}, sent


def raising(client: Client, world: World, sent: dict[str, str]) -> int:
    words = {"text": "楼道灯不亮", "building": str(world.building.pk)}
    return client.post("/raise/", encoded({**words, **sent}), content_type=URL_ENCODED).status_code


ACTS = {
    "classify": ["matter_class", "category", "reason", "version", "drawn", "next"],
    "publish": ["public_title", "public_text", "shown_photos", "shown_additions", "version"],
    "respond": ["text", "way", "said_at", "version"],
    "find": ["text", "found_at", "kept", "version"],
    "deliberate": ["said", "kind", "participants", "head_count", "held_at", "venue", "place"],
    "push_up": ["reason", "tried", "version"],
    "commit": ["text", "due_at", "version"],
    "merge": ["into", "reference", "version"],
    "join": ["body", "bodies", "version"],
    "decline": ["where_to", "version"],
    "receive": ["version", "submission"],
}


@pytest.mark.parametrize("act", ACTS)
def test_strange_values_in_acts_break_nothing(world: World, act: str) -> None:
    issue = raised(world)
    client = signed_in(world.grid_worker)
    path = reverse("issues:act", args=[issue.reference, act])
    number, draws = [*ACTS].index(act), EachOnce()
    # What is not open now gives back what was typed, whatever else was sent.
    kinds = KINDS if drawn(client, path) else OF_WORDS
    for at, sent in enumerate(of_each_kind(ACTS[act], number, kinds)):
        with draws.of(at // 4):
            answer = client.post(path, encoded(sent), content_type=URL_ENCODED)
        assert answer.status_code in {302, 409, 422}, (act, sent)
    assert broken_chains() == []
    assert Issue.objects.count() == 1


# Its words are Django's own.
OF_THE_ADMINISTRATION = [
    "a sign that no text may have",
    "more digits than are read as a number",
    "more than any number",
    "days that never are",
    "hours that never are",
    "moments before all others",
    "moments after all others",
]


@pytest.mark.parametrize("name", sorted(model._meta.label_lower for model in site._registry))
def test_strange_values_in_the_administration_get_a_sentence(world: World, name: str) -> None:
    path = f"/admin/{name.replace('.', '/')}/add/"
    office = signed_in(world.district_administrator)
    page = office.get(path)
    if page.status_code == 403:
        return
    names = [*page.context["adminform"].form.fields]
    draws = EachOnce()
    for sent in of_each_kind(names, len(name), OF_THE_ADMINISTRATION):
        with draws.of("first"):
            answer = office.post(path, encoded(sent), content_type=URL_ENCODED)
        assert answer.status_code in {200, 302, 400}, (path, sent)
