"""`make acts` writes docs/acts.md from the tables of acts; with `--check` it only compares."""
