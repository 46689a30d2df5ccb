"""How much may still be said in a record before it is longer than trainers take."""

from typing import Final

from scripts.scenario import Scenario

MOST_TOKENS: Final = 2048
"""Of Mistral's v3 tokenizer, in a whole record."""

FIXED_TOKENS: Final = 545
"""The definitions of the tools, the marks between messages, and 25 to spare."""
CALL_TOKENS: Final = 55
"""Names, ids and marks of a call and its result."""
JSON_CHARACTERS: Final = 2.1
SYSTEM_CHARACTERS: Final = 3.0
SPOKEN_CHARACTERS: Final = 3.3
"""Characters to a token, at the least, in JSON, in system messages and in what is said. Measured with
mistral-common on whole records; tests/writing/test_record_room.py holds them to it."""


def characters(scenario: Scenario) -> int:
    """Return how many characters all messages and replies of a scenario's record may have together."""
    calls = scenario.calls
    written = sum([len(call.arguments_json) + len(call.result_json) for call in calls])
    taken = written / JSON_CHARACTERS + CALL_TOKENS * len(calls) + len(scenario.system) / SYSTEM_CHARACTERS
    return int((MOST_TOKENS - FIXED_TOKENS - taken) * SPOKEN_CHARACTERS)
