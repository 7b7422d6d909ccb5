"""What a matter is called before anybody gave it a checked title."""

import pytest

from grids.models import Category
from issues.enums.matter import Visibility
from issues.enums.stages import Stage
from issues.models import Issue
from issues.presentation.matter import badge_of, first_words


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "楼前那棵杨树的枝子伸到我家窗户上了，刮风就啪啪打玻璃",
            "楼前那棵杨树的枝子伸到我家窗户上了",
        ),
        ("你好，路灯坏了。晚上看不见", "你好，路灯坏了"),
        ("路灯坏了", "路灯坏了"),
        ("  3号楼路灯不亮\n晚上看不见", "3号楼路灯不亮"),
    ],
)
def test_a_matter_without_a_title_is_called_by_its_first_clause(text: str, title: str) -> None:
    assert first_words(text) == title


def test_a_clause_too_long_for_a_title_is_cut_and_says_so() -> None:
    told = first_words("东边那个单元的楼道里从一楼到六楼的声控灯没有一个是亮的")
    assert told.endswith("…")
    assert len(told) == 24


def test_only_what_may_still_go_public_is_said_to_be_checked_for_it() -> None:
    private = badge_of(Issue(visibility=Visibility.PRIVATE))
    assert badge_of(Issue()) != private
    assert badge_of(Issue(private_wish=True)) == private
    assert badge_of(Issue(category=Category(private=True))) == private
    assert badge_of(Issue(stage=Stage.WITHDRAWN)) == private
