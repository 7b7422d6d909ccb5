from council.models.candidacies import Candidacy, Objection, Seconding
from council.models.councils import Council, Seat
from council.models.members import Absence, CouncilMember

__all__ = [
    "Absence",
    "Candidacy",
    "Council",
    "CouncilMember",
    "Objection",
    "Seat",
    "Seconding",
]
