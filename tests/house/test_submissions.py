"""Every form that posts carries the key by which its second sending is known (rules §11)."""

import re
from collections.abc import Iterator
from pathlib import Path

import django.contrib.admin
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TEMPLATES = ROOT / "templates"
# What is said by pressing, the same however often: a key would make the button of a page that was
# gone back to a dead one. Whoever is told “signed out” must be.
STATES = (
    "sign_out",
    "/sign-out/",
    "desks:preferences",
    "desks:skip",
    "demo:be",
    "demo:clock",
    "email_remove",
)
FORM = re.compile(r"<form\b[^>]*\bmethod=.?post\b.*?(?=</form>|<form\b|\Z)", re.DOTALL)
# A command of a sitting carries an id that its device made.
KEY = re.compile(
    r"\{% (?:submission_key|command_fields)\b|\{\{ *form\.submission *\}\}|name=\"submission\""
)

# Forms whose key stands in another template: that one.
ELSEWHERE = {"issues/acts/open.html": "issues/acts/head.html"}
# File: why its forms need none. Short, and each with its reason.
EXCEPTIONS = {
    "accounts/sign_in.html": "a code is sent by the rules of accounts.one_time_code, which wait",
    "accounts/link.html": "the link itself is good once",
    "accounts/code.html": "a code is good once, and a new one is sent after a wait",
    "accounts/devices.html": "whoever is told “signed out” must be; what is new replaces the last",
    "accounts/factor_set_up.html": "a code counts once, and what is set up is set up",
    "accounts/proof.html": "it carries the key of the form that was sent",
    "accounts/recovery_codes.html": "to have kept them twice is to have kept them",
    "accounts/second_factor.html": "a code counts once",
    "admin/grids/devices.html": "whoever is told “signed out” must be; what is gone is gone",
    "accounts/email.html": "as for signing in: codes are counted, and sent after a wait",
    "errors/unavailable.html": "it carries back all that was sent, its key too",
    "issues/waiting.html": "words are compared, and saying “not mine” twice says it once",
    "council/secret/form.html": "a ballot takes the place of the last; a key would note the moment",
    "council/secret/paper.html": "pressed again it changes nothing; a key would note the moment",
    "council/sign.html": "as for signing in: it sends a code, and the code signs once",
    "council/calendar.html": "another address ends the one before, so that one is good",
}

# What Django's own templates of the administration post, and where ours put the key in.
DJANGO = Path(django.contrib.admin.__file__).parent / "templates" / "admin"
OVERRIDDEN = {"change_form.html", "change_list.html", "delete_confirmation.html"}
# No address leads there: nobody has a password, and nothing is deleted by the dozen. Of the last
# ours replaces the button to sign out.
UNUSED = {
    "login.html",
    "auth/user/change_password.html",
    "delete_selected_confirmation.html",
    "base.html",
}


def without_a_key(text: str) -> Iterator[str]:
    """The first tag of each posting form that has no key before its end."""
    plain = re.sub(r"\{% comment %\}.*?\{% endcomment %\}", "", text, flags=re.DOTALL)
    for form in FORM.finditer(plain):
        tag = form.group().split(">", 1)[0]
        if not KEY.search(form.group()) and not any(state in tag for state in STATES):
            yield tag


def test_every_form_that_posts_carries_a_key() -> None:
    found = {
        str(path.relative_to(TEMPLATES)): tags
        for path in sorted(TEMPLATES.rglob("*.html"))
        if (tags := list(without_a_key(path.read_text(encoding="utf-8"))))
    }
    left = {name: tags for name, tags in found.items() if name not in {*EXCEPTIONS, *ELSEWHERE}}
    assert not left, f"Forms without {{% submission_key %}}: {left}"
    assert set(found) == {*EXCEPTIONS, *ELSEWHERE}, "an exception is left over"


def test_a_form_that_is_opened_in_one_template_has_its_key_in_the_next() -> None:
    for opening, holder in ELSEWHERE.items():
        assert KEY.search((TEMPLATES / holder).read_text(encoding="utf-8"))
        for path in TEMPLATES.rglob("*.html"):
            text = path.read_text(encoding="utf-8")
            assert text.count(f'"{opening}"') == text.count(f'"{holder}"'), path


def test_the_forms_of_the_administration_are_known_and_carry_a_key() -> None:
    posting = {
        str(path.relative_to(DJANGO))
        for path in DJANGO.rglob("*.html")
        if FORM.search(path.read_text(encoding="utf-8"))
    }
    assert posting == OVERRIDDEN | UNUSED
    for name in OVERRIDDEN:
        text = (TEMPLATES / "admin" / name).read_text(encoding="utf-8")
        assert KEY.search(text), name


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ('<form method="post">{% csrf_token %}</form>', 1),
        ("<form class=x method=post hx-post=y>{% csrf_token %}<button></button>", 1),
        ('<form method="post">{% submission_key %}</form><form method="post"></form>', 1),
        ('<form method="post">{% submission_key form %}</form>', 0),
        ('<form method="post" action="/sign-out/">{% csrf_token %}</form>', 0),
        ('<form method="get"></form><form></form>', 0),
    ],
)
def test_a_form_without_a_key_is_seen(text: str, amount: int) -> None:
    assert len(list(without_a_key(text))) == amount
