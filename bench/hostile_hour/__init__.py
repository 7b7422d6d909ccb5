"""`make hostile-hour`: strangers try to stop the site while neighbours use it.

The product runs as `make run` serves it, behind a real Caddy with deploy/Caddyfile, on a database
of its own. One process attacks from many addresses: slow readers, slow writers, pictures made to
cost much, floods of codes and of matters. Another raises, receives and asks after the health of the
site meanwhile. It prints what was asked and answered, and ends with 1 if a bound was missed.

All of them share the machine, so the figures are worse than those of a site of its own.
"""
