"""What is empty, and where a text may be cut, is said in one place: `accounts.words`."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django import forms
from django.contrib import admin
from django.http import HttpRequest

from accounts.forms.words import WordsField
from accounts.models import User
from grids.standing import Standing
from tools.checks.tracked import APPS

ROOT = Path(__file__).resolve().parent.parent.parent
# A text field by Django's own class would measure and ask for itself.
OTHER_KINDS = (WordsField, forms.EmailField, forms.SlugField, forms.URLField, forms.UUIDField)
# Where words come in. File: why it may strip by itself.
LAYERS = {"actions", "casework", "forms"}
MAY_STRIP = {
    "council/actions/meetings/record_talk.py": "of a text that is stored already",
    "council/casework/agenda.py": "of a text that is stored already",
    "council/actions/minutes/correct.py": "the ends of lines within a text",
    "issues/forms/acts/publish.py": "clauses within a text",
    "issues/forms/photos.py": "tokens",
}
# The council's words that not everybody reads. All others go through `public_words`.
OF_FEW = {
    "council/actions/candidacies/object.py": "an objection is read by those who answer it",
    "council/actions/contacts/plan_month.py": "a member's own list",
    "council/actions/contacts/write_contact.py": "who was visited is known to the member",
    "council/actions/presence/walk_in.py": "a name",
    "council/casework/new_meeting.py": "a name",
    "council/casework/public_words.py": "where it is done",
}
CUTS = re.compile(
    # The mark of an entry has only letters and digits.
    r"(?<!receipt)\|slice:|"
    r"\btruncate(?:chars|words)|Truncator\(|"
    r"\b(?:title|text|words|name|note|reason|agreed|said|purpose|standing|subject)\[:[A-Z0-9]"
)


def form_classes() -> Iterator[type[forms.BaseForm]]:
    for app in APPS:
        package = importlib.import_module(app)
        for found in pkgutil.walk_packages(package.__path__, f"{app}."):
            if {"forms", "admin"}.intersection(found.name.split(".")):
                importlib.import_module(found.name)
    todo: list[type[forms.BaseForm]] = [forms.BaseForm]
    while todo:
        form = todo.pop()
        todo.extend(form.__subclasses__())
        if form.__module__.split(".")[0] in APPS:
            yield form


def plain(fields: dict[str, forms.Field]) -> list[str]:
    return [
        name
        for name, field in fields.items()
        if isinstance(field, forms.CharField) and not isinstance(field, OTHER_KINDS)
    ]


def test_every_text_field_of_every_form_is_one_of_words() -> None:
    found = {
        f"{form.__module__}.{form.__name__}": wrong
        for form in form_classes()
        # A model's fields get theirs from the administration, below.
        if not issubclass(form, forms.BaseModelForm)
        and (wrong := plain(getattr(form, "base_fields", {})))
    }
    assert found == {}


@pytest.mark.django_db
def test_every_text_field_of_the_administration_is_one_of_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    request = HttpRequest()
    request.user = User(pk=1)
    request.standing = Standing(user_id=1)  # type: ignore[attr-defined]
    monkeypatch.setattr(User, "has_perm", lambda *_args: True)
    found = {}
    for model, registered in admin.site._registry.items():
        form = registered.get_form(request, None, change=False)
        if wrong := plain(form.base_fields):
            found[model.__name__] = wrong
    assert found == {}


def test_no_layer_that_takes_words_in_asks_by_itself_whether_they_are_empty() -> None:
    found = []
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            name = str(path.relative_to(ROOT))
            if not LAYERS.intersection(path.parts) or name in MAY_STRIP:
                continue
            if ".strip()" in path.read_text(encoding="utf-8"):
                found.append(name)
    assert found == []


def test_nothing_is_cut_in_the_middle_of_a_character() -> None:
    found = []
    paths = [*(ROOT / "templates").rglob("*.html")]
    paths += [path for app in APPS for path in (ROOT / app).rglob("*.py")]
    for path in sorted(paths):
        # What a migration asks has happened; it cuts as was cut then.
        if path == ROOT / "accounts" / "words.py" or "migrations" in path.parts:
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            if CUTS.search(line):
                found.append(f"{path.relative_to(ROOT)}: {line.strip()}")
    assert found == []


def test_what_a_council_writes_for_everybody_is_masked() -> None:
    found = {
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "council").rglob("*.py"))
        if "acting.storable import storable_text" in path.read_text(encoding="utf-8")
    }
    assert found == OF_FEW.keys()
