"""Forms of what everybody is told: call, invite, take back, cancel."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.forms.choices import ChoiceField
from acting.forms.fields import NOT_CHOSEN, line
from acting.refusals import Refused
from clocks.dates import day_words
from council.actions.meetings.call_meeting import call_meeting
from council.actions.meetings.cancel import cancel
from council.actions.meetings.invite import invite_body, invite_parties
from council.actions.meetings.recall import recall_call
from council.actions.meetings.rehearse import rehearse
from council.addresses import address_of_meeting, address_of_table
from council.enums.planning import MeetingAct
from council.forms.base import CouncilActForm, OfMeeting
from council.forms.sittings.choices import body_choices
from council.queries.agenda import agenda_of
from council.queries.notice import notice_for
from council.queries.sitting import people_told
from grids.models import Body


class MeetingForm(OfMeeting, CouncilActForm):
    tells_seen = True


class CallMeetingForm(MeetingForm):
    act = MeetingAct.CALL
    title = gettext_lazy("Call the sitting")
    button = gettext_lazy("Call it and tell everybody")
    done = gettext_lazy("Called. Everybody who is to come is being told.")

    reason = line(gettext_lazy("Sooner than that: why can't it wait?"), most=200, required=False)

    @property
    def explained(self) -> str:
        """How many are told, and since when it could be."""
        meeting = self.meeting
        people = people_told(meeting)
        classes = [item.issue.matter_class if item.issue else "" for item in agenda_of(meeting)]
        notice = notice_for(meeting.council, classes, now=self.context.now)
        told = ngettext(
            "{count} person is told now, on the page and by text message.",
            "{count} people are told now, on the page and by text message.",
            people,
        ).format(count=people)
        day = _("By what is on its agenda it can be on {day} at the earliest.")
        more = day.format(day=day_words(notice.day, self.context.now))
        return _("{sentence} {more}").format(sentence=told, more=more)

    def perform(self) -> str:
        call_meeting(self.meeting, reason=self.cleaned_data["reason"], **self.given)
        return address_of_meeting(self.meeting)


class InviteForm(MeetingForm):
    act = MeetingAct.INVITE
    title = gettext_lazy("Invite somebody")
    explain = gettext_lazy(
        "Guests talk and do not vote. Where the sitting is called already, they are told at once."
    )
    button = gettext_lazy("Invite")
    done = gettext_lazy("Invited.")

    body = ChoiceField(
        label=gettext_lazy("Whoever speaks for"), required=False, error_messages=NOT_CHOSEN
    )
    parties = forms.BooleanField(
        label=gettext_lazy("Whoever raised a matter that is on the agenda"), required=False
    )

    def prepare(self) -> None:
        self.fields["body"].choices = body_choices(  # type: ignore[attr-defined]
            self.meeting.council
        )

    def perform(self) -> str:
        data, given = self.cleaned_data, self.given
        if not data["body"] and not data["parties"]:
            raise Refused(_("Choose whom to invite."), field="body")
        if data["body"]:
            body = Body.objects.get(code=data["body"])
            invite_body(self.meeting, body=body, **given)
            # Its own first half is no news to the second.
            given["seen"] = None
        if data["parties"]:
            invite_parties(self.meeting, **given)
        return address_of_meeting(self.meeting)


class RehearseForm(MeetingForm):
    act = MeetingAct.REHEARSE
    title = gettext_lazy("Try it out")
    explain = gettext_lazy(
        "The real table with invented people and the titles of your agenda. Nobody is told, "
        "nothing is kept, and no matter moves. You run it alone, as often as you like."
    )
    button = gettext_lazy("Begin the rehearsal")
    done = gettext_lazy("Tap the ring for who is here, then open the sitting.")

    def perform(self) -> str:
        given = {name: value for name, value in self.given.items() if name != "seen"}
        return address_of_table(rehearse(self.meeting, **given))


class RecallForm(MeetingForm):
    act = MeetingAct.RECALL
    is_next = False
    title = gettext_lazy("Take the call back")
    explain = gettext_lazy(
        "It is a draft again, and everybody who was told of it is told so. Call it anew later."
    )
    button = gettext_lazy("Take it back")
    done = gettext_lazy("Taken back. Everybody is being told.")

    def perform(self) -> str:
        recall_call(self.meeting, **self.given)
        return address_of_meeting(self.meeting)


class CancelForm(MeetingForm):
    act = MeetingAct.CANCEL
    is_next = False
    title = gettext_lazy("Cancel the sitting")
    explain = gettext_lazy(
        "It stays in the calendar as cancelled, with the reason, and does not come back. "
        "Everybody who was told of it is told so."
    )
    button = gettext_lazy("Cancel it")
    done = gettext_lazy("Cancelled.")

    reason = line(gettext_lazy("Why? Everybody reads it"), most=200)

    def perform(self) -> str:
        cancel(self.meeting, reason=self.cleaned_data["reason"], **self.given)
        return address_of_meeting(self.meeting)
