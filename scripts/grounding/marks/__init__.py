"""On which side of a mark, or of another's value, things lie."""
