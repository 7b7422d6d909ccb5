"""Check rows of any kind as if they were applied now."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from acting.storable import is_storable
from grids.enums import ImportKind
from grids.importing.bodies import BodiesImport
from grids.importing.categories import CategoriesImport, prepare_competences
from grids.importing.columns import COLUMNS, Column
from grids.importing.damage import damage_of
from grids.importing.places import BuildingsImport, prepare_venues
from grids.importing.postings import PostingsImport
from grids.importing.prepared import May, PreparedImport
from grids.importing.problems import Problem
from grids.importing.table import Row


def prepare(rows: list[Row], kind: str, *, may: May) -> PreparedImport:
    """What applying `rows` now would do, with the problems of all cells."""
    match kind:
        case ImportKind.BODIES:
            done = BodiesImport(rows, may).prepare()
        case ImportKind.BUILDINGS:
            done = BuildingsImport(rows, may).prepare()
        case ImportKind.VENUES:
            done = prepare_venues(rows, may)
        case ImportKind.CATEGORIES:
            done = CategoriesImport(rows, may).prepare()
        case ImportKind.COMPETENCES:
            done = prepare_competences(rows, may)
        case _:
            done = PostingsImport(rows, may).prepare()
    done.problems = _in_order([*cell_problems(rows, kind), *done.problems], kind)
    return done


def _in_order(problems: list[Problem], kind: str) -> list[Problem]:
    """One problem for each cell, the first that was found, in the order of lines and columns."""
    cells = {(problem.line, problem.column): problem for problem in reversed(problems)}
    columns = {column.key: number for number, column in enumerate(COLUMNS[kind])}
    return sorted(cells.values(), key=lambda problem: (problem.line, columns[problem.column]))


def cell_problems(rows: list[Row], kind: str) -> list[Problem]:
    """Problems of cells that hold no value, whatever the column: damaged, too long, or empty."""
    found = []
    for column in COLUMNS[kind]:
        for row in rows:
            sentence = wrong_with(row.values.get(column.key, ""), column)
            if sentence:
                found.append(Problem(row.line, column.key, str(sentence)))
    return found


def wrong_with(value: str, column: Column) -> str | Promise:
    if column.required and not column.blank and not value:
        return _("This may not be empty.")
    damaged = damage_of(value, day=column.day, phone=column.phone, named=column.named)
    if damaged:
        return damaged
    if len(value) > column.longest:
        return _("This is too long: %(longest)d characters at most.") % {"longest": column.longest}
    if not is_storable(value):
        return _("There are characters in it that cannot be kept. Please type it again.")
    return ""
