"""Whether an opening "yes", "no", number, day or place answers what was asked."""
