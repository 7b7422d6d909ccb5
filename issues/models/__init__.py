from issues.models.activity import (
    Addition,
    CallBack,
    Commitment,
    Deliberation,
    Finding,
    Outcome,
    Response,
    Verdict,
)
from issues.models.among_staff import KeptReply, StaffNote
from issues.models.chain import RUNNING, Assignment, Deadline, SweepFailure
from issues.models.findable import Findable, Renamed
from issues.models.following import Follow, Support
from issues.models.issue import Issue, ReferenceCounter
from issues.models.policy import PolicyRule, PolicyVersion
from issues.models.tally import Tally
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
    "Findable",
    "Finding",
    "Follow",
    "Issue",
    "KeptReply",
    "Outcome",
    "Photo",
    "PolicyRule",
    "PolicyVersion",
    "ReferenceCounter",
    "Renamed",
    "Response",
    "StaffNote",
    "Support",
    "SweepFailure",
    "Tally",
    "Upload",
    "Verdict",
]
