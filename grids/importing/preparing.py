"""Check rows of any kind as if they were applied now."""

from django.utils.translation import gettext as _

from grids.enums import ImportKind
from grids.importing.bodies import BodiesImport
from grids.importing.columns import COLUMNS
from grids.importing.places import prepare_buildings, prepare_venues
from grids.importing.postings import PostingsImport
from grids.importing.prepared import May, Prepared
from grids.importing.problems import Problem
from grids.importing.reading import Row


def prepare(rows: list[Row], kind: str, *, may: May) -> Prepared:
    """What applying `rows` now would do, with the problems of all cells."""
    match kind:
        case ImportKind.BODIES:
            done = BodiesImport(rows, may).prepare()
        case ImportKind.BUILDINGS:
            done = prepare_buildings(rows, may)
        case ImportKind.VENUES:
            done = prepare_venues(rows, may)
        case _:
            done = PostingsImport(rows, may).prepare()
    done.problems = _in_order([*cell_problems(rows, kind), *done.problems])
    return done


def _in_order(problems: list[Problem]) -> list[Problem]:
    """One problem for each cell, in the order of lines."""
    cells = {(problem.line, problem.column): problem for problem in reversed(problems)}
    return sorted(cells.values(), key=lambda problem: problem.line)


def cell_problems(rows: list[Row], kind: str) -> list[Problem]:
    """Problems of cells that are too long, or empty though they may not be."""
    found = []
    for column in COLUMNS[kind]:
        long = _("This is too long: %(longest)d characters at most.") % {"longest": column.longest}
        for row in rows:
            value = row.values.get(column.key, "")
            if column.required and not value:
                found.append(Problem(row.line, column.key, _("This may not be empty.")))
            elif len(value) > column.longest:
                found.append(Problem(row.line, column.key, long))
    return found
