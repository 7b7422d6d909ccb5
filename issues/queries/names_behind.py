"""What the people are called whose matter it is: no text that others read may name them."""

from __future__ import annotations

from collections.abc import Iterator

from issues.models import Issue


def names_behind(issue: Issue, *, but: int | None = None) -> Iterator[str]:
    """Also of those whose matter was merged into it, without the person `but`.

    Read only when the names are; where the facts of the issue say that nothing was merged into it,
    in no statement.
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
