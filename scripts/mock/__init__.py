"""How the mock reads a request and words its answer: notes to facts, facts to sentences, in each voice."""
