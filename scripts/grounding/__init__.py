"""Whether what a reply says about the weather follows from the tool results above it."""
