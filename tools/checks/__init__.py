"""`make check`: everything that needs no database and no browser."""
