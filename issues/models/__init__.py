from issues.models.activity import (
    Addition,
    CallBack,
    Commitment,
    Deliberation,
    Finding,
    Outcome,
    Response,
    Support,
    Verdict,
)
from issues.models.chain import RUNNING, Assignment, Deadline, SweepFailure
from issues.models.issue import Issue, ReferenceCounter
from issues.models.policy import PolicyRule, PolicyVersion
from issues.models.upload import Draft, Photo, Upload

__all__ = [
    "RUNNING",
    "Addition",
    "Assignment",
    "CallBack",
    "Commitment",
    "Deadline",
    "Deliberation",
    "Draft",
    "Finding",
    "Issue",
    "Outcome",
    "Photo",
    "PolicyRule",
    "PolicyVersion",
    "ReferenceCounter",
    "Response",
    "Support",
    "SweepFailure",
    "Upload",
    "Verdict",
]
