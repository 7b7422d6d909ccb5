"""What rules of the council are asked about, as plain values: a module a noun."""
