"""Names of days and places in a text, and which of them a claim is of."""
