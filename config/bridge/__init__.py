"""Django's pages, which are WSGI, behind an entry that is ASGI (docs/decisions/0052-one-port.md)."""
