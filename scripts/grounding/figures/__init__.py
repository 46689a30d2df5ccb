"""The numbers of a text read as figures: of what quantity, in what unit, how exact."""
