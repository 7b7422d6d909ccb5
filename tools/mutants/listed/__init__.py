"""The mutants by the file they change. Each path stands here only, so a move is one edit."""

from tools.mutants.listed import acts, clocks, council, limits, once, record, secret, told, who_may
from tools.mutants.mutant import Listed

GROUPS = (who_may, acts, told, clocks, record, once, secret, council, limits)

LISTED: Listed = {path: mutants for group in GROUPS for path, mutants in group.MUTANTS.items()}
