"""What is written signed out is its writer's alone, at every address that takes something sent.

One number is given for it and left at the code; the next person on that browser proves another.
The addresses come from the table, so that a new form is asked too.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.apps import apps
from django.test import Client

from accounts.models import SentCode
from tests.house.test_words import form_classes
from tests.matrix.table import Row
from tests.matrix.who import VISITOR
from tests.matrix.wrong import is_written

WORDS = "我家三楼老赵半夜打骂孩子"
WRITER, NEXT_PERSON = "13912345678", "13887654321"
# These, and the doors of the administration, let in or out: nothing is written in them.
NOT_FORMS = {
    "accounts:sign_in",
    "accounts:sign_in_code",
    "accounts:sign_out",
    "accounts:link",
    "demo:be",
    "demo:clock",
}


WAY_IN = re.compile(r'href="(/sign-in/\?[^"]*)"')
# Signing in writes here, whoever comes.
OF_SIGNING_IN = {"accounts", "sessions", "notifications"}
OWN_PAGES = ("/", "/me/", "/notices/", "/raise/", "/raise/waiting/", "/raise/sent/", "/issues/")


def sent_signed_out(rows: list[Row]) -> list[Row]:
    """Every address that a visitor may send something to, or is led to sign in from; each once."""
    return list(
        {
            row.name: row
            for row in rows
            if row.post.get(VISITOR, 405) not in {403, 404, 405}
            and not row.name.startswith("admin:")
            and row.name not in NOT_FORMS
        }.values()
    )


def words_everywhere() -> dict[str, str]:
    """What any form of ours lets people write, by the name of the field; choices are left out."""
    fields = [one for form in form_classes() for one in getattr(form, "base_fields", {}).items()]
    chosen = {name for name, field in fields if not is_written(field)}
    return {name: WORDS for name, _ in fields if name not in chosen}


def way_in(answer: Any) -> str:
    """Where it leads after signing in."""
    where: str = answer.headers.get("Location", "")
    if not where and (found := WAY_IN.search(answer.content.decode())):
        where = unescape(found[1])
    return parse_qs(urlsplit(where).query).get("next", [""])[0]


def give(client: Client, phone: str, there: str) -> None:
    SentCode.objects.all().delete()  # a number waits a minute for its next code
    assert client.post("/sign-in/", {"phone": phone, "next": there}).status_code == 302


def rows_of_acts() -> dict[str, int]:
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models()
        if model._meta.app_label not in OF_SIGNING_IN
    }
