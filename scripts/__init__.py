"""Weatherman: synthetic weather tool-use conversations, written by Claude and checked line by line."""
