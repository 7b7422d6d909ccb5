"""A stranger's picture: what it is made of is read here, what it shows is worked out in a child.

`outline.py` reads the structure of a file, in a bounded number of steps and without decoding, and
keeps of it what makes the picture. `decoder.py` hands that to `child.py`, which has limits of time
and memory and nothing else to lose; `slots.py` bounds how many do so at once. Decision 0081.
"""
