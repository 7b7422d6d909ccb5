import re
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from notifications.models import Notice
from notifications.queries.mine import PAGE
from tests.notifications.factories import notice, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def chen() -> User:
    return person()


@pytest.fixture
def reader(client: Client, chen: User) -> Client:
    client.force_login(chen)
    return client


def key() -> str:
    return str(uuid4())


def test_a_stranger_is_sent_to_sign_in(client: Client) -> None:
    response = client.get("/notices/")
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/sign-in/")


def test_the_page_shows_my_notices_newest_first_and_nobody_elses(
    reader: Client, chen: User
) -> None:
    notice(chen, key="old", parameters={"number": 1})
    notice(person(), key="hers", parameters={"number": 88442211})
    notice(chen, key="new", parameters={"number": 2})
    html = reader.get("/notices/").content.decode()
    assert html.index("是 2") < html.index("是 1")
    assert "88442211" not in html


def test_the_page_is_in_the_language_of_the_reader(reader: Client, chen: User) -> None:
    notice(chen, key="one")
    assert "是 42" in reader.get("/notices/").content.decode()
    User.objects.update(language="en")
    reader.cookies["language"] = "en"
    assert "Yes 42" in reader.get("/notices/").content.decode()


def test_an_unread_notice_is_marked_and_opens_its_matter(reader: Client, chen: User) -> None:
    new = notice(chen, key="one")
    response = reader.post(f"/notices/{new.pk}/read/", {"submission": key(), "open": "1"})
    assert response.headers["Location"] == "/issues/ZJD-2026-0042/"
    new.refresh_from_db()
    assert new.read_at is not None


def test_got_it_marks_one_and_stays_in_the_list(reader: Client, chen: User) -> None:
    one, other = notice(chen, key="one"), notice(chen, key="other")
    response = reader.post(f"/notices/{one.pk}/read/", {"submission": key()})
    assert response.headers["Location"] == "/notices/"
    assert list(Notice.objects.filter(read_at=None)) == [other]


def test_a_read_notice_is_a_plain_link_to_its_matter(reader: Client, chen: User) -> None:
    notice(chen, key="one", read_at=timezone.now())
    html = reader.get("/notices/").content.decode()
    assert 'href="/issues/ZJD-2026-0042/"' in html
    assert 'name="open"' not in html


def test_notices_stand_under_the_day_in_shanghai(reader: Client, chen: User) -> None:
    for key, moment in (("late", "2025-03-01T23:30+08:00"), ("early", "2025-03-02T00:10+08:00")):
        one = notice(chen, key=key)
        Notice.objects.filter(pk=one.pk).update(created_at=datetime.fromisoformat(moment))
    html = reader.get("/notices/").content.decode()
    days = ["2025年3月2日", "00:10", "2025年3月1日", "23:30"]
    assert [html.index(day) for day in days] == sorted(html.index(day) for day in days)


def test_what_was_written_later_of_an_earlier_act_stands_below_on_every_page(
    reader: Client, chen: User
) -> None:
    for number in range(PAGE + 3):
        moment = datetime.fromisoformat(f"2026-03-{1 + number:02}T09:00+08:00")
        notice(chen, key=str(number), parameters={"number": 1000 + number}, created_at=moment)
    old = datetime.fromisoformat("2026-02-01T09:00+08:00")
    late = notice(chen, key="late", parameters={"number": 999}, created_at=old)
    first = reader.get("/notices/").content.decode()
    assert f'name="newest" value="{late.pk}"' in first
    assert "是 999" not in first
    (before,) = re.findall(r"before=(\d+)", first)
    second = reader.get(f"/notices/?before={before}").content.decode()
    assert [number for number in range(999, 1024) if f"是 {number}" in second] == [
        999, 1000, 1001, 1002
    ]  # fmt: skip
    assert second.index("是 1002") < second.index("是 999")


def test_an_older_page_than_a_strangers_notice_is_empty(reader: Client, chen: User) -> None:
    hers = notice(person(), key="hers")
    notice(chen, key="one", created_at=hers.created_at - timedelta(days=1))
    assert "是 42" not in reader.get(f"/notices/?before={hers.pk}").content.decode()


def test_a_notice_without_a_link_offers_none(reader: Client, chen: User) -> None:
    one = notice(chen, key="one", link="")
    assert 'name="open"' not in reader.get("/notices/").content.decode()
    response = reader.post(f"/notices/{one.pk}/read/", {"submission": key(), "open": "1"})
    assert response.headers["Location"] == "/notices/"


def test_somebody_elses_notice_does_not_exist_for_me(reader: Client) -> None:
    hers = notice(person(), key="hers")
    response = reader.post(f"/notices/{hers.pk}/read/", {"submission": key(), "open": "1"})
    assert response.status_code == 404
    hers.refresh_from_db()
    assert hers.read_at is None


def test_reading_them_all_spares_what_came_after_the_page_and_other_peoples(
    reader: Client, chen: User
) -> None:
    notice(chen, key="one")
    newest = notice(chen, key="two")
    hers = notice(person(), key="hers")
    late = notice(chen, key="late")
    response = reader.post("/notices/read/", {"submission": key(), "newest": newest.pk})
    assert response.headers["Location"] == "/notices/"
    assert set(Notice.objects.filter(read_at=None)) == {hers, late}


def test_a_reading_sent_twice_keeps_the_first_time(reader: Client, chen: User) -> None:
    one, sent = notice(chen, key="one"), key()
    for _ in range(2):
        reader.post(f"/notices/{one.pk}/read/", {"submission": sent, "open": "1"})
    first = Notice.objects.get().read_at
    reader.post(f"/notices/{one.pk}/read/", {"submission": key()})
    assert Notice.objects.get().read_at == first


@pytest.mark.parametrize("data", [{}, {"submission": "x"}, {"submission": "", "newest": "-1"}])
def test_an_incomplete_form_says_so_and_changes_nothing(
    reader: Client, chen: User, data: dict[str, str]
) -> None:
    one = notice(chen, key="one")
    for path in ("/notices/read/", f"/notices/{one.pk}/read/"):
        response = reader.post(path, data)
        assert response.status_code == 422
        assert "是 42" in response.content.decode()
    assert Notice.objects.get().read_at is None


def test_reading_is_no_get(reader: Client, chen: User) -> None:
    one = notice(chen, key="one")
    assert reader.get(f"/notices/{one.pk}/read/").status_code == 405
    assert reader.get("/notices/read/").status_code == 405


def test_pages_follow_each_other_without_gap_or_double_while_new_ones_come(
    reader: Client, chen: User
) -> None:
    made = [notice(chen, key=f"{n}").pk for n in range(45)]
    seen: list[int] = []
    before = ""
    while True:
        context = reader.get(f"/notices/{before}").context
        seen += [shown.number for shown in context["notices"]]
        notice(chen, key=f"late {len(seen)}")
        if context["older_than"] is None:
            break
        before = f"?before={context['older_than']}"
    assert seen == made[::-1]


@pytest.mark.parametrize("before", ["abc", "-1", "²", "9" * 40, "0"])
def test_a_made_up_place_in_the_list_is_no_error(reader: Client, chen: User, before: str) -> None:
    notice(chen, key="one")
    assert reader.get("/notices/", {"before": before}).status_code == 200


def test_one_notice_without_words_does_not_cost_the_page(reader: Client, chen: User) -> None:
    notice(chen, key="odd", kind="test.unheard_of", link="/issues/ZJD-2026-0007/")
    notice(chen, key="one")
    html = reader.get("/notices/").content.decode()
    assert "是 42" in html
    assert "notice-" in html


def test_words_of_a_notice_are_never_markup(reader: Client, chen: User) -> None:
    notice(chen, key="one", parameters={"number": "<script>alert(1)</script>"})
    html = reader.get("/notices/").content.decode()
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_the_number_of_queries_does_not_grow(reader: Client, chen: User) -> None:
    counts = []
    for amount in (1, 19, 30):
        for n in range(amount):
            notice(chen, key=f"{amount} {n}", read_at=timezone.now() if n % 2 else None)
        with CaptureQueriesContext(connection) as queries:
            reader.get("/notices/")
        counts.append(len(queries))
    assert len(set(counts)) == 1
    assert counts[0] <= 5


def test_an_empty_page_says_what_will_stand_here(reader: Client) -> None:
    response = reader.get("/notices/")
    assert response.status_code == 200
    assert 'href="/raise/"' in response.content.decode()
