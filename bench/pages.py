"""How often one process draws each of a few pages in a second."""

from collections.abc import Iterator

from django.test import Client, override_settings

from bench._timing import repeated

PAGES = ("/bare/", "/healthz/", "/", "/venues/", "/issues/", "/raise/")


def measure() -> Iterator[str]:
    client = Client(HTTP_HOST="localhost")
    yield "An installation without places. `/bare/` is a constant sent through the same middleware."
    yield "A second, minimum / median / maximum of three repetitions.\n"
    yield "| page | status | a second |\n|---|--:|--:|"
    with override_settings(ROOT_URLCONF="bench._bare"):
        for page in PAGES:
            status = client.get(page).status_code
            spread = repeated(lambda page=page: client.get(page))  # type: ignore[misc]
            yield f"| `{page}` | {status} | {spread.a_second()} |"
