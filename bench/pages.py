"""How many of a few pages the application draws in a second, in one process."""

import time
from collections.abc import Iterator

from django.test import Client

PAGES = ("/healthz/", "/", "/venues/", "/issues/", "/raise/")
SECONDS = 2.0


def measure() -> Iterator[str]:
    client = Client(HTTP_HOST="localhost")
    for page in PAGES:
        status = client.get(page).status_code
        count, began = 0, time.perf_counter()
        while (spent := time.perf_counter() - began) < SECONDS:
            client.get(page)
            count += 1
        yield f"{page:12} {status}  {count / spent:7.0f} a second"
