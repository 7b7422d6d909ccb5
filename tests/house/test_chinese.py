"""The Chinese of pages, as it is said here: what strangers stumbled over, and its brothers.

A row is where it stands, in English as in the sources, and the words that readers find there.
"""

from __future__ import annotations

import re

import pytest

from tools.messages.catalogue import translations
from tools.messages.sources import Key

SAID = translations()
ROWS: list[tuple[Key, str]] = [
    # Cards and top sentences: the date stands last, and says that it is the latest.
    (("at the end", "by {weekday} next week, {time}"), "最晚下{weekday} {time}"),
    (("at the end", "by {time} tomorrow"), "最晚明天 {time}"),
    (("at the end", "by {time} today"), "最晚今天 {time}"),
    (("at the end", "by {date} {time}"), "最晚 {date} {time}"),
    # Figures.
    ((None, "put into solved matters"), "已解决的事投入"),
    # Desks are named after the body, which stands before it.
    ((None, "Desk of the street"), "工作台"),
    ((None, "Desk of the community"), "工作台"),
    ((None, "Desk of the department"), "工作台"),
    ((None, "Desk of the grid"), "工作台"),
    # Major matters.
    (
        (
            None,
            "The community talks it over. It is carried out only once the council has agreed on "
            "it at a proper sitting.",
        ),
        "由社区组织大家商量。到会人数够、会上议定了，才开始办。",
    ),
    # Pushing up, and naming a lead.
    (
        (None, "It goes to %(body)s. The stage it stands on stays."),
        "将上报到%(body)s。上面接着办，不用从头来。",
    ),
    (
        (None, "Its clock starts when you press. Who joins has the same time."),
        "指定后，主办单位开始计时，协办单位时限相同。",
    ),
    # Notices.
    ((None, "Your matter {reference} went up by itself"), "没按时办，{reference} 已转到上一级"),
    ((None, "{reference} is handled so: {phrase}"), "{reference} 按“{phrase}”办"),
    # After an act: what is only queued has not arrived.
    ((None, "Published; the resident will be told."), "已公开，会通知居民。"),
    ((None, "Taken in; the resident will be told."), "已签收，会通知居民。"),
    (
        (None, "Your answer is written down; the resident will be told."),
        "已答复，会通知居民。",
    ),
    # Nothing found.
    (
        (
            None,
            "Nothing public fits. Use fewer words or show everything; or be the first to speak up.",
        ),
        "公开的事项里没有符合的。少写几个字，或点“全部显示”试试；也可以由您先来反映。",
    ),
    # Administration.
    ((None, "Add %s"), "登记%s"),
    ((None, "Add %(name)s"), "登记%(name)s"),
    ((None, "None available"), "还没有"),
    ((None, "somebody's name"), "姓名"),
]
ENGLISH = {
    "Small: settled on the spot": "小事好商量",
    "Not sure? It is on the poster at your pavilion.": "不清楚是哪个网格？议事亭的海报上写着。",
}
# Words that were found to sound translated, and where they would come from again.
STIFF = {
    "增加": "登记",
    "无可选的": "还没有",
    "人员任职": "任职",
    "街道工作台": "工作台",
    "按下后": "指定后",
    "人数够的": "到会人数够",
    "上面就从哪一步": "不用从头来",
    "已超时提级": "没按时办，已转到上一级",
    "原来那一级": "上一级",
    "已经分类": "按“…”办",
    "居民已收到通知": "会通知居民",
    "已送达居民": "会通知居民",
    "少写几个字、或": "少写几个字，或点",
    "花在已解决": "已解决的事投入",
}


@pytest.mark.parametrize(("key", "words"), ROWS, ids=lambda one: str(one)[:40])
def test_it_is_said_as_neighbours_say_it(key: Key, words: str) -> None:
    assert SAID[key] == words


@pytest.mark.parametrize("sentence", ENGLISH)
def test_the_english_is_plain_too(sentence: str) -> None:
    assert SAID[None, sentence] == ENGLISH[sentence]


def test_what_sounded_translated_comes_back_nowhere() -> None:
    found = [f"{key[1]!r}: {words}" for key, words in SAID.items() for bad in STIFF if bad in words]
    assert not found, "\n".join(found)


def test_nobody_is_addressed_in_two_ways() -> None:
    """您 throughout, whoever reads: what colleagues see is seen by residents who hold a post."""
    found = [f"{key[1]!r}: {words}" for key, words in SAID.items() if "你" in words]
    assert not found, "\n".join(found)


def test_what_waits_to_be_sent_is_in_no_language_said_to_have_arrived() -> None:
    """After an act its notices are only queued."""
    arrived = re.compile(r"(has|have) been told\.$")
    found = [key[1] for key, words in SAID.items() if arrived.search(key[1]) and "会" in words]
    assert not found, "\n".join(found)
