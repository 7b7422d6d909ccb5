"""`make check`: all checks that need no database and no browser."""
