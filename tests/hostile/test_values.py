"""Values no page of ours sends, at every address: an answer that was meant, never a fault."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.contrib.admin import site
from django.test import Client
from django.urls import reverse

from issues.forms.write_down import WriteDownForm
from issues.models import Issue
from issues.queries.chain_soundness import broken_chains
from tests.harness.signing_in import signed_in
from tests.issues.acting import raised
from tests.issues.staging import published
from tests.matrix.drawing import EachOnce, undrawn
from tests.world import World

STRANGE = [
    "a\x00b",
    "-1",
    "0",
    "9" * 30,
    # More digits than Python reads as a number.
    "9" * 5000,
    "1e5000",
    "1.5",
    "٣٣٣٣٣٣٣٣",
    "²",
    "%",
    "' OR 1=1 --",
    "../../etc/passwd",
    "<script>",
    "\u202e",
    "😀" * 50,
    "",
]
STRANGE_TEXTS = [*STRANGE, "\ud800", "水\udfff"]
FORM = "application/x-www-form-urlencoded"
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
    for value in STRANGE:
        answer = client.get(path, dict.fromkeys(names, value))
        assert answer.status_code in FINE, (path, value)
    for value in BROKEN_BYTES:
        query = "&".join(f"{name}={value}" for name in names)
        assert client.get(f"{path}?{query}").status_code in FINE, (path, value)


@pytest.mark.parametrize("number", range(len(ADDRESSES)))
def test_strange_names_of_things_are_not_found(world: World, number: int) -> None:
    """The page for what is not there is drawn once; what was asked for makes it no other page.

    Each name at each address, asked for and sent to, by a worker and an administrator in turn.
    """
    path, draws = ADDRESSES[number], EachOnce()
    comers = [signed_in(world.grid_worker), signed_in(world.administrator)]
    values = [one for one in STRANGE if "/" not in one and one]
    for turn, value in enumerate([*values, *BROKEN_BYTES], number):
        at = path.format(value if value in BROKEN_BYTES else urlencode({"": value})[1:])
        asking, sending = comers[turn % 2], comers[(turn + 1) % 2]
        with draws.of("first"):
            answers = [asking.get(at)]
        with undrawn():
            answers += [sending.post(at)]
        for answer in answers:
            assert answer.status_code in {302, 400, 403, 404, 405}, (path, value)


# What is words, and takes nearly all of these as they are, is sent at once: none hides another.
RAISE = [
    ["place_note", "title", "shop_name", "contact_name"],
    *(
        [name]
        for name in (
            "text", "building", "venue", "category", "latitude", "longitude", "speaks_as",
            "for_someone_else", "contact_phone", "kept", "submission", "danger",
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize("names", RAISE, ids=lambda names: names[0])
def test_strange_values_in_raising_get_a_sentence_or_stay_words(
    world: World, names: list[str]
) -> None:
    """One after the other, so that none hides another; the page is drawn below."""
    client = signed_in(world.resident)
    with undrawn():
        for value in STRANGE_TEXTS:
            assert raising(client, world, names, value) in {302, 422}, (names, value)
    assert broken_chains() == []


def test_what_a_visitor_sends_waits_for_their_number_whatever_is_in_it(world: World) -> None:
    """A tick is a tick with anything in it, and the fields of workers are not a visitor's form."""
    words = {"text": "楼道灯不亮", "building": str(world.building.pk)}
    client = Client()
    with undrawn():
        for name in WriteDownForm.base_fields.keys() - words.keys():
            for value in ("\x00", "a\x00b"):
                sent = {"submission": str(uuid4()), **words, name: value}
                assert client.post("/raise/", sent).status_code in {302, 422}, name


def test_a_page_of_raising_is_drawn_with_strange_values_all_over(world: World) -> None:
    client = signed_in(world.resident)
    names = [name for together in RAISE for name in together if name != "text"]
    for value in STRANGE_TEXTS:
        assert raising(client, world, names, value) in {302, 422}, value


def raising(client: Client, world: World, names: list[str], value: str) -> int:
    words = {"text": "楼道灯不亮", "building": world.building.pk}
    body = urlencode({**words, **dict.fromkeys(names, value)}, errors="surrogatepass")
    return client.post("/raise/", body, content_type=FORM).status_code


MOMENTS = ["2026-13-45T99:99", "0001-01-01T00:00", "9999-12-31T23:59"]
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
    for value in [*STRANGE_TEXTS, *MOMENTS]:
        body = urlencode(dict.fromkeys(ACTS[act], value), errors="surrogatepass")
        answer = client.post(path, body, content_type=FORM)
        assert answer.status_code in {302, 409, 422}, (act, value)
    assert broken_chains() == []
    assert Issue.objects.count() == 1


@pytest.mark.parametrize("name", sorted(model._meta.label_lower for model in site._registry))
def test_strange_values_in_the_administration_get_a_sentence(world: World, name: str) -> None:
    path = f"/admin/{name.replace('.', '/')}/add/"
    office = signed_in(world.district_administrator)
    page = office.get(path)
    if page.status_code == 403:
        return
    names = [*page.context["adminform"].form.fields]
    draws = EachOnce()
    for value in ["a\x00b", "9" * 5000, "1e5000", *MOMENTS, "0202-01-01"]:
        with draws.of("first"):
            answer = office.post(path, dict.fromkeys(names, value))
        assert answer.status_code in {200, 302, 400}, (path, value)
