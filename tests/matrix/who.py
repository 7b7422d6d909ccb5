"""Everyone who may come to a door, by the name they have in the world of the tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

Answers = Mapping[str, int]
VISITOR = "visitor"
# Residents: who raised the matters, who lives there too, who lives nowhere here.
REPORTER = "resident"
RESIDENTS = ("resident", "neighbour", "stranger")
GRID = ("grid_worker", "grid_head")
COMMUNITY = ("staff", "lead")
SUPERVISORS = ("street_supervisor", "supervisor")
DEPARTMENT = ("clerk", "signer")
ADMINISTRATORS = ("administrator", "district_administrator", "far_administrator")

EVERYONE = (
    VISITOR,
    *RESIDENTS,
    *GRID,
    *COMMUNITY,
    *SUPERVISORS,
    *DEPARTMENT,
    *ADMINISTRATORS,
    "other_grid_worker",
    "near_staff",
    "mediator",
    "dispatcher",
    "general_clerk",
    "other_clerk",
    "district_clerk",
    "partner_clerk",
    "far_grid_worker",
    "far_staff",
    "far_dispatcher",
    "far_supervisor",
)
SIGNED_IN = tuple(name for name in EVERYONE if name != VISITOR)
POSTED = tuple(name for name in SIGNED_IN if name not in RESIDENTS)

# Who reads a matter of the first grid that is not public, by where it stands (rules §5):
# the reporter and those who hold it, its grid and its community; where it is no dispute, who
# supervises the street;
IN_DISPUTE = (REPORTER, *GRID, *COMMUNITY)
INSIDE_AT_GRID = (*IN_DISPUTE, *SUPERVISORS)
# the dispatcher as well where it is urgent, since the street is told at once;
INSIDE_URGENT = (*INSIDE_AT_GRID, "dispatcher")
# and where it came to the departments, the general office that had it, who leads and who joined.
INSIDE_AT_STREET = (*INSIDE_URGENT, "general_clerk")
INSIDE_AT_DEPARTMENT = (*INSIDE_AT_STREET, *DEPARTMENT, "partner_clerk")
# The states of stage.py, and who reads the inside of such a matter.
INSIDE: dict[str, tuple[str, ...]] = {
    "pending": INSIDE_AT_GRID,
    "public": INSIDE_AT_GRID,
    "private": INSIDE_AT_GRID,
    "hidden": INSIDE_AT_GRID,
    "urgent": INSIDE_URGENT,
    "dispute": IN_DISPUTE,
    "settled": INSIDE_AT_GRID,
    "ended": INSIDE_AT_GRID,
    "at the street": INSIDE_AT_STREET,
    "at the department": INSIDE_AT_DEPARTMENT,
    # One body is competent and was named at once: the general office never had it.
    "to be checked": tuple(name for name in INSIDE_AT_DEPARTMENT if name != "general_clerk"),
}
PUBLIC = ("public", "settled", "ended", "to be checked")


def opens(about: str) -> tuple[str, ...]:
    """Who may open the page: everyone where it is public."""
    return EVERYONE if about in PUBLIC else INSIDE[about]


def workers(inside: tuple[str, ...]) -> tuple[str, ...]:
    """Those of them who work on it or oversee it: not the reporter."""
    return tuple(name for name in inside if name != REPORTER)


# Those of a line stand in the same relation to every matter: the same post at the same place, or
# the same post at a place that has nothing to do with it. Whether somebody else of the line gets
# the same answer is asked at other addresses, since who speaks for it goes round.
CLASSES = (
    (VISITOR,),
    (REPORTER,),
    ("neighbour", "stranger"),
    GRID,
    COMMUNITY,
    SUPERVISORS,
    DEPARTMENT,
    ADMINISTRATORS,
    ("other_grid_worker", "near_staff"),
    ("mediator",),
    ("dispatcher",),
    ("general_clerk",),
    ("other_clerk", "district_clerk"),
    ("partner_clerk",),
    ("far_grid_worker", "far_staff", "far_dispatcher", "far_supervisor"),
)


def class_of(name: str) -> tuple[str, ...]:
    return next(line for line in CLASSES if name in line)


def for_each_answer(line: tuple[str, ...], answers: Answers, number: int) -> Iterator[str]:
    """Of a class one for each answer that the class is to get; another with each `number`."""
    by_answer: dict[int, list[str]] = {}
    for name in line:
        by_answer.setdefault(answers[name], []).append(name)
    return (names[number % len(names)] for names in by_answer.values())


def speakers(answers: Answers) -> Iterator[str]:
    for line in CLASSES:
        yield from for_each_answer(line, answers, 0)


def a_third(answers: Answers, number: int) -> tuple[str, ...]:
    """Speakers of a third of the classes, of another third with each `number`; and one for each
    answer that none of these gets."""
    lines = CLASSES[-number % 3 :: 3]
    came = [name for line in lines for name in for_each_answer(line, answers, number // 3)]
    return (*came, *unheard(answers, number, came))


def some(answers: Answers, number: int) -> tuple[str, ...]:
    """One who comes in turn, another with each `number`, and one for each other answer."""
    turn = [EVERYONE[number % len(EVERYONE)]]
    return (*turn, *unheard(answers, number, turn))


def unheard(answers: Answers, number: int, came: Iterable[str]) -> Iterator[str]:
    """One for each answer that nobody gets of those who came."""
    for answer in set(answers.values()) - {answers[name] for name in came}:
        names = [name for name in EVERYONE if answers[name] == answer]
        yield names[number % len(names)]
