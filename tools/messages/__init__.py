"""`make messages` writes and checks the catalogue of translations with Babel.

The catalogue has no line numbers and no dates, so that diffs stay small when two people add
strings, and so that its bytes can be compared with what the sources need.
"""
