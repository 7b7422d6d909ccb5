from council.models.bookings import Booking
from council.models.calls import Call, CallIdea
from council.models.candidacies import Candidacy, Objection, Seconding
from council.models.contacts import Contact, ContactPlan
from council.models.councils import Council, Seat
from council.models.members import Absence, CouncilMember

__all__ = [
    "Absence",
    "Booking",
    "Call",
    "CallIdea",
    "Candidacy",
    "Contact",
    "ContactPlan",
    "Council",
    "CouncilMember",
    "Objection",
    "Seat",
    "Seconding",
]
