"""One request at a time over the Messages API: transport, pace, repeats and faults, for the client."""
