"""`make messages`: the catalogue of translations, written and checked with Babel.

The catalogue holds no line numbers and no dates of its own, so that two people who add a
string each get a small diff, and so that its bytes can be compared with what the sources say.
"""
