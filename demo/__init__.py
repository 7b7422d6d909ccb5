"""The demo: invented people to be, their past, and the messages they would have got."""
