"""What holds for every template: nothing that the policy against foreign scripts would block."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

ROOT = Path(settings.BASE_DIR) / "templates"
TEMPLATES = sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob("*.html"))
FORBIDDEN = re.compile(
    r"""\sstyle=["']|<style|\son[a-z]+=["']|<script(?![^>]*\ssrc=)|javascript:"""
)


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_has_style_or_script_inside(name: str) -> None:
    assert not FORBIDDEN.findall((ROOT / name).read_text())


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_compiles(name: str) -> None:
    get_template(name)
