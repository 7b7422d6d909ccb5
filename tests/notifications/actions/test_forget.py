import pytest

from notifications.actions.forget import forget
from notifications.actions.put import put
from notifications.models import Delivery, Notice
from tests.notifications.factories import person, told

pytestmark = pytest.mark.django_db


def test_a_person_who_is_erased_leaves_no_notice_and_others_keep_theirs() -> None:
    gone, here = person(), person()
    put([told(gone, sms=True), told(gone, key="two"), told(here, sms=True)])
    assert forget(gone, actor=gone) == 2
    assert [notice.recipient for notice in Notice.objects.all()] == [here]
    assert Delivery.objects.count() == 1


def test_nobody_makes_another_persons_notices_go() -> None:
    chen = person()
    put([told(chen)])
    with pytest.raises(PermissionError):
        forget(chen, actor=person())
    assert Notice.objects.count() == 1
