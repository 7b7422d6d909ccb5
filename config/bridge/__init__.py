"""Django's pages, which are WSGI, behind an entry that is ASGI (decision 0054)."""
