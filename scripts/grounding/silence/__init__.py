"""Weather told where no result gives any: after an error, of the future, of what is never given."""
