"""Django's PostgreSQL, which says in words what the database could not do now."""
