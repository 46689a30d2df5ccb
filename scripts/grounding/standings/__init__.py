"""Which day or place is the more or the most so."""
