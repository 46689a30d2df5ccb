"""The cards of the three voices: ways of writing, what each needs to be possible, and how one is drawn."""
