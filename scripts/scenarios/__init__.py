"""Who asks what, where and why: the kinds of scenario and the tables they are dealt and drawn from."""
