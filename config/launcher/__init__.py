"""`make run` and `make test`: the servers, the processes and the steps before them.

Standard library and the wheels of `requirements/local.txt` only. Nothing of the product
imports this package, and it imports nothing of the product: it starts `manage.py`.
"""
