"""A kind of notice to test with."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from notifications.rendering import Rendered, register


def received(parameters: Mapping[str, Any]) -> Rendered:
    """Uses strings of Django's own, which are translated whatever the state of our catalogue."""
    return Rendered(title=f"{_('Yes')} {parameters['number']}", body=_("No"))


def register_all() -> None:
    register("test.received", 1, received)
