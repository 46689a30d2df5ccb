"""How many days there are of a kind, and which."""
