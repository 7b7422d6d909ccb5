"""Remember where a person lives, or forget it."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from grids.models import Building, Residence
from grids.refusals import in_words


def set_residence(
    user: User, *, building: Building | None, actor: User | None, now: datetime
) -> Residence | None:
    """Only the person says where they live. It is not an official act, so it is not recorded."""
    if actor is not None and actor.pk != user.pk:
        raise Refused(_("Only you can say where you live."))
    with in_words():
        if building is None:
            Residence.objects.filter(user=user).delete()
            return None
        residence, _made = Residence.objects.update_or_create(
            user=user, defaults={"building": building}
        )
        return residence
