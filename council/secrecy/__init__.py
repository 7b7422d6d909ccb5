"""The arithmetic of a secret vote (RFC 9180), without database and without private keys."""
