"""The rules of a record's form, order, arguments and plausibility, and the strict reading of its JSON."""
