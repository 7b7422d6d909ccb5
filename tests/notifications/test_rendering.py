import logging
from collections.abc import Collection, Mapping
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
        [shown] = rendering.render_all([(kind, 1, {"secret": "三单元 502"})])
    assert shown.title == "This notice can't be shown"
    assert kind in caplog.text
    assert "502" not in caplog.text


def test_names_stand_for_codes_and_many_notices_look_them_up_once() -> None:
    asked: list[set[str]] = []

    def look_up(codes: Collection[str]) -> dict[str, str]:
        asked.append(set(codes))
        return {"A": "甲", "B": "乙"}

    rendering.register_names({"test_office"}, look_up)
    register("test.named", 1, lambda parameters: Rendered(f"[{parameters.get('test_office')}]"))
    stored = [("test.named", 1, {"test_office": code}) for code in ("A", "B", "C", "A", "")]
    titles = [words.title for words in rendering.render_all([*stored, ("test.named", 1, {})])]
    assert titles == ["[甲]", "[乙]", "[]", "[甲]", "[]", "[None]"]
    assert asked == [{"A", "B", "C"}]
    assert render("test.named", 1, {"test_office": "B"}).title == "[乙]"
    rendering.render_all([("test.named", 1, {})])
    assert len(asked) == 2


def test_the_names_of_a_key_come_from_one_place() -> None:
    rendering.register_names({"test_place"}, lambda codes: dict.fromkeys(codes, ""))
    with pytest.raises(ValueError, match="test_place"):
        rendering.register_names({"test_place"}, lambda codes: {})
