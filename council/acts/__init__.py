"""Everything that can be done to a thing of the council, a row each: in which state, by whom."""
