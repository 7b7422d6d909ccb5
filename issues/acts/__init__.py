"""Everything that can be done to an issue: the table, and when each of its acts is of use."""
