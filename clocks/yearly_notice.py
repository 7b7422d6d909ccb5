"""The yearly notice as text: each line gives a day or a run of days.

    2027-02-05/2027-02-11, 休, 春节, Spring Festival
    2027-02-14, 班, 春节

The second field is off (休) or work (班). 撤, or plain, takes back what an earlier revision said
about a day. The English name may be left out for well-known holidays.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from clocks.calendar import in_plain_week

ENGLISH = {
    "元旦": "New Year's Day",
    "春节": "Spring Festival",
    "清明节": "Tomb-sweeping Day",
    "劳动节": "Labour Day",
    "端午节": "Dragon Boat Festival",
    "中秋节": "Mid-autumn Festival",
    "国庆节": "National Day",
}
WORDS = {"休": False, "off": False, "班": True, "work": True, "撤": None, "plain": None}
LONGEST_RUN = timedelta(days=31)

# Punctuation from a Chinese keyboard, and what it stands for.
_SIGNS = str.maketrans("，、～~至", ",,///")


class NoticeError(ValueError):
    """A list of days can't be accepted; `problems` holds a sentence for each fault."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class NewDay:
    """A day of a notice and the name of its holiday; without a name it is a plain day again."""

    day: date
    working: bool
    name_zh: str = ""
    name_en: str = ""


def parse_notice(text: str) -> list[NewDay]:
    """The days of `text`; raises NoticeError naming every line that can't be read."""
    days: list[NewDay] = []
    problems: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            days.extend(_days(line))
        except ValueError as error:
            problems.append(_("Line {number}: {problem}").format(number=number, problem=error))
    if problems:
        raise NoticeError(problems)
    return days


def _days(line: str) -> Iterator[NewDay]:
    when, word, name, english = _fields(line)
    first, last = _run(when)
    if word.lower() not in WORDS:
        raise ValueError(_("“{word}” is neither 休 (off) nor 班 (work).").format(word=word))
    working = WORDS[word.lower()]
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if working is None:
            yield NewDay(day, in_plain_week(day))
        else:
            yield NewDay(day, working, name, english or ENGLISH.get(name, ""))


def _fields(line: str) -> tuple[str, str, str, str]:
    fields = [field.strip() for field in line.translate(_SIGNS).split(",")]
    if not 2 <= len(fields) <= 4:
        raise ValueError(_("Write: day, 休 or 班, name, English name."))
    when, word, name, english = [*fields, "", ""][:4]
    return when, word, name, english


def _run(text: str) -> tuple[date, date]:
    first, _slash, last = (part.strip() for part in text.partition("/"))
    begins = _date(first)
    ends = _date(last) if last else begins
    if ends < begins:
        raise ValueError(_("{last} is before {first}.").format(first=first, last=last))
    if ends - begins > LONGEST_RUN:
        raise ValueError(
            _("{first} to {last} is longer than a month.").format(first=first, last=last)
        )
    return begins, ends


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(
            _("“{text}” is not a day; write for example 2027-02-05.").format(text=text)
        ) from None
