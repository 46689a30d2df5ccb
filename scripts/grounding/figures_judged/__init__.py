"""Figures held against the results, each alone and those that belong together."""
