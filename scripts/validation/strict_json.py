"""JSON as RFC 8259 has it, and one key once: what two readers could take differently is refused.

orjson refuses NaN, Infinity, lone surrogates, invalid UTF-8, numbers that overflow and nesting beyond 1,024,
and does it fast; a key that stands twice in an object it takes silently, so that is looked for here. Whole
numbers beyond 64 bits become floats.
"""

import json
from collections import Counter
from typing import Any

import orjson


class NotStrictJSON(ValueError):
    """The text is no JSON, or JSON that not every reader takes alike; the message says where and why."""


def loads(text: str | bytes) -> Any:
    """Parse a JSON text. Raises NotStrictJSON, and nothing else, for whatever is not strict JSON."""
    encoded = text if isinstance(text, bytes) else _encode(text)
    try:
        value = orjson.loads(encoded)
    except orjson.JSONDecodeError as error:
        raise NotStrictJSON(_explain(error, encoded)) from None
    if not _has_every_string(value, encoded):
        _refuse_duplicate_keys(encoded)
    return value


def _encode(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise NotStrictJSON(f"a lone surrogate at character {error.start + 1}") from None


def _has_every_string(value: Any, encoded: bytes) -> bool:
    """Whether a value surely has every string of its text: then no key stood twice, and one need not look.

    Told by the quotation marks. Written by orjson, each string of the value has as many as in the text, where
    none is escaped as a number; a key that stood twice has left some out.
    """
    try:
        written = orjson.dumps(value)
    except orjson.JSONEncodeError:
        return False
    return written == encoded or (written.count(b'"') == encoded.count(b'"') and b"\\u0022" not in encoded)


def _refuse_duplicate_keys(encoded: bytes) -> None:
    try:
        json.loads(encoded.decode(), object_pairs_hook=_object)
    except RecursionError:
        raise NotStrictJSON("nested too deep") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object of these pairs (a hook of the json module)."""
    value = dict(pairs)
    if len(value) != len(pairs):
        twice, _ = Counter(name for name, _ in pairs).most_common(1)[0]
        raise NotStrictJSON(f'the key "{twice[:80]}" stands twice in one object')
    return value


def _explain(error: orjson.JSONDecodeError, encoded: bytes) -> str:
    found = encoded.decode(errors="replace")[error.pos : error.pos + 20]
    return f"{error.msg}, at character {error.pos + 1}" + (f": {found!r}" if found else "")
