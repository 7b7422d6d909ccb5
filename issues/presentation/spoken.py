"""How people say a reference on the phone."""

from issues.models import Issue
from issues.references import said


def spoken_number(issue: Issue) -> str:
    """珠玑东 42 号 for ZJD-2026-0042."""
    return said(issue.community.call_name, issue.number)
