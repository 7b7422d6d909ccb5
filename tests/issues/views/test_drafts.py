"""A matter sent while signed out is its sender's, who proves the number, and nobody else's."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from accounts.actions.make_sign_in_link import make_sign_in_link
from accounts.models import SentCode
from issues.models import Draft, Issue, Upload
from tests.accounts.walking import enter_code, last_code
from tests.issues.views.test_raise_matter import picture
from tests.world import World

pytestmark = pytest.mark.django_db

WORDS = "我家三楼老赵每天半夜打骂孩子，请别说是我讲的。"
OTHER_WORDS = "东门的路灯连着三个晚上都没有亮。"
SENDER, NEXT_PERSON = "13912345678", "13887654321"
ASKED = "There is something written here that is not sent."


@pytest.fixture(autouse=True)
def english(client: Client) -> None:
    client.cookies["language"] = "en"


def send(client: Client, world: World, text: str = WORDS, **more: object) -> str:
    """Where the form leads to after sign-in."""
    answer = client.post(
        "/raise/",
        {"submission": str(uuid4()), "text": text, "building": str(world.building.pk), **more},
    )
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    return parse_qs(urlsplit(answer["Location"]).query)["next"][0]


def give(client: Client, phone: str, there: str = "") -> None:
    SentCode.objects.all().delete()  # a number waits a minute for its next code
    answer = client.post("/sign-in/", {"phone": phone, **({"next": there} if there else {})})
    assert answer.status_code == 302, answer.content.decode()[-2000:]


def come(client: Client, phone: str, there: str = "") -> str:
    """Prove a number; the text of the page that this leads to."""
    give(client, phone, there)
    return enter(client)


def enter(client: Client) -> str:
    there = enter_code(client, last_code())["Location"]
    return client.get(there, follow=True).content.decode()


def reporters() -> list[str]:
    return [str(issue.reporter.phone) for issue in Issue.objects.order_by("pk") if issue.reporter]


def pages_of(client: Client) -> str:
    """Everything that somebody might look at."""
    paths = ["/", "/raise/", "/raise/waiting/", "/raise/sent/", "/me/", "/sign-in/", "/issues/"]
    paths += [f"/raise/?draft={draft.submission}" for draft in Draft.objects.all()]
    paths += [f"/raise/sent/{draft.submission}/" for draft in Draft.objects.all()]
    return "".join(client.get(path, follow=True).content.decode() for path in paths)


def test_the_next_person_with_another_number_neither_raises_nor_reads_it(
    client: Client, world: World
) -> None:
    there = send(client, world, private_wish="on", photos=[picture()])
    give(client, SENDER, there)

    page = come(client, NEXT_PERSON)

    assert not Issue.objects.exists()
    assert ASKED in page
    assert WORDS not in page + pages_of(client)
    assert client.get(f"/issues/photos/{Upload.objects.get().token}/small/").status_code == 404


def test_it_is_nobody_elses_on_the_very_way_that_its_sender_left(
    client: Client, world: World
) -> None:
    """“Use another number” leads on to the same sending."""
    there = send(client, world)
    give(client, SENDER, there)
    assert f"next={there}".replace("/", "%2F") in client.get("/sign-in/code/").content.decode()

    page = come(client, NEXT_PERSON, there)

    assert not Issue.objects.exists()
    assert ASKED in page
    assert WORDS not in page + pages_of(client)


def test_after_the_next_person_its_sender_still_raises_it(client: Client, world: World) -> None:
    there = send(client, world)
    give(client, SENDER, there)
    come(client, NEXT_PERSON)
    client.post("/raise/waiting/", {"not_mine": "1"})
    client.post("/sign-out/")

    page = come(client, SENDER)

    assert reporters() == ["+86" + SENDER]
    assert WORDS in page


def test_nobody_reads_what_was_sent_before_its_number_is_proved(
    client: Client, world: World
) -> None:
    send(client, world)
    assert WORDS not in pages_of(client)
    assert ASKED in client.get("/raise/").content.decode()


def test_several_drafts_wait_side_by_side_and_none_replaces_another(
    client: Client, world: World
) -> None:
    first = send(client, world)
    give(client, SENDER, first)
    second = send(client, world, OTHER_WORDS)
    give(client, NEXT_PERSON, second)

    page = enter(client)
    assert OTHER_WORDS in page
    assert WORDS not in page
    assert reporters() == ["+86" + NEXT_PERSON]

    client.post("/sign-out/")
    come(client, SENDER)
    assert reporters() == ["+86" + NEXT_PERSON, "+86" + SENDER]


def test_all_that_one_sender_wrote_is_sent_when_the_number_is_proved(
    client: Client, world: World
) -> None:
    give(client, SENDER, send(client, world))
    page = come(client, SENDER, send(client, world, OTHER_WORDS))
    assert OTHER_WORDS in page
    assert reporters() == ["+86" + SENDER] * 2
    assert not Draft.objects.exists()


def test_a_number_is_that_of_what_was_sent_and_not_of_what_is_merely_begun(
    client: Client, world: World
) -> None:
    send(client, world)
    begun = {"submission": str(uuid4()), "text": "", "photos": [picture()]}
    assert client.post("/raise/", begun).status_code == 422
    page = come(client, SENDER, "/raise/sent/")
    assert WORDS in page
    assert reporters() == ["+86" + SENDER]
    assert Draft.objects.get().number == ""


def test_where_several_wait_a_number_is_noted_at_none_and_its_sender_is_asked(
    client: Client, world: World
) -> None:
    send(client, world)
    send(client, world, OTHER_WORDS)
    page = come(client, SENDER, "/raise/sent/")
    assert ASKED in page
    assert WORDS not in page + pages_of(client)
    assert not Issue.objects.exists()


def test_the_same_form_sent_again_is_one_sending(client: Client, world: World) -> None:
    key = str(uuid4())
    send(client, world, submission=key)
    there = send(client, world, OTHER_WORDS, submission=key)
    page = come(client, SENDER, there)
    assert OTHER_WORDS in page
    assert Issue.objects.count() == 1


def test_who_only_signs_in_is_asked_and_claims_it_by_what_it_says(
    client: Client, world: World
) -> None:
    send(client, world)
    page = come(client, SENDER)
    assert ASKED in page
    assert WORDS not in page

    wrong = client.post("/raise/waiting/", {"words": "楼道里的灯坏了"})
    assert wrong.status_code == 422
    assert WORDS not in wrong.content.decode()
    right = client.post("/raise/waiting/", {"words": "我家三楼老赵， 每天半夜"}, follow=True)

    assert WORDS in right.content.decode()
    assert not Issue.objects.exists()


def test_a_mistyped_number_costs_its_sender_no_words(client: Client, world: World) -> None:
    there = send(client, world, photos=[picture()])
    give(client, NEXT_PERSON, there)
    assert ASKED in come(client, SENDER, there)
    page = client.post("/raise/waiting/", {"words": WORDS[:9]}, follow=True)
    key = page.context["form"].initial["submission"]
    kept = page.context["form"].kept_tokens

    send_again = {"text": WORDS, "building": str(world.building.pk), "kept": kept}
    client.post("/raise/", {"submission": str(key), **send_again})

    assert reporters() == ["+86" + SENDER]
    assert Issue.objects.get().photos.count() == 1


def test_guessing_ends_after_a_few_tries_and_it_waits_for_its_number_alone(
    client: Client, world: World
) -> None:
    give(client, SENDER, send(client, world))
    come(client, NEXT_PERSON)
    for guess in (
        "楼道里的灯坏了",
        "电梯坏了三天了",
        "下水道又堵住了",
        "垃圾没有人清理",
        "水管爆了没水用",
    ):
        client.post("/raise/waiting/", {"words": guess})

    client.post("/raise/waiting/", {"words": WORDS})
    assert ASKED not in pages_of(client)
    assert WORDS not in pages_of(client)
    client.post("/sign-out/")
    come(client, SENDER)
    assert reporters() == ["+86" + SENDER]


def test_two_letters_that_happen_to_stand_in_it_claim_nothing(client: Client, world: World) -> None:
    give(client, SENDER, send(client, world))
    come(client, NEXT_PERSON)
    for guess in ("孩子", "半夜打骂", "   ", "。"):
        assert client.post("/raise/waiting/", {"words": guess}).status_code == 422


def test_who_says_that_it_is_not_theirs_is_not_asked_again(client: Client, world: World) -> None:
    give(client, SENDER, send(client, world))
    come(client, NEXT_PERSON)
    client.post("/raise/waiting/", {"not_mine": "1"})
    assert ASKED not in pages_of(client)


def test_a_number_given_long_after_the_sending_is_asked_first(client: Client, world: World) -> None:
    there = send(client, world)
    Draft.objects.update(updated_at=timezone.now() - timedelta(minutes=31))
    assert ASKED in come(client, NEXT_PERSON, there)
    assert not Issue.objects.exists()


def test_the_page_for_the_number_says_what_the_number_sends(client: Client, world: World) -> None:
    there = send(client, world)
    said = "What was written just now is sent with the number that is proved here."
    assert said in client.get(f"/sign-in/?next={there}").content.decode()
    assert said not in client.get("/sign-in/").content.decode()


def test_another_browser_knows_nothing_of_it(client: Client, world: World) -> None:
    give(client, SENDER, send(client, world))
    other = Client()
    other.cookies["language"] = "en"
    page = come(other, SENDER)
    assert ASKED not in page + pages_of(other)
    assert not Issue.objects.exists()


def test_what_cannot_be_raised_any_more_is_shown_to_its_sender_with_all_words(
    client: Client, world: World
) -> None:
    there = send(client, world, place_note="302 室")
    type(world.grid).objects.filter(pk=world.grid.pk).update(active=False)

    page = come(client, SENDER, there)

    assert not Issue.objects.exists()
    assert WORDS in page
    assert "302 室" in page


def test_what_a_worker_wrote_down_for_a_neighbour_is_not_raised_as_the_workers_own(
    client: Client, world: World
) -> None:
    """The worker was signed out meanwhile: their form comes back, with whom it is for."""
    there = send(
        client,
        world,
        source="hotline",
        outside_number="12345-7",
        for_someone_else="on",
        contact_name="孙老师",
        contact_phone="13900009999",
        consent_noted="on",
    )
    phone = str(world.grid_worker.phone).removeprefix("+86")

    page = come(client, phone, there)

    assert not Issue.objects.exists()
    assert WORDS in page
    assert "12345-7" in page
    assert "孙老师" in page


def test_a_number_is_never_stored_before_it_is_proved(client: Client, world: World) -> None:
    give(client, SENDER, send(client, world))
    draft = Draft.objects.get()
    assert draft.number
    assert SENDER not in f"{draft.number} {draft.fields}"


def test_what_waits_for_a_number_goes_when_its_person_is_erased(
    client: Client, world: World
) -> None:
    from desks.actions.erase_person import erase_person

    there = send(client, world, photos=[picture()])
    give(client, str(world.resident.phone).removeprefix("+86"), there)
    erase_person(world.resident, actor=world.resident, now=timezone.now())
    assert not Draft.objects.exists()
    assert not Upload.objects.exists()


def test_photos_sent_before_sign_in_are_their_senders_to_take_along(
    client: Client, world: World
) -> None:
    from desks.queries.export_person import export_person

    come(client, SENDER, send(client, world, photos=[picture()]))
    reporter = Issue.objects.get().reporter
    assert reporter is not None
    assert len(export_person(reporter)["photos"]) == 1


def test_whoever_has_themselves_erased_leaves_what_others_sent_here(
    client: Client, world: World
) -> None:
    give(client, SENDER, send(client, world))
    come(client, NEXT_PERSON)
    form = client.get("/me/data/erase/").context["form"]
    sent = {"submission": str(form["submission"].value()), "sure": "on"}
    assert client.post("/me/data/erase/", sent).status_code == 302
    assert "_auth_user_id" not in client.session

    come(client, SENDER)

    assert reporters() == ["+86" + SENDER]


def test_a_link_for_signing_in_takes_no_draft_of_somebody_else(
    client: Client, world: World
) -> None:
    """It proves who its person is, and nothing of what was written in this browser."""
    give(client, SENDER, send(client, world))
    secret = make_sign_in_link(world.administrator, actor=None, now=timezone.now())

    answer = client.post(f"/sign-in/link/{secret}/", follow=True)

    assert not Issue.objects.exists()
    assert answer.redirect_chain[-1][0] == "/raise/waiting/"
    assert WORDS not in answer.content.decode() + pages_of(client)
