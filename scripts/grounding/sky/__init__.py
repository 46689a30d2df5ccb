"""The sky and what falls from it, and how likely that is."""
