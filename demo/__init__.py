"""The demo: invented people to sign in as, their past, and the messages they would get."""
