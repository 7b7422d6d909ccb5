"""How people say a reference on the phone."""

from django.utils.translation import gettext as _

from issues.models import Issue


def spoken_number(issue: Issue) -> str:
    """珠玑东 42 号 for ZJD-2026-0042."""
    return _("%(community)s No. %(number)d") % {
        "community": issue.community.call_name,
        "number": issue.number,
    }
