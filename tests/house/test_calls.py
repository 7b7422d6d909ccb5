"""Whatever is called from a page is dialled as `accounts.phones` says."""

import re
from pathlib import Path

from django.template import Context, Template

ROOT = Path(__file__).resolve().parent.parent.parent
CALLED = re.compile(r"tel:\{\{ *([^}]*?) *\}\}")


def test_no_page_dials_an_extension_as_part_of_the_number() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {said}"
        for path in sorted((ROOT / "templates").rglob("*.html"))
        for said in CALLED.findall(path.read_text(encoding="utf-8"))
        if not said.endswith(("|dialled", ".dialled"))
    ]
    assert found == []


def test_a_button_to_call_pauses_before_the_extension() -> None:
    button = Template('{% include "components/call.html" %}')
    assert 'href="tel:0533-7180123,801"' in button.render(Context({"phone": "0533-7180123-801"}))
    assert 'href="tel:12345"' in button.render(Context({"phone": "12345"}))
