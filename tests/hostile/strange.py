"""Values that no page of ours sends, by what could go wrong with them, and how forms meet them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from tests.matrix.wrong import is_written

URL_ENCODED = "application/x-www-form-urlencoded"
KINDS = {
    "a sign that no text may have": ["a\x00b"],
    "numbers that nothing has": ["-1", "0", "1.5"],
    "more than a column holds": ["9" * 30],
    "more digits than are read as a number": ["9" * 5000],
    "more than any number": ["1e5000"],
    "digits of others": ["٣٣٣٣٣٣٣٣", "²"],
    "marks of other languages": ["' OR 1=1 --", "<script>", "%", "../../etc/passwd"],
    "what is seen otherwise": ["\u202e", "😀" * 50],
    "halves of signs": ["\ud800", "水\udfff"],
    "days that never are": ["2026-02-30", "2026-13-45"],
    "hours that never are": ["2026-11-16T24:01", "24:00"],
    "moments before all others": ["0001-01-01T00:00", "0202-01-01"],
    "moments after all others": ["9999-12-31T23:59", "9999-12-31"],
    "nothing": [""],
    "too many words": ["王" * 200],
}


# A field of which nothing was sent is none that is alone.
SAID = [kind for kind, values in KINDS.items() if values != [""]]


# What could do harm to words; whatever else is sent to them is words.
OF_WORDS = (
    "a sign that no text may have",
    "what is seen otherwise",
    "halves of signs",
    "too many words",
)
# Every form of an act has these.
OF_ALL_FORMS = ("submission", "assent", "version", "entry")


def of_each_kind(
    names: Iterable[str], number: int, kinds: Iterable[str] = KINDS
) -> Iterator[dict[str, str]]:
    """Every field at once with a value of each kind; another one with each place and `number`.

    Each field is read by itself, so that none hides another.
    """
    for kind in kinds:
        values = KINDS[kind]
        yield {name: values[(number + at) % len(values)] for at, name in enumerate(names)}


def kinds_for(form: forms.BaseForm, number: int) -> list[str]:
    """All, but to a form of nothing but words, and what is hidden in all forms, a few in turn."""
    if own_fields(form):
        return [*KINDS]
    rest = [kind for kind in KINDS if kind not in OF_WORDS]
    return [*OF_WORDS, rest[number % len(rest)]]


def own_fields(form: forms.BaseForm) -> list[str]:
    """Where something else than words is asked, or hidden that is not in every form."""
    return [
        name
        for name, field in form.fields.items()
        if name not in OF_ALL_FORMS and not is_written(field)
    ]


def each_alone(form: forms.BaseForm, names: Iterable[str], number: int) -> Iterator[dict[str, str]]:
    """What goes on behind the fields, where all else may be right.

    A value of each kind in every field that takes one, as the act is done with it then; and in
    each field one that it refuses, so that the form is judged without it. What is words takes
    nearly everything as it is, so words are sent at once.
    """
    named = [name for name in form.fields if name in names]
    taken = {name: taken_by(form, name, number + at) for at, name in enumerate(named)}
    words = [name for name in named if is_written(form.fields[name])]
    for kind in SAID:
        if sent := {name: taken[name][kind] for name in words if kind in taken[name]}:
            yield sent
    for at, name in enumerate(named):
        if name not in words:
            # A tick is a tick with anything in it.
            most = 1 if isinstance(form.fields[name], forms.BooleanField) else None
            yield from ({name: value} for value in [*taken[name].values()][:most])
        if refused := [kind for kind in SAID if kind not in taken[name]]:
            values = KINDS[refused[(number + at) % len(refused)]]
            yield {name: values[number % len(values)]}


def taken_by(form: forms.BaseForm, name: str, number: int) -> dict[str, str]:
    """Of each kind a value in which the field itself finds nothing wrong, if there is one."""
    taken = {}
    for kind in SAID:
        values = KINDS[kind]
        for at in range(len(values)):
            value = values[(number + at) % len(values)]
            if takes(form.fields[name], name, value):
                taken[kind] = value
                break
    return taken


def takes(field: forms.Field, name: str, value: str) -> bool:
    """As it arrives."""
    try:
        field.clean(field.widget.value_from_datadict(QueryDict(encoded({name: value})), {}, name))
    except forms.ValidationError:
        return False
    return True


def encoded(sent: Mapping[str, str]) -> str:
    """As a body or a query: half a sign as well, which no browser would send."""
    return urlencode(sent, errors="surrogatepass")
