from collections.abc import Iterator

import pytest
from django.core.cache import cache
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _demo_and_fresh_limits(settings: Settings) -> Iterator[None]:
    """Messages go to the page, and no test inherits the limits of another."""
    settings.SMS_CARRIER = "accounts.carriers.page.PageCarrier"
    settings.LOGIN_REDIRECT_URL = "/after-sign-in-of-test/"
    cache.clear()
    yield
    cache.clear()
