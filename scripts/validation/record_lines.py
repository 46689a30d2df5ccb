"""A JSON Lines file read line by line: one bad line never hides the rest, and memory stays flat."""

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Final

from scripts.finding import Finding
from scripts.validation.form import kind
from scripts.validation.strict_json import NotStrictJSON, loads

MAX_LINE_BYTES: Final = 64 * 1024 * 1024
"""A line longer than this is not read into memory, and fails."""

SKIPPED_BYTES: Final = 1024 * 1024
"""How much of such a line is read at a time, on the way to the next."""

BOM: Final = b"\xef\xbb\xbf"
WHITE_SPACE: Final = b" \t\r\n"


def numbered_lines(stream: BinaryIO, advance: Callable[[int], object]) -> Iterator[tuple[int, bytes | None]]:
    """Yield each line that is not blank with its number, counted from 1; None for one that is too long.

    White space around a line, CRLF and a BOM at the start of the file are taken off. `advance` is told the
    bytes of each line read, blank ones too. Raises OSError where the stream does.
    """
    number = 0
    while line := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        advance(len(line))
        if len(line) > MAX_LINE_BYTES:
            _skip_line(stream, advance)
            yield number, None
            continue
        if number == 1:
            line = line.removeprefix(BOM)
        line = line.strip(WHITE_SPACE)
        if line:
            yield number, line


def _skip_line(stream: BinaryIO, advance: Callable[[int], object]) -> None:
    while chunk := stream.readline(SKIPPED_BYTES):
        advance(len(chunk))
        if chunk.endswith(b"\n"):
            return


def parse_line(line: bytes | None) -> dict[str, Any] | Finding:
    """Return the object of a line of `numbered_lines`, or what is wrong with it."""
    if line is None:
        return Finding("invalid_json", f"the line is longer than {MAX_LINE_BYTES:,} bytes")
    try:
        value = loads(line)
    except NotStrictJSON as error:
        return Finding("invalid_json", f"the line is no JSON: {error}")
    if not isinstance(value, dict):
        return Finding("invalid_json", f"the line is {kind(value)}, not a JSON object")
    return value
