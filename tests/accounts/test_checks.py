import pytest
from pytest_django import Settings

from accounts.checks import check_carriers


@pytest.mark.parametrize(
    ("demo", "carrier", "said"),
    [
        (True, "accounts.carriers.page.PageCarrier", ["accounts.E001"]),
        (False, "accounts.carriers.page.PageCarrier", ["accounts.E001"]),
        (False, "accounts.carriers.log.LogCarrier", ["accounts.W001"]),
        (False, "town.carriers.OwnCarrier", []),
    ],
)
def test_a_deployment_is_warned_of_carriers_that_carry_nothing(
    settings: Settings,
    demo: bool,
    carrier: str,
    said: list[str],
) -> None:
    settings.DEMO, settings.SMS_CARRIER = demo, carrier

    assert [message.id for message in check_carriers()] == said
