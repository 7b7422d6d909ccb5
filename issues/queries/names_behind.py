"""The names of the people behind a matter: no text that others read may contain them."""

from __future__ import annotations

from collections.abc import Iterator

from issues.models import Issue


def names_behind(issue: Issue, *, but: int | None = None) -> Iterator[str]:
    """The names behind it and behind what was merged into it, leaving out the person `but`.

    The database is asked only once the names are used, and not at all if the issue's facts say that
    nothing was merged into it.
    """
    reporter = issue.reporter.name if issue.reporter is not None else ""
    yield from (name for name in (issue.contact_name, reporter) if name)
    if getattr(issue, "merged_reporters", None) == []:
        return
    merged = Issue.objects.filter(merged_into=issue.pk).order_by("pk")
    if but is not None:
        merged = merged.exclude(reporter=but)
    called = merged.values_list("contact_name", "reporter__name")
    yield from (name for both in called for name in both if name)
