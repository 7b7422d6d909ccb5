"""Sentences about what bodies were asked to do, and answered."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from council.presentation.kinds.members import Sentence

PLEDGES: Mapping[str, Sentence] = {
    "pledge_accepted": _("A body promised what the sitting asked of it."),
    "pledge_declined": _("A body said that it can't do what the sitting asked of it."),
    "pledge_expired": _("A body did not answer what the sitting asked of it in time."),
    "pledge_lapsed": _("What was asked of a body fell away, since its matter had moved on."),
}
