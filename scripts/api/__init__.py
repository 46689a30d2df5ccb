"""One request at a time over the Messages API: transport, pace, faults and accounts, for the client."""
