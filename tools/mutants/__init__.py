"""Rules taken away one by one, to see that a test dies of it (`make mutants`).

`listed.py` says which; each is tried on a copy of the tree, so that the source is never changed.
"""
