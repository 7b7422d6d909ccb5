"""Words of what administrators are told; parameters are JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from notifications.rendering import Rendered, register

CODES_RATIONED = "grids.codes_rationed"


def codes_rationed(_parameters: Mapping[str, Any]) -> Rendered:
    return Rendered(
        title=_("Codes to sign in are rationed"),
        body=_(
            "More codes are asked for than may be sent in a minute or a day, so some people can't "
            "sign in from a new device. Whoever looks after the machine finds in the security log "
            "where they are asked for."
        ),
    )


def register_notices() -> None:
    register(CODES_RATIONED, 1, codes_rationed)
