"""Where days and places are said to stand among others: found and read, not yet judged."""
