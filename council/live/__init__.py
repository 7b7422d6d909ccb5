"""What a sitting shows, sent to table, phones and wall as it changes (docs/decisions/0054).

Async, and outside Django's middleware; it reads only. `hall` holds one room for each sitting that
somebody watches, `frames` what is sent, `access` who may watch, `app` speaks HTTP.
"""
