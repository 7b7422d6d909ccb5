"""States of a matter, its turns and clocks, and the tables about them. Imports nothing of ours."""
