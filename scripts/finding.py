"""What a check has to say against a record."""

from typing import Final, Literal, NamedTuple

Code = Literal[
    "invalid_json",
    "invalid_record",
    "role_order",
    "missing_tool_call",
    "unknown_tool",
    "invalid_arguments",
    "invalid_coordinates",
    "implausible_weather",
    "unknown_condition",
    "grounding_failure",
    "off_plan",
    "repetition",
    "request_failed",
]

CODES: Final[tuple[Code, ...]] = Code.__args__  # type: ignore[attr-defined]
"""Every code a record can fail with, in the order reports list them."""


class Finding(NamedTuple):
    """One fault of one record.

    `message` is a sentence that quotes the words at fault and says what should have stood there: it is
    shown to people and sent back to the writer. `path` is where it stands, as in ``messages[4].content``;
    empty where it is the record as a whole.
    """

    code: Code
    message: str
    path: str = ""
