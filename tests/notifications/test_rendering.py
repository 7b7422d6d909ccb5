import logging
from collections.abc import Mapping
from typing import Any

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy

from notifications import rendering
from notifications.rendering import Rendered, UnknownKindError, register, render


def first(parameters: Mapping[str, Any]) -> Rendered:
    return Rendered(title=f"first {parameters['number']}")


def test_a_kind_is_rendered_by_version() -> None:
    register("test.versions", 1, first)
    register("test.versions", 2, lambda parameters: Rendered("second", "with a body"))
    assert render("test.versions", 1, {"number": 7}) == Rendered("first 7", "")
    assert render("test.versions", 2, {}) == Rendered("second", "with a body")


def test_a_lazy_string_is_put_into_the_language_of_the_moment() -> None:
    register("test.lazy", 1, lambda parameters: Rendered(gettext_lazy("Yes")))  # type: ignore[arg-type]
    with translation.override("en"):
        assert render("test.lazy", 1, {}).title == "Yes"
    with translation.override("zh-hans"):
        assert render("test.lazy", 1, {}).title == "是"


def test_the_same_renderer_may_be_registered_again_but_no_other() -> None:
    register("test.twice", 1, first)
    register("test.twice", 1, first)
    with pytest.raises(ValueError, match="already have a renderer"):
        register("test.twice", 1, lambda parameters: Rendered("other"))


@pytest.mark.parametrize(("kind", "version"), [("test.never", 1), ("test.received", 9)])
def test_an_unknown_kind_or_version_is_named(kind: str, version: int) -> None:
    with pytest.raises(UnknownKindError, match=kind):
        render(kind, version, {})


@pytest.mark.parametrize("kind", ["test.never", "test.received"])
def test_a_notice_without_words_apologises_and_is_logged_without_its_parameters(
    kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR), translation.override("en"):
        shown = rendering.render_or_apologise(kind, 1, {"secret": "三单元 502"})
    assert shown.title == "This notice can't be shown"
    assert kind in caplog.text
    assert "502" not in caplog.text
