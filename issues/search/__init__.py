"""Search and compare texts without knowing where a Chinese word ends. All of it is pure.

`normal` gives a text one form and cuts it into units, `terms` says what a text is found by,
`question` reads what somebody typed, `ranking` says how much of it was found.
"""
