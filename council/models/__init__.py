from council.models.agenda import AgendaItem, Opinion, ProposalPutOff, Recusal
from council.models.bookings import Booking
from council.models.calls import Call, CallIdea
from council.models.candidacies import Candidacy, Objection, Seconding
from council.models.commands import Command, Lease
from council.models.contacts import Contact, ContactPlan
from council.models.councils import Council, Seat
from council.models.decisions import Pledge, Resolution
from council.models.feeds import FeedKey
from council.models.floor import Speech
from council.models.meetings import Meeting, MeetingCouncil, Told
from council.models.members import Absence, CouncilMember
from council.models.minutes import MinutesVersion, Signature
from council.models.motions import Motion
from council.models.notice_rules import NoticeRule
from council.models.papers import MinutesName, MinutesPaper, Sheet
from council.models.roll import Presence, Roll
from council.models.votes import NamedBallot, SealedBallot, SecretKey, Turnout, Vote, Voter

__all__ = [
    "Absence",
    "AgendaItem",
    "Booking",
    "Call",
    "CallIdea",
    "Candidacy",
    "Command",
    "Contact",
    "ContactPlan",
    "Council",
    "CouncilMember",
    "FeedKey",
    "Lease",
    "Meeting",
    "MeetingCouncil",
    "MinutesName",
    "MinutesPaper",
    "MinutesVersion",
    "Motion",
    "NamedBallot",
    "NoticeRule",
    "Objection",
    "Opinion",
    "Pledge",
    "Presence",
    "ProposalPutOff",
    "Recusal",
    "Resolution",
    "Roll",
    "SealedBallot",
    "Seat",
    "Seconding",
    "SecretKey",
    "Sheet",
    "Signature",
    "Speech",
    "Told",
    "Turnout",
    "Vote",
    "Voter",
]
