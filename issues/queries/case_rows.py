"""What every act reads of the matters that it works on; each question is compiled once."""

from acting.queries.among import among
from acting.queries.prepared import PreparedQuery, given_key, given_keys
from issues.models import Assignment, Commitment, Deadline, Issue
from issues.queries.facts import with_facts

ISSUES = given_keys("issues")

issues_with_facts = PreparedQuery(
    lambda: with_facts(Issue.objects.filter(among("pk", ISSUES))).order_by("pk")
)
current_turns = PreparedQuery(lambda: Assignment.objects.current().filter(among("issue", ISSUES)))
current_turns_with_bodies = PreparedQuery(
    lambda: Assignment.objects.current().filter(among("issue", ISSUES)).select_related("body")
)
open_promises = PreparedQuery(
    lambda: Commitment.objects.filter(
        among("issue", ISSUES), fulfilled_at=None, dropped_at=None
    ).order_by("pk")
)
running_clocks = PreparedQuery(
    lambda: Deadline.objects.running().filter(among("issue", ISSUES)).order_by("pk")
)
# The sweep leaves out what stands behind each clock.
running_clocks_bare = PreparedQuery(
    lambda: (
        Deadline.objects.running()
        .filter(among("issue", ISSUES))
        .order_by("pk")
        .defer("starts_at", "basis")
    )
)
# Of one matter: with those that are late, which acts on it ask for.
owed_clocks = PreparedQuery(
    lambda: Deadline.objects.owed().filter(issue=given_key("issue")).order_by("pk")
)
late_clocks_of_turns = PreparedQuery(
    lambda: (
        Deadline.objects.late()
        .filter(issue=given_key("issue"), assignment__isnull=False)
        .order_by("pk")
    )
)
