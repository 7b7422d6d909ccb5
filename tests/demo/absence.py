"""Run without PAVILION_DEMO: says as JSON what of the demo is there all the same."""

import importlib
import json
import pkgutil
import sys

import django
from django.apps import apps
from django.conf import settings
from django.core.management import get_commands
from django.test import Client

ADDRESSES = ("/demo/", "/demo/be/", "/demo/sms/")
# Their own processes: what they start is told of the demo by the same setting.
ELSEWHERE = ("config.launcher", "config.migrate")


def import_everything() -> None:
    """Every module of ours, not only those that a page needs."""
    names = {one.name.split(".")[0] for one in apps.get_app_configs() if is_ours(one.path)}
    for name in sorted(names | {"config"}):
        for module in pkgutil.walk_packages(importlib.import_module(name).__path__, f"{name}."):
            if not module.name.startswith(ELSEWHERE):
                importlib.import_module(module.name)


def is_ours(path: str) -> bool:
    return "site-packages" not in path


def main() -> None:
    django.setup()
    import_everything()
    client = Client(raise_request_exception=False, headers={"host": "localhost"})
    page = client.get("/sign-in/")
    found = {
        "answers": [client.get(one).status_code for one in ADDRESSES],
        "sent": client.post("/demo/be/", {"phone": "+8613800138000"}).status_code,
        "command": "demo" in get_commands(),
        "modules": [name for name in sys.modules if name.split(".")[0] == "demo"],
        "page": page.status_code,
        # What the demo skips: the second factor, and limits of time for whoever holds a post.
        "asked": [
            settings.SECOND_FACTOR,
            settings.POSTED_SESSION_HOURS,
            settings.POSTED_IDLE_MINUTES,
            settings.PROOF_MINUTES,
        ],
        "named": "/demo" in page.content.decode(),
    }
    print(json.dumps(found))  # noqa: T201


if __name__ == "__main__":
    main()
