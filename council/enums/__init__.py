"""States of everything the council has, and the tables about them. Imports nothing of ours."""
