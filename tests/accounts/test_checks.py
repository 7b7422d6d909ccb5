import pytest
from pytest_django import Settings

from accounts.carriers import NO_MAIL
from accounts.checks import check_carriers


@pytest.mark.parametrize(
    ("demo", "carrier", "mail", "said"),
    [
        (True, "accounts.carriers.page.PageCarrier", NO_MAIL, ["accounts.E001"]),
        (False, "accounts.carriers.page.PageCarrier", NO_MAIL, ["accounts.E001"]),
        (False, "town.Own", "accounts.carriers.page.PageMailCarrier", ["accounts.E001"]),
        (False, "accounts.carriers.log.LogCarrier", NO_MAIL, ["accounts.W001"]),
        (False, "town.carriers.OwnCarrier", NO_MAIL, []),
    ],
)
def test_a_deployment_is_warned_of_carriers_that_carry_nothing(
    settings: Settings,
    demo: bool,
    carrier: str,
    mail: str,
    said: list[str],
) -> None:
    settings.DEMO, settings.SMS_CARRIER, settings.EMAIL_CARRIER = demo, carrier, mail

    assert [message.id for message in check_carriers()] == said
