"""Everything that can be done to an issue: the table, and while what its acts are of use."""
