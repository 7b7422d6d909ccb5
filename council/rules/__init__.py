"""Who may do what in a council: pure predicates over who asks and what, a module a noun."""
