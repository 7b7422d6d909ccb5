"""`manage.py deliver` as a process that may be killed in the middle of its work."""

import os
import time

import django

from accounts.carriers.base import SmsCarrier


class SlowCarrier(SmsCarrier):
    """Writes to the demo's page, and takes its time for it, as a gateway does."""

    def send(self, phone: str, text: str, *, purpose: str) -> None:
        from accounts.actions.keep_message import keep_message

        keep_message(phone, text=text, purpose=purpose, actor=None)
        time.sleep(float(os.environ.get("DELIVER_PAUSE", "0")))


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    os.environ["SMS_CARRIER"] = "tests.notifications.deliverer.SlowCarrier"
    django.setup()

    from django.core.management import call_command

    from tests.notifications.renderers import register_all

    register_all()
    call_command("deliver")
