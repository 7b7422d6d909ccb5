"""What every act reads of the matters that it works on; each question is compiled once."""

from django.db.models import Q

from accounts.queries.prepared import PreparedQuery, given_key, given_keys
from acting.queries.among import among
from issues.enums.deadlines import DeadlineKind
from issues.models import Assignment, Commitment, Deadline, Issue
from issues.queries.facts import with_facts, with_sittings
from issues.queries.followers import with_followers
from issues.queries.policy import with_policy

ISSUES = given_keys("issues")

issues_with_facts = PreparedQuery(
    lambda: with_facts(Issue.objects.filter(among("pk", ISSUES))).order_by("pk")
)
# What a sitting does to a matter tells whoever follows it, by the policy and calendar in force.
issues_for_sitting = PreparedQuery(
    lambda: with_sittings(
        with_followers(with_policy(with_facts(Issue.objects.filter(among("pk", ISSUES)))))
    ).order_by("pk")
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
# The sweep leaves out what stands behind each clock.
running_clocks_bare = PreparedQuery(
    lambda: (
        Deadline.objects.running()
        .filter(among("issue", ISSUES))
        .order_by("pk")
        .defer("starts_at", "basis")
    )
)
# Those that run or are late, and all of promises that bodies still owe: each began with a clock.
owed_clocks = PreparedQuery(
    lambda: (
        Deadline.objects.owed_or_promised()
        .filter(among("issue", ISSUES))
        .select_related("commitment", "rule")
        .order_by("pk")
    )
)
# The same with whether they are, beside all clocks of agendas that turns of now ever had.
owed_clocks_and_agendas = PreparedQuery(
    lambda: (
        Deadline.objects.owed_or_promised_or(
            Q(kind=DeadlineKind.AGENDA, assignment__left_at=None, assignment__isnull=False)
        )
        .filter(among("issue", ISSUES))
        .select_related("commitment", "rule")
        .order_by("pk")
    )
)
late_clocks_of_turns = PreparedQuery(
    lambda: (
        Deadline.objects.late()
        .filter(issue=given_key("issue"), assignment__isnull=False)
        .order_by("pk")
    )
)
