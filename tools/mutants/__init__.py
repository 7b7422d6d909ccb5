"""`make mutants` takes rules away, one at a time, and expects a test to fail each time.

`listed/` says which rules. All is done on a copy of the tree; the source never changes.
"""
