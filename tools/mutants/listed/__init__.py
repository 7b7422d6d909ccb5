"""The mutants by the file they are tried in. A path stands here once, to be moved with it."""

from tools.mutants.listed import acts, clocks, council, once, record, secret, told, who_may
from tools.mutants.mutant import Listed

GROUPS = (who_may, acts, told, clocks, record, once, secret, council)

LISTED: Listed = {path: mutants for group in GROUPS for path, mutants in group.MUTANTS.items()}
