"""Ask a table of questions, and say which of them found what they should."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from grids.models import Body
from issues.models import Issue
from issues.queries.listing import Filters, found_in_list

HERE = Path(__file__).parent
FIRST = 5


@dataclass(frozen=True, slots=True)
class Asked:
    question: str
    title: str
    first: list[str]

    @property
    def found(self) -> bool:
        return self.title in self.first


def questions(name: str) -> list[tuple[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as table:
        return [(row["question"], row["title"]) for row in csv.DictReader(table)]


def ask_all(name: str) -> list[Asked]:
    return [
        Asked(question, title, first_of(question, where_it_lies(title)))
        for question, title in questions(name)
    ]


def where_it_lies(title: str) -> Body:
    """People ask in their own community; its list has the matters of no other."""
    found = Issue.objects.filter(public_title=title).order_by("pk").values("community")
    return Body.objects.get(pk=found[:1])


def first_of(question: str, community: Body) -> list[str]:
    found = found_in_list(Filters(community=community, words=question))
    keys = [*found.exact, *found.close][:FIRST]
    titles = dict(Issue.objects.filter(pk__in=keys).values_list("pk", "public_title"))
    return [titles[key] for key in keys]
