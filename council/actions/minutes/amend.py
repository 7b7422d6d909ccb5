"""勘误: what turned out to be wrong after signing is said beside it, and signed again."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.actions.minutes.correct import held_words, numbers_of
from council.casework.asks import SIGN
from council.casework.minutes import opened_minutes
from council.enums.minutes import MinutesAct
from council.minutes.sections import Section
from council.models import Meeting, MinutesVersion


def amend(
    meeting: Meeting, *, actor: User, now: datetime, text: str, seen: int | None = None
) -> MinutesVersion:
    """The signed version stays as it is; the addendum counts once both have signed it."""
    with opened_minutes(meeting, MinutesAct.AMEND, actor=actor, now=now, seen=seen) as case:
        signed = case.minutes.main
        assert signed is not None
        said = held_words(text, numbers_of(case))
        if not said:
            raise Refused(_("Please write a sentence here."), field="text")
        with translation.override(settings.LANGUAGE_CODE):
            title = _("Addendum")
        section = Section(key="addendum", title=title, words=said)
        version = case.write_version([section], corrects=signed)
        case.record("minutes_amended", {"corrects": signed.number, "version": version.number})
        row = case.meeting
        people = [row.chair_id, row.recorder_id]
        case.tell_people(people, "minutes_to_sign", key=version.number, calls_for=SIGN)
        return version
